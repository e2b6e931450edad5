"""`counter-app rebuild`: fold every dossier anew from the journal."""

from __future__ import annotations

import argparse

from counter_app.cli.progress import Bar

NAME = "rebuild"
HELP = "dựng lại bảng hồ sơ và tìm kiếm từ nhật ký"
EXAMPLES = ("counter-app rebuild",)


def add(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Rebuild and say what differed."""
    from counter_app.app.home import open_home

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        report = home.store.rebuild(Bar("Dựng lại"))
    print(f"Hồ sơ: {report.dossiers} · khác trước: {report.changed}")
    return 0

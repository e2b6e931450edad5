"""`counter-app window`: the officer's window."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.terminal import ended_by_the_system

if TYPE_CHECKING:
    from counter_app.app.window import OfficersWindow

NAME = "window"
HELP = "mở cửa sổ làm việc của quầy"
EXAMPLES = ("counter-app", "counter-app --home D:/quay-1")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the file that stands in for a scanner."""
    parser.add_argument(
        "--scan-file",
        type=Path,
        metavar="FILE",
        help="đọc thêm các lần quét từ tệp này, mỗi dòng một lần quét (để thử không có máy quét)",
    )
    parser.add_argument("--measure", default="", help=argparse.SUPPRESS)  # for `bench` alone


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    with ended_by_the_system():
        from counter_app.app import quick_imports

        quick_imports.begin()
        from counter_app.app.window import run_window

        return run_window(
            arguments.home,
            plain_store=arguments.plain_store,
            scan_file=getattr(arguments, "scan_file", None),
            started=_watch(getattr(arguments, "measure", "")),
        )


def _watch(measure: str) -> Callable[[OfficersWindow], object] | None:
    """Return what measures the window from inside, for `bench`; None for an officer's window."""
    if not measure:
        return None
    from counter_app.app.measured.watching import watch

    return lambda program: watch(program, measure)

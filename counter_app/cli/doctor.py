"""`counter-app doctor`: is everything there that a counter needs, and if not, what next.

The checks themselves are those of the page "Kiểm tra máy": `services/support`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from counter_app.domain.errors import CounterError
from counter_app.services.support.finding import Finding, failed
from counter_app.services.support.machine_checks import machine_checks

if TYPE_CHECKING:
    from counter_app.app.home import Home
    from counter_app.config import Folders

__all__ = ["Finding", "home_checks", "machine_checks"]

NAME = "doctor"
HELP = "khám máy: thành phần, phông, máy in, kho khóa, dữ liệu, máy chủ, đồng hồ, lịch, biểu mẫu"
EXAMPLES = ("counter-app doctor", "counter-app doctor --home D:/quay-1")


def add(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print every check; 1 when one needs a step."""
    findings = [*machine_checks(), *_home_checks(arguments)]
    for each in findings:
        print(f"{'✓' if each.ok else '✗'} {each.what:14} {each.found}")
        if each.next:
            print(f"  {'':14} → {each.next}")
    return 0 if all(each.ok for each in findings) else 1


def home_checks(home: Home) -> Iterator[Finding]:
    """Yield what an open home tells, and what its server does."""
    from counter_app.app.supporting.ground import ground_of
    from counter_app.services.support.home_checks import home_checks as of_home
    from counter_app.services.support.home_checks import server_checks

    ground = ground_of(home)
    yield from of_home(ground)
    yield from server_checks(ground)


def copied(folders: Folders) -> Iterator[Finding]:
    """Yield a finding when the home was made on another machine, also one that can't be opened."""
    from counter_app.services.rollout.home_note import read_home_note
    from counter_app.vault.machine import identify
    from counter_app.wording.rollout import copied_words

    note = read_home_note(folders.home)
    if note is not None and note.machine != identify(folders.machine_file).fingerprint:
        found, step = copied_words(note.device)
        yield Finding("Máy này", ok=False, found=found, next=step)


def _home_checks(arguments: argparse.Namespace) -> Iterator[Finding]:
    from counter_app.app.home import open_home
    from counter_app.config import Folders

    try:
        yield from copied(Folders.at(arguments.home))
        with open_home(arguments.home, plain_store=arguments.plain_store) as home:
            yield from home_checks(home)
    except CounterError as error:
        yield failed("Dữ liệu", error)

"""What `--measure` asks for: a start, a day, or a heavy load behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counter_app.app.measured.day import Day, Drive, StartWatch

if TYPE_CHECKING:
    from counter_app.app.window import OfficersWindow


def watch(program: OfficersWindow, asked: str) -> QObject:
    """Begin to measure `program` as `asked`; keep what is returned as long as it runs."""
    name, _, count = asked.partition(":")
    if name == "start":
        return StartWatch(program)
    # It knows the store: loaded before a start, it would be half of what a start measures.
    from counter_app.app.measured.loads import LOADS

    return Drive(program, LOADS.get(name, Day)(program, int(count or 1)))

"""What the page of reminders shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell


@dataclass(frozen=True, slots=True)
class ReminderState:
    """The whole page. Rows stand in groups, each under its caption; `empty` in place of rows.

    `current` is the chosen row, −1 without any; a caption can't be chosen.
    """

    title: str
    summary: str
    rows: tuple[tuple[Cell, ...], ...]
    current: int
    hints: tuple[Hint, ...]
    position: str = ""
    empty: str = ""
    can_print: bool = False


class ReminderView(Protocol):
    """What the presenter asks of the page."""

    def present(self, state: ReminderState) -> None:
        """Show the whole state."""

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""

"""What the page of late dossiers shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell
from counter_app.desktop.widgets.lists.picker_row import PickerRow


@dataclass(frozen=True, slots=True)
class LateFields:
    """What belongs to the chosen row: its own reason and the day that is expected.

    `day_problem` stops the letter, or is only a doubt.
    """

    code: str
    reason: str = ""
    day: str = ""
    day_problem: str = ""
    is_doubt: bool = False


@dataclass(frozen=True, slots=True)
class LateState:
    """The whole page. A caption in `rows` can't be chosen; `current` −1: no row is.

    `waits`: letters are printed and wait for the head's signature; the rows are theirs then.
    `why` says what is still missing, `problem` what stands against the chosen row.
    """

    title: str
    summary: str
    rows: tuple[tuple[Cell, ...], ...]
    current: int
    count: str
    reason_label: str
    reason: str
    reasons: tuple[PickerRow, ...]
    signer: str
    proceed: str
    hints: tuple[Hint, ...]
    row: LateFields | None = None
    why: str = ""
    problem: str = ""
    empty: str = ""
    waits: bool = False
    can_proceed: bool = False


class LateView(Protocol):
    """What shows it."""

    def present(self, state: LateState) -> None:
        """Show the whole state."""

    def focus_rows(self) -> None:
        """Put the keys into the rows."""

    def focus_reason(self) -> None:
        """Put the keys into the line of the reason."""

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""

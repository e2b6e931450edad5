"""What the page of piles shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.widgets.lists.cells import Cell
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.services.dossiers.piles import Pile


@dataclass(frozen=True, slots=True)
class ResultFields:
    """The result paper of the chosen row, while results are taken in."""

    code: str
    kind: str
    number: str
    abstract: str


@dataclass(frozen=True, slots=True)
class PileState:
    """The whole page. `reason` says why it can't be written yet; `again` offers the last list.

    `problem` is what stands against the chosen row, in full. `done`: when it was really moved.
    """

    pile: Pile
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    current: int
    count: str
    unit_label: str
    unit: str
    units: tuple[PickerRow, ...]
    person_label: str
    person: str
    proceed: str
    reason: str = ""
    doubt: str = ""
    problem: str = ""
    result: ResultFields | None = None
    again: str = ""
    done: str = ""
    done_problem: str = ""


class PileView(Protocol):
    """What shows it."""

    def present(self, state: PileState) -> None:
        """Show the whole state."""

    def focus_unit(self) -> None:
        """Put the keys into the line of the unit."""

    def focus_rows(self) -> None:
        """Put the keys into the pile."""

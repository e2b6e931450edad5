"""What the page of reports shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.desktop.presenters.dossiers.list_state import DropDown
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell, Column
from counter_app.services.reports.lines_behind import BehindLine


@dataclass(frozen=True, slots=True)
class SheetShown:
    """A sheet as cells. `groups`: what stands over each column, "" for nothing.

    Columns have widths in pixels at 100 %, as far as the sheet says; the page widens those whose
    figures need more. `totals` are the numbers of rows that sum up others.
    """

    columns: tuple[Column, ...]
    groups: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: frozenset[int] = frozenset()
    two_lines: bool = False


@dataclass(frozen=True, slots=True)
class FigureCard:
    """The figure that the keys are on: what it is, its value, by which rule, what Enter opens.

    `prints`: what the button says that prints the sheet of the row's unit alone, "" for none.
    """

    title: str
    value: str = ""
    change: str = ""
    definition: str = ""
    opens: str = ""
    prints: str = ""


@dataclass(frozen=True, slots=True)
class SpanShown:
    """The two days of "Từ ngày đến ngày", with what is wrong with them."""

    first: str
    last: str
    first_problem: str = ""
    last_problem: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """A count that takes its time: its words, and how far it is (None: unknown)."""

    words: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class BehindState:
    """The list of dossiers over the page, but its rows. `empty` stands in place of rows."""

    title: str
    summary: str = ""
    hints: tuple[Hint, ...] = ()
    position: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ReportsState:
    """The whole page but the dossiers behind a number.

    `list_current` is the row of the report that is shown. `compare` None: there is nothing to
    compare with. While `counting`, no key acts on what is shown.
    """

    title: str
    listed: tuple[Cell, ...]
    list_current: int
    report: str
    steps: DropDown
    period: str
    hints: tuple[Hint, ...]
    basis: str = ""
    can_go_on: bool = False
    has_period: bool = True
    span: SpanShown | None = None
    compare: bool | None = None
    sheet: SheetShown | None = None
    row: int = -1
    column: int = 0
    card: FigureCard | None = None
    notes: tuple[str, ...] = ()
    standing: str = ""
    counting: bool = False
    progress: Progress | None = None
    empty: str = ""
    behind: BehindState | None = None
    can_hand_out: bool = False
    can_export: bool = False


class BehindView(Protocol):
    """What the list of dossiers asks of the page that it lies over."""

    def show_behind(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Show these dossiers instead of all others, the first one chosen."""

    def add_behind(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Add the next page of dossiers."""

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""


class ReportsView(BehindView, Protocol):
    """What the presenter asks of the page."""

    def present(self, state: ReportsState) -> None:
        """Show the whole state."""

    def focus_list(self) -> None:
        """Put the keys into the list of reports."""

    def focus_sheet(self) -> None:
        """Put the keys into the figures."""

    def ask_file(self, proposed: Path, filter_: str) -> None:
        """Ask where a file goes; `filter_` says what sort of file it is."""

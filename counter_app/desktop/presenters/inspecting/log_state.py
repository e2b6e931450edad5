"""What the page of the log shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.desktop.presenters.dossiers.list_state import DropDown
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.services.inspecting.log import LogLine


@dataclass(frozen=True, slots=True)
class LineDetail:
    """The chosen act in full: a title, what is known of it, what it changed, its place."""

    title: str
    text: str
    changes: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check of the chains found; `aside` how much was checked."""

    bold: str
    rest: str = ""
    aside: str = ""
    icon: str = "info"
    edge: Edge = Edge.SLATE


@dataclass(frozen=True, slots=True)
class LogState:
    """The whole page but its rows. `empty` stands in place of rows; `checking`: a check runs."""

    title: str
    typed: str
    placeholder: str
    days: DropDown
    officers: DropDown
    groups: DropDown
    hints: tuple[Hint, ...]
    position: str = ""
    empty: str = ""
    detail: LineDetail | None = None
    verdict: Verdict | None = None
    checking: bool = False
    can_export: bool = True
    can_open: bool = False
    can_print: bool = False


class LogView(Protocol):
    """What the presenter asks of the page."""

    def present(self, state: LogState) -> None:
        """Show the whole state."""

    def show_lines(self, lines: tuple[LogLine, ...], current: int, *, more: bool) -> None:
        """Show these rows instead of all others, row `current` selected (-1: none)."""

    def add_lines(self, lines: tuple[LogLine, ...], *, more: bool) -> None:
        """Add the next page of rows."""

    def focus_table(self) -> None:
        """Put the keys into the rows."""

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""

    def ask_file(self, proposed: Path) -> None:
        """Ask where the spreadsheet goes."""

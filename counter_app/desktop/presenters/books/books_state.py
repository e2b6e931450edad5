"""What the page of books shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the four lines; days may be empty: the whole year."""

    year: str
    quyen: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class BooksState:
    """The whole page. `said` is calm, `problem` what is wrong; `closed` tells of the closing.

    `busy`: a book is being made; then it can only be left.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    current: int
    hints: tuple[Hint, ...]
    said: str = ""
    problem: str = ""
    closed: str = ""
    busy: bool = False
    can_write: bool = False
    can_close: bool = False
    can_correct: bool = False


class BooksView(Protocol):
    """What the presenter asks of the page."""

    def present(self, state: BooksState) -> None:
        """Show the whole state."""

    def put(self, typed: Typed) -> None:
        """Put these texts into the lines."""

    def ask_file(self, proposed: Path) -> None:
        """Ask where a file goes; the answer comes to `write_to`."""

    def ask_close(self, title: str, sentence: str, doubts: tuple[str, ...]) -> None:
        """Ask whether a book is closed all the same; the answer comes to `close_now`."""

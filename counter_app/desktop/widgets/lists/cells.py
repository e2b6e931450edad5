"""What a cell of a table shows, as frozen values. Pure: presenters and models make them.

A model answers `CELL_ROLE` with one of these; the delegate knows how each is painted.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from counter_app.desktop.theme.tokens import ChipTone, Tone

CELL_ROLE = 257
"""`Qt.ItemDataRole.UserRole + 1`, written out so that this file needs no Qt."""


class DeadlineKind(Enum):
    """Whether a deadline is far, near, or past."""

    CALM = auto()
    SOON = auto()
    LATE = auto()


class Sort(Enum):
    """Which way a column sorts the table."""

    NONE = auto()
    UP = auto()
    DOWN = auto()


class TextCell(NamedTuple):
    """A text; it gives way with an ellipsis. `below` is shown in tables with two lines a row."""

    text: str
    tone: Tone = Tone.TEXT
    weight: int = 400
    digits: bool = False
    right: bool = False
    below: str = ""


class CodeCell(NamedTuple):
    """A code: medium weight, digits aligned, never cut."""

    text: str
    tone: Tone = Tone.TEXT


class ChipCell(NamedTuple):
    """A state on its own ground."""

    text: str
    tone: ChipTone
    icon: str = ""


class DeadlineCell(NamedTuple):
    """A deadline in words; near and past ones with icon and colour."""

    text: str
    kind: DeadlineKind = DeadlineKind.CALM


class IconCell(NamedTuple):
    """An icon and a word."""

    icon: str
    text: str
    tone: Tone = Tone.TEXT_2
    weight: int = 400


class SectionCell(NamedTuple):
    """A caption over the rows that follow; every cell of that row is the same one."""

    text: str


Cell = TextCell | CodeCell | ChipCell | DeadlineCell | IconCell | SectionCell


class Column(NamedTuple):
    """Title, width in pixels at 100 % (0: the rest), sorting, alignment, indent of its title."""

    title: str
    width: int
    sort: Sort = Sort.NONE
    right: bool = False
    indent: int = 0


def words(cell: Cell) -> str:
    """Return what a screen reader says and a tool tip shows."""
    return cell.text

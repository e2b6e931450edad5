"""What the page for scanning papers shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.papers.pdfium.preview import PageImage

THUMBNAIL = (96, 128)
"""Width and height in points that a page of the strip may take."""


@dataclass(frozen=True, slots=True)
class Thumb:
    """A page of the strip: its picture as it came, quarters that it is turned clockwise, words."""

    image: PageImage
    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose: its name for the presenter, its words, whether it is chosen."""

    name: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done now with the pages and the kept files."""

    scan: bool = False
    add: bool = False
    turn: bool = False
    earlier: bool = False
    later: bool = False
    drop: bool = False
    view: bool = False
    remove: bool = False
    save: bool = False


@dataclass(frozen=True, slots=True)
class ScanPageState:
    """The whole page. `share` is how much of the page under way came, None while none is.

    `tool_hints` are the keys that the buttons beside the page bear where there is room.
    `big` is the chosen page, turned; `problem` is a failure in two parts, both "" without one.
    """

    title: str
    rows: tuple[PickerRow, ...]
    current: int
    paper: str
    kept: tuple[PickerRow, ...]
    kept_current: int
    viewing: bool
    thumbs: tuple[Thumb, ...]
    chosen: int
    pages_words: str
    big: PageImage | None
    empty: str
    scanners: tuple[Choice, ...]
    feeds: tuple[Choice, ...]
    inks: tuple[Choice, ...]
    busy: str
    share: float | None
    problem: tuple[str, str]
    proceed: str
    proceed_icon: str
    proceed_keys: str
    acts: Acts
    hints: tuple[Hint, ...]
    tool_hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A small dialog: title and sentence."""

    title: str
    sentence: str


class ScanPageView(Protocol):
    """What shows the page."""

    def present(self, state: ScanPageState) -> None:
        """Show the whole state."""

    def room(self) -> tuple[int, int]:
        """Return the points that the big picture may take, width and height."""

    def ratio(self) -> float:
        """Return the screen's dots to a point."""

    def ask_files(self) -> None:
        """Ask which files to attach."""

    def ask_reason(self, ask: Ask) -> None:
        """Ask why a kept file goes."""

    def ask_unsaved(self, ask: Ask) -> None:
        """Ask what becomes of pages that weren't kept."""

    def close_ask(self) -> None:
        """Close the small dialog."""

    def refuse_ask(self, words: str) -> None:
        """Say in the small dialog why it stays."""

"""What Thiết lập in shows, and what it asks its view for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: `key` names it, `note` says what is special or wrong."""

    key: str
    words: str
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A line to type in, and what is wrong with what was typed."""

    text: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PrintSettingsState:
    """The whole page, of one form at a time.

    `printer` and `tray` are the chosen words of their menus; `trouble` is said above them. While
    `reading` nothing is known yet. `test_reason` says why no test page can be printed, `tested`
    what became of the last one, `came` whether it is on paper or in a file.
    """

    forms: tuple[Choice, ...]
    printers: tuple[Choice, ...] = ()
    printer: str = ""
    trays: tuple[Choice, ...] = ()
    tray: str = ""
    papers: tuple[Choice, ...] = ()
    copies: TypedPart = TypedPart("1")
    right: TypedPart = TypedPart("0")
    down: TypedPart = TypedPart("0")
    ways: tuple[Choice, ...] = ()
    trouble: str = ""
    test_reason: str = ""
    tested: str = ""
    came: bool = True
    reading: bool = True


class PrintSettingsView(Protocol):
    """What shows the page."""

    def present(self, state: PrintSettingsState) -> None:
        """Show the whole state."""

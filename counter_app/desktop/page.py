"""What the work area shows: one page at a time, with keys and scans handed to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from counter_app.desktop.commands import Command
from counter_app.desktop.scanning.meaning import Meaning


@runtime_checkable
class HasFurther(Protocol):
    """A page that has acts without a key: the quick line (Ctrl+K) offers them."""

    def further(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return these acts with their words."""


@runtime_checkable
class JudgesScans(Protocol):
    """A page that takes a scan and still says by the sound that it doesn't belong there."""

    def last_scan_fits(self) -> bool:
        """Tell whether what was scanned last is what is wanted here."""


class Page(Protocol):
    """A QWidget that fills the work area. Enter, digits, arrows and Tab are its own."""

    def title(self) -> str:
        """Return what the window's title begins with."""

    def commands(self) -> Mapping[Command, str]:
        """Return the commands that do something here now, with their words for the key overlay."""

    def act(self, command: Command) -> bool:
        """Do a command; False when it means nothing here."""

    def scanned(self, scan: Meaning) -> bool:
        """Take a scan; False leaves it to the window: a card is received, a code is opened."""

    def arrive(self) -> None:
        """The page is shown: refresh it and put the focus where keys go."""

    def escape(self) -> bool:
        """Go one step back; False when there is nothing to go back from. Nothing is ever lost."""

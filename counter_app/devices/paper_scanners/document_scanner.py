"""What a scanner for papers does, whatever system it hangs on.

A scan is a run that is asked for one page after the other: whoever asks needs no callback out of
another thread, and can cancel between and within pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

READABLE_DPI = 200
"""Dots per inch at which the small print of an office paper is still read."""

A4 = (210.0, 297.0)
"""Width and height in millimetres."""


class Ink(Enum):
    """What of the paper is taken: colours, greys, or black on white only."""

    COLOUR = "colour"
    GREY = "grey"
    LINEART = "lineart"


class Feed(Enum):
    """Where the paper lies: on the glass, in the feeder, in the feeder with both sides."""

    GLASS = "glass"
    FEEDER = "feeder"
    BOTH_SIDES = "both_sides"


@dataclass(frozen=True, slots=True)
class Scanner:
    """A scanner of this machine: its name for the system, and one that a person knows."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a scanner can do. `finest` is dots per inch; `bed` is width and height in mm."""

    inks: tuple[Ink, ...]
    feeds: tuple[Feed, ...]
    finest: int = 600
    bed: tuple[float, float] = A4


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """What is wanted of a scanner: `most` pages at most; from the glass it is always one."""

    scanner: str
    dpi: int = READABLE_DPI
    ink: Ink = Ink.COLOUR
    feed: Feed = Feed.GLASS
    most: int = 100


@dataclass(frozen=True, slots=True)
class ScannedImage:
    """One page as it came: an image file (PNM, PNG, BMP …) of so many dots per inch."""

    data: bytes = field(repr=False)
    dpi: int


class ScanRun(Protocol):
    """One scan under way. `cancel` and `progress` may be called from any thread."""

    def next_page(self) -> ScannedImage | None:
        """Wait for the next page; None after the last, and after `cancel`. Raises ScannerError."""

    def progress(self) -> float:
        """Return how much of the page under way came, 0 to 1."""

    def cancel(self) -> None:
        """Stop at once; a page under way is lost, whole ones are not. Also ends a finished run."""


class DocumentScanner(Protocol):
    """The scanners of one system. Everything may wait for seconds, and raises ScannerError."""

    def scanners(self) -> tuple[Scanner, ...]:
        """Return what is plugged in now; looking for it can take seconds."""

    def abilities(self, name: str) -> Abilities:
        """Return what the scanner `name` can do."""

    def begin(self, order: ScanOrder) -> ScanRun:
        """Begin to scan; the caller ends the run by `cancel`, also after its last page."""

"""One page of a scanned or attached paper, before the paper is kept."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from enum import Enum

MM = 25.4
A4_AREA = 210.0 * 297.0


class Tone(Enum):
    """What a page needs: black on white, greys, or colours."""

    BILEVEL = "bilevel"
    GREY = "grey"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class InkLayer:
    """The print of a page with tones, as CCITT Group 4: painted in black over the rest."""

    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CompactPage:
    """A page as its coded pixels: CCITT Group 4 when bilevel, else JPEG with its `ink` over it.

    `turn` is clockwise in quarters: the coded pixels are never touched again.
    """

    tone: Tone
    width: int
    height: int
    dpi: float
    data: bytes = field(repr=False)
    ink: InkLayer | None = None
    turn: int = 0

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the unturned page in millimetres."""
        return self.width / self.dpi * MM, self.height / self.dpi * MM


@dataclass(frozen=True, slots=True)
class PdfPage:
    """Page `number` (from 0) of a PDF that was brought and is kept as it is."""

    source: PdfSource
    number: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class PdfSource:
    """A checked PDF. `signed`: its digital signature would not survive any change."""

    name: str
    data: bytes = field(repr=False)
    pages: int
    signed: bool = False


Page = CompactPage | PdfPage


def turned(page: Page, quarters: int) -> Page:
    """Return the page turned clockwise by quarters; negative turns it back."""
    return dataclasses.replace(page, turn=(page.turn + quarters) % 4)

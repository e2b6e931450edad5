"""Where things are on a page, in millimetres: the symbols and the ink, by rendering it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from tests.papers.reading import by_zxing, images, ink_box

DPI = 300.0


@dataclass(frozen=True)
class Places:
    """The page's size, and left, top, right, bottom of what is on it, in millimetres."""

    page: tuple[float, float]
    marks: tuple[tuple[str, tuple[float, ...]], ...]

    @property
    def ink(self) -> tuple[float, ...]:
        """Return the box of all ink."""
        return dict(self.marks)["ink"]

    def farthest(self, other: Places) -> float:
        """Return the greatest distance between equal marks of two pages."""
        assert [name for name, _ in self.marks] == [name for name, _ in other.marks]
        return max(
            abs(one - two)
            for (_, here), (_, there) in zip(self.marks, other.marks, strict=True)
            for one, two in zip(here, there, strict=True)
        )


def places(pdf: bytes, code: str, *, lying: bool) -> list[Places]:
    """Measure every page; a page that a printer turned is turned back to how one reads it.

    Only symbols of `code` count: an image has phantom reads now and then.
    """
    found = []
    for image in images(pdf, DPI, one_bit=False):
        turns = (0, 90, 270) if (image.width > image.height) == lying else (90, 270)
        best = max(
            (_measured(image.rotate(turn, expand=True), code) for turn in turns), key=_upright
        )
        found.append(best)
    return found


def _upright(found: Places) -> int:
    """Bars lie across the page where it is read, and above its middle."""
    return sum(
        box[2] - box[0] > box[3] - box[1] and box[1] < found.page[1] / 2
        for name, box in found.marks
        if name.startswith("bars")
    )


def _measured(image: Image.Image, code: str) -> Places:
    page = (image.width * 25.4 / DPI, image.height * 25.4 / DPI)
    marks: dict[str, tuple[float, ...]] = {}
    reads = [read for read in by_zxing(image) if read.text == code]
    for read in sorted(reads, key=lambda read: read.box):
        box = tuple(edge * 25.4 / DPI for edge in read.box)
        column = "left" if box[0] < page[0] / 2 else "right"
        marks.setdefault(f"{read.kind} {column}", box)
    ink = ink_box(image, DPI)
    if ink is not None:
        marks["ink"] = ink
    return Places(page, tuple(sorted(marks.items())))

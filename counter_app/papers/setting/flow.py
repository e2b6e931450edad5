"""Bands of a page from top to bottom, over as many pages as they need; a band never splits.

The rows of a table name its head, which is drawn again wherever they go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counter_app.papers.setting.sheet import Sheet

Draw = Callable[[Sheet, float], None]
"""Draws something on a sheet, its top at the y given, in millimetres."""


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Something as wide as the text, `height` millimetres high.

    `kept`: the next band stands on the same page. `head` is drawn above it where the band before
    had another one, or none. `words` name it in an error. A gap is left out on top of a page.
    """

    height: float
    draw: Draw
    kept: bool = False
    head: Band | None = None
    words: str = ""
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A band on a page, its top in millimetres."""

    band: Band
    top: float


class TooTallError(ValueError):
    """A band is taller than a page. `words` are its own."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(slots=True)
class Page:
    """The bands of one page; `bottom` is the end of the last one."""

    placed: list[Placed]
    bottom: float

    def add(self, band: Band) -> None:
        """Put `band`, and its head where it needs one, below what stands on the page."""
        if band.is_gap and not self.placed:
            return
        before = self.placed[-1].band.head if self.placed else None
        for each in (band.head, band) if band.head is not before else (band,):
            if each:
                self.placed.append(Placed(each, self.bottom))
                self.bottom += each.height

    def height(self, group: Sequence[Band]) -> float:
        """Return how high `group` would be here, with its heads."""
        return _height(group, self.placed[-1].band.head if self.placed else None)


def flow(bands: Iterable[Band], first_top: float, further_top: float, bottom: float) -> list[Page]:
    """Return the pages of `bands`, at least one.

    The first page begins at `first_top`, others at `further_top`; none goes below `bottom`. Of what
    is kept together but higher than a page, as much as fits stays together at its end. Raises
    TooTallError for a single band.
    """
    pages = [Page([], first_top)]
    waiting = [part for group in _groups(bands) for part in _parts(group, bottom - further_top)]
    waiting.reverse()
    while waiting:
        part, page = waiting.pop(), pages[-1]
        if page.bottom + page.height(part) <= bottom:
            for band in part:
                page.add(band)
            continue
        if page.placed or (len(part) == 1 and page.bottom > further_top):
            pages.append(Page([], further_top))
            waiting.append(part)
        elif len(part) > 1:  # the first page has less room than others
            waiting.extend(reversed([*_parts(part, bottom - page.bottom)]))
        else:
            raise TooTallError(part[0].words)
    return pages


def kept_together(bands: Sequence[Band], last: int) -> list[Band]:
    """Return `bands` with each of the `last` ones on the page of its next."""
    split = max(0, len(bands) - last)
    return [*bands[:split], *(replace(band, kept=True) for band in bands[split:])]


def gap(height: float) -> Band:
    """Return an empty band that stays with what follows it."""
    return Band(height, lambda _sheet, _top: None, kept=True, is_gap=True)


def _groups(bands: Iterable[Band]) -> Iterator[list[Band]]:
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.kept:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Band], before: Band | None = None) -> float:
    """Return the height of `group` with its heads, below a band whose head was `before`."""
    total = 0.0
    for band in group:
        if band.head and band.head is not before:
            total += band.head.height
        total += band.height
        before = band.head
    return total


def _parts(group: list[Band], room: float) -> Iterator[list[Band]]:
    """Part a group that is higher than `room`, so that its end is as long as a page allows."""
    if len(group) == 1 or _height(group) <= room:
        yield group
        return
    split = next(
        (place for place in range(1, len(group)) if _height(group[place:]) <= room), len(group) - 1
    )
    yield from _parts(group[:split], room)
    yield group[split:]

"""On which page each part of a form stands: pure arithmetic in millimetres.

Rows never split. On a last page of several at least two rows stand above the items and signatures,
so that nobody signs a page without papers on it. Nothing is shrunk to fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NOTE_ROOM = 8.0  # above the foot, for the note where the paper goes on
_FIRST_LINE = 3.2  # from the top of a continuation page to its first baseline


@dataclass(frozen=True, slots=True)
class Ladder:
    """The distances of one kind of form, baseline to baseline where there is text."""

    pitch: float  # of the field lines
    caption: float  # from the last field to the caption of the table
    table: float  # from the caption to the top of the table
    items: float  # from the bottom of the table to the first item
    clear: float  # least distance from the last item to the captions of the signatures
    after_text: float  # the usual one, on the last page of several
    signed: float  # from the captions of the signatures to the rule of the foot
    kept: int = 2  # rows that go on with the items


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured: first baseline, top of continuation pages, rule of the foot, heights.

    `items_height` is from the first item's baseline to the last one's; `longer_signatures` is what
    names of several lines add to the room below the captions.
    """

    fields_y: float
    continued_top: float
    foot_top: float
    head_height: float
    field_lines: int
    row_heights: Sequence[float]
    items_height: float
    longer_signatures: float = 0.0


@dataclass(slots=True)
class Page:
    """Parts of one page: ranges of field lines and rows, and the baselines of the rest."""

    fields_y: float
    fields: range = range(0)
    caption_y: float | None = None
    table_top: float = 0.0
    rows: range = range(0)
    bottom: float = 0.0
    items_y: float | None = None
    signatures_y: float = 0.0


class DoesNotFitError(ValueError):
    """Row `row` (from 0), or the items (`row` is None), are taller than a page."""

    def __init__(self, row: int | None) -> None:
        super().__init__(row)
        self.row = row


def plan(ladder: Ladder, measures: Measures) -> list[Page]:
    """Return the pages of one copy. Raises DoesNotFitError."""
    return _Plan(ladder, measures).pages()


class _Plan:
    def __init__(self, ladder: Ladder, measures: Measures) -> None:
        self._ladder = ladder
        self._measures = measures
        self._count = len(measures.row_heights)
        self._limit = measures.foot_top - _NOTE_ROOM
        self._signed = ladder.signed + measures.longer_signatures
        self._kept = self._rows_kept_together()

    def pages(self) -> list[Page]:
        """Return the pages, filled from the front."""
        pages = self._pages_of_fields()
        self._put_caption(pages[-1], pages[-1].bottom + self._ladder.caption)
        done = 0
        while True:
            page = pages[-1]
            taken = self._rows_for(page, done)
            if taken or done == self._count:
                page.rows = range(done, done + taken)
                page.bottom = page.table_top + self._height(page.rows)
                done += taken
                if done == self._count and self._tail_fits(page.bottom):
                    self._close(pages)
                    return pages
            if not page.rows and not page.fields:
                raise DoesNotFitError(done if done < self._count else None)
            pages.append(self._next_page(page))

    def _pages_of_fields(self) -> list[Page]:
        measures, pitch = self._measures, self._ladder.pitch
        pages = [Page(measures.fields_y)]
        done = 0
        while True:
            page = pages[-1]
            room = int((self._limit - page.fields_y) / pitch) + 1
            page.fields = range(done, min(measures.field_lines, done + room))
            done = page.fields.stop
            page.bottom = self._last_field(page)
            if done == measures.field_lines:
                return pages
            pages.append(Page(measures.continued_top + _FIRST_LINE))

    def _last_field(self, page: Page) -> float:
        return page.fields_y + (len(page.fields) - 1) * self._ladder.pitch

    def _next_page(self, before: Page) -> Page:
        """Return an empty page; the caption moves there when no row stands below it yet."""
        page = Page(self._measures.continued_top + _FIRST_LINE)
        if before.caption_y is not None and not before.rows:
            before.caption_y = None
            before.bottom = self._last_field(before)
            self._put_caption(page, page.fields_y)
        else:
            page.table_top = self._measures.continued_top
        return page

    def _put_caption(self, page: Page, y: float) -> None:
        page.caption_y = y
        page.table_top = y + self._ladder.table

    def _rows_for(self, page: Page, done: int) -> int:
        """Return how many rows after `done` stand on `page`."""
        rest = range(done, self._count)
        if self._tail_fits(page.table_top + self._height(rest)):
            return len(rest)
        taken = 0
        while taken < len(rest):
            if page.table_top + self._height(rest[: taken + 1]) > self._limit:
                break
            taken += 1
        return max(0, min(taken, len(rest) - self._kept))

    def _rows_kept_together(self) -> int:
        """Return how many rows at the end stay with the items: fewer when they are giants."""
        top = self._measures.continued_top + _FIRST_LINE + self._ladder.table
        for kept in range(min(self._ladder.kept, self._count), 0, -1):
            if self._tail_fits(top + self._height(range(self._count - kept, self._count))):
                return kept
        return 0

    def _height(self, rows: range) -> float:
        """Return the height of a table of `rows`; no rows, no table."""
        if not rows:
            return 0.0
        heights = self._measures.row_heights[rows.start : rows.stop]
        return self._measures.head_height + sum(heights)

    def _tail_fits(self, bottom: float) -> bool:
        """Say whether items and signatures fit below a table that ends at `bottom`."""
        end = bottom + self._ladder.items + self._measures.items_height
        return end + self._ladder.clear + self._signed <= self._measures.foot_top

    def _close(self, pages: list[Page]) -> None:
        """Place the items and signatures: hanging from the foot, or following the text."""
        last = pages[-1]
        last.items_y = last.bottom + self._ladder.items
        end = last.items_y + self._measures.items_height
        hanging = self._measures.foot_top - self._signed
        alone = len(pages) == 1
        last.signatures_y = hanging if alone else min(hanging, end + self._ladder.after_text)

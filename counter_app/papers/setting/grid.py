"""A table of an A4 sheet: columns by name, heads under common heads, rows as bands of a page.

Like `table`, but its type, heights and alignment are chosen: a register, a list with room for
signatures and a sheet for the wall are all grids.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from counter_app.domain.printed.sheet_form import Align, SheetColumn
from counter_app.papers.setting.flow import Band
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style

GRID = 0.3  # points
STRUCK = 0.55  # points
_STRIKE_RISE, _STRIKE_OVER = 0.098, 0.6  # millimetres a point above the baseline; beyond the text


@dataclass(frozen=True, slots=True)
class GridType:
    """The type of a grid, and its measures in millimetres.

    `first` is from a row's top to its first baseline when text stands on top; `middle` centres
    text in the height of the row. `rise` is how far a baseline stands below the middle of a line.
    """

    text: Style
    bold: Style
    head: Style
    number: Style
    pitch: float
    side: float
    above: float
    below: float
    head_pitch: float
    head_room: float
    least: float = 0.0
    middle: bool = False

    @property
    def rise(self) -> float:
        """From the middle of a line to its baseline."""
        return self.text.size * 0.119


Cells = Mapping[str, str]
"""The texts of a row by the keys of its columns; a line feed breaks one by hand."""

Drawn = Callable[[Sheet, float, float, float], None]
"""Draws what is no text into a cell: sheet, left edge, top, height."""


@dataclass(frozen=True, slots=True)
class _Place:
    column: SheetColumn
    left: float  # from the left edge of the grid
    width: float


class Grid:
    """Columns that rows are measured against; `head` is the band above them."""

    def __init__(
        self,
        blank: Sheet,
        columns: Sequence[SheetColumn],
        kind: GridType,
        *,
        least: float = 0.0,
        numbered: bool = False,
    ) -> None:
        """Share the width of `blank` out; rows are at least `least` millimetres high."""
        self._kind = kind
        self._least = max(least, kind.least)
        rest = blank.width - sum(column.width for column in columns) / 10
        self._places: list[_Place] = []
        left = 0.0
        for column in columns:
            width = column.width / 10 or rest
            self._places.append(_Place(column, left, width))
            left += width
        self._width = left
        self._numbered = numbered
        heads = [self._head_lines(blank, place) for place in self._places]
        self._heads = dict(zip((place.column.key for place in self._places), heads, strict=True))
        self._upper = self._line_height(1) if any(c.group for c in columns) else 0.0
        lower = max(
            self._line_height(len(lines)) - (0.0 if place.column.group else self._upper)
            for place, lines in zip(self._places, heads, strict=True)
        )
        self._names = self._upper + lower
        self._number_row = kind.pitch + 0.9 if numbered else 0.0
        self.head = Band(self._names + self._number_row, self._draw_head)

    def widths(self) -> dict[str, float]:
        """Return the widths of the columns by key, in millimetres."""
        return {place.column.key: place.width for place in self._places}

    def room(self, key: str) -> float:
        """Return the width that text has in the column `key`; 0 when there is none such."""
        return max(0.0, self.widths().get(key, 0.0) - 2 * self._kind.side)

    def row(
        self,
        blank: Sheet,
        cells: Cells,
        *,
        struck: Collection[str] = (),
        bold: Collection[str] = (),
        drawn: Mapping[str, Drawn] | None = None,
        least: float = 0.0,
        kept: bool = False,
    ) -> Band:
        """Return a row; columns in `struck` have each printed line struck, those in `bold` bold."""
        lines = [self._cell(blank, place, cells, bold) for place in self._places]
        most = max(len(each) for each in lines)
        kind = self._kind
        height = max(self._least, least, kind.above + most * kind.pitch + kind.below)
        struck = frozenset(struck)
        bold = frozenset(bold)
        graphics = dict(drawn or {})

        def draw(sheet: Sheet, top: float) -> None:
            self._draw_frame(sheet, top, height)
            for place, each in zip(self._places, lines, strict=True):
                key = place.column.key
                if each[0] or len(each) > 1:
                    style = kind.bold if place.column.bold or key in bold else kind.text
                    y = self._first_baseline(top, height, len(each))
                    self._draw_cell(sheet, place, each, y, style, is_struck=key in struck)
                if key in graphics:
                    graphics[key](sheet, sheet.left + place.left, top, height)

        longest = max((cells.get(place.column.key, "") for place in self._places), key=len)
        return Band(height, draw, kept=kept, head=self.head, words=longest)

    def wide_row(self, blank: Sheet, text: str, style: Style, *, kept: bool = False) -> Band:
        """Return a row of one cell as wide as the grid."""
        kind = self._kind
        lines = blank.wrapped(text, style, self._width - 2 * kind.side)
        height = kind.above + len(lines) * kind.pitch + kind.below

        def draw(sheet: Sheet, top: float) -> None:
            sheet.rule(sheet.left, sheet.left + self._width, top + height, GRID)
            for x in (sheet.left, sheet.left + self._width):
                sheet.upright(x, top, top + height, GRID)
            y = self._first_baseline(top, height, len(lines))
            for number, line in enumerate(lines):
                sheet.text(sheet.left + kind.side, y + number * kind.pitch, line, style)

        return Band(height, draw, kept=kept, head=self.head, words=text)

    def _first_baseline(self, top: float, height: float, lines: int) -> float:
        kind = self._kind
        if kind.middle:
            return top + height / 2 - (lines - 1) * kind.pitch / 2 + kind.rise
        return top + kind.above + kind.pitch / 2 + kind.rise

    def _cell(
        self, blank: Sheet, place: _Place, cells: Cells, bold: Collection[str]
    ) -> tuple[str, ...]:
        kind, column = self._kind, place.column
        style = kind.bold if column.bold or column.key in bold else kind.text
        width = place.width - 2 * kind.side
        text = cells.get(column.key, "")
        if not text:
            return ("",)
        return tuple(
            line for part in text.split("\n") for line in blank.wrapped(part, style, width)
        )

    def _draw_cell(
        self,
        sheet: Sheet,
        place: _Place,
        lines: Sequence[str],
        y: float,
        style: Style,
        *,
        is_struck: bool,
    ) -> None:
        kind, left = self._kind, sheet.left + place.left
        for line in lines:
            width = 0.0
            if is_struck or place.column.align is not Align.LEFT:
                width = sheet.text_width(line, style)
            x = left + kind.side
            if place.column.align is Align.CENTRE:
                x = left + (place.width - width) / 2
            elif place.column.align is Align.RIGHT:
                x = left + place.width - kind.side - width
            sheet.text(x, y, line, style)
            if is_struck and line:
                level = y - _STRIKE_RISE * style.size
                sheet.rule(x - _STRIKE_OVER, x + width + _STRIKE_OVER, level, STRUCK)
            y += kind.pitch

    def _draw_frame(self, sheet: Sheet, top: float, height: float) -> None:
        sheet.rule(sheet.left, sheet.left + self._width, top + height, GRID)
        for place in self._places:
            sheet.upright(sheet.left + place.left, top, top + height, GRID)
        sheet.upright(sheet.left + self._width, top, top + height, GRID)

    def _line_height(self, lines: int) -> float:
        return self._kind.head_room + lines * self._kind.head_pitch

    def _head_lines(self, blank: Sheet, place: _Place) -> tuple[str, ...]:
        width = place.width - 1.0
        return tuple(
            line
            for part in place.column.head.split("\n")
            for line in blank.wrapped(part, self._kind.head, width)
        )

    def _draw_head(self, sheet: Sheet, top: float) -> None:
        right, names = sheet.left + self._width, top + self._names
        bottom = names + self._number_row
        sheet.box(sheet.left, top, self._width, bottom - top, GRID)
        for place in self._places:
            x = sheet.left + place.left
            middle = x + place.width / 2
            upper = self._upper if place.column.group else 0.0
            if place.left:
                begins = not place.column.group or self._begins_group(place)
                sheet.upright(x, top if begins else top + upper, bottom, GRID)
            lines = self._heads[place.column.key]
            self._centred_lines(sheet, middle, top + upper, names, lines)
        for name, group in groupby(self._places, lambda place: place.column.group):
            places = list(group)
            if name:
                left = sheet.left + places[0].left
                end = sheet.left + places[-1].left + places[-1].width
                sheet.rule(left, end, top + self._upper, GRID)
                self._centred_lines(sheet, (left + end) / 2, top, top + self._upper, (name,))
        if self._numbered:
            sheet.rule(sheet.left, right, names, GRID)
            y = (names + bottom) / 2 + self._kind.number.size * 0.119
            for number, place in enumerate(self._places, 1):
                middle = sheet.left + place.left + place.width / 2
                sheet.text_centred(middle, y, f"({number})", self._kind.number)

    def _begins_group(self, place: _Place) -> bool:
        at = self._places.index(place)
        return self._places[at - 1].column.group != place.column.group

    def _centred_lines(
        self, sheet: Sheet, middle: float, top: float, bottom: float, lines: Sequence[str]
    ) -> None:
        kind = self._kind
        y = (top + bottom) / 2 - (len(lines) - 1) * kind.head_pitch / 2 + kind.head.size * 0.119
        for line in lines:
            sheet.text_centred(middle, y, line, kind.head)
            y += kind.head_pitch

"""The table of a sheet of figures: grouped heads with numbers below, headings, totals in bold.

A row that is higher than a page goes on, on the next one, below the head that is drawn again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from counter_app.domain.reports.said import said
from counter_app.domain.reports.sheet import Cell, Column, Mark, ReportSheet, Row, RowKind, Unit
from counter_app.papers.figures.widths import before_said, fitted
from counter_app.papers.setting.flow import Band
from counter_app.papers.setting.grid import GRID
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style

_RISE = 0.119  # of the type's size: from the middle of a line to its baseline
_CENTRED = frozenset({Unit.DATE, Unit.MOMENT})
_QUIET = 0.35
_LEAST_LINES = 3  # a part of a row that goes on has at least so many

Line = tuple[str, Style]


class FiguresTable:
    """A report's table, measured on `blank`."""

    def __init__(self, blank: Sheet, report: ReportSheet) -> None:
        self._blank = blank
        self._report = report
        found = fitted(blank, report)
        self._kind, self._widths = found.kind, found.widths
        self._lefts = [sum(self._widths[:place]) for place in range(len(self._widths))]
        self._width = sum(self._widths)
        text = self._kind.text
        self._quiet = Style(text.face, text.size, grey=_QUIET)
        self._heads = [
            blank.wrapped(column.head, self._kind.head, width - 1.0)
            for column, width in zip(report.columns, self._widths, strict=True)
        ]
        self._groups = self._grouped(report.columns)
        self._upper = self._line_height(max((len(lines) for *_, lines in self._groups), default=0))
        lower = max(
            self._line_height(len(lines)) - (0.0 if column.group else self._upper)
            for column, lines in zip(report.columns, self._heads, strict=True)
        )
        self._names = self._upper + lower
        self.head = Band(self._names + self._kind.pitch + 0.9, self._draw_head)

    def bands(self, room: float, empty: str) -> list[Band]:
        """Return the rows, or one that says `empty`; `room` is what a page has for the table."""
        if not self._report.rows:
            return [self._wide(empty, self._kind.text)]
        bands: list[Band] = []
        for row in self._report.rows:
            if row.kind is RowKind.HEAD:
                words = said(row.cells[0].value, self._report.columns[0].unit)
                bands.append(self._wide(words, self._kind.bold, kept=True))
            else:
                bands += self._row(row, room)
        return bands

    def _row(self, row: Row, room: float) -> list[Band]:
        kind = self._kind
        cells = [self._lines(row, place) for place in range(len(self._widths))]
        most = max(map(len, cells))
        fits = int((room - self.head.height - kind.above - kind.below) / kind.pitch)
        fits = max(_LEAST_LINES, fits)
        words = max((said(c.value, Unit.TEXT) for c in row.cells), key=len)
        return [
            self._part([cell[first : first + fits] for cell in cells], words)
            for first in range(0, most, fits)
        ]

    def _part(self, cells: Sequence[Sequence[Line]], words: str) -> Band:
        kind = self._kind
        height = kind.above + max(map(len, cells)) * kind.pitch + kind.below

        def draw(sheet: Sheet, top: float) -> None:
            sheet.rule(sheet.left, sheet.left + self._width, top + height, GRID)
            for x in (*self._lefts, self._width):
                sheet.upright(sheet.left + x, top, top + height, GRID)
            first = top + kind.above + kind.pitch / 2
            for place, lines in enumerate(cells):
                for number, (text, style) in enumerate(lines):
                    y = first + number * kind.pitch + kind.text.size * _RISE
                    self._set(sheet, place, y, text, style)

        return Band(height, draw, head=self.head, words=words)

    def _set(self, sheet: Sheet, place: int, y: float, text: str, style: Style) -> None:
        side, width = self._kind.side, self._widths[place]
        left = sheet.left + self._lefts[place]
        unit = self._report.columns[place].unit
        if unit is Unit.TEXT:
            sheet.text(left + side, y, text, style)
        elif unit in _CENTRED:
            sheet.text_centred(left + width / 2, y, text, style)
        else:
            sheet.text_right(left + width - side, y, text, style)

    def _lines(self, row: Row, place: int) -> list[Line]:
        cell, unit = row.cells[place], self._report.columns[place].unit
        style = self._style(row, cell)
        words = "" if cell.value is None and unit is Unit.TEXT else said(cell.value, unit)
        width = self._widths[place] - 2 * self._kind.side
        lines = [(line, style) for line in self._wrapped(words, style, width)]
        before = before_said(cell, unit) if self._report.compared else ""
        if before:
            small = self._kind.number
            lines += [(line, small) for line in self._wrapped(before, small, width)]
        return lines

    def _wrapped(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        return self._blank.wrapped(text, style, width) if text else ()

    def _style(self, row: Row, cell: Cell) -> Style:
        if row.kind is RowKind.TOTAL or cell.mark is Mark.BAD:
            return self._kind.bold
        return self._quiet if cell.mark is Mark.QUIET else self._kind.text

    def _wide(self, text: str, style: Style, *, kept: bool = False) -> Band:
        kind = self._kind
        lines = self._blank.wrapped(text, style, self._width - 2 * kind.side)
        height = kind.above + len(lines) * kind.pitch + kind.below

        def draw(sheet: Sheet, top: float) -> None:
            sheet.rule(sheet.left, sheet.left + self._width, top + height, GRID)
            for x in (sheet.left, sheet.left + self._width):
                sheet.upright(x, top, top + height, GRID)
            y = top + kind.above + kind.pitch / 2 + style.size * _RISE
            for number, line in enumerate(lines):
                sheet.text(sheet.left + kind.side, y + number * kind.pitch, line, style)

        return Band(height, draw, kept=kept, head=self.head, words=text)

    # The head

    def _line_height(self, lines: int) -> float:
        return self._kind.head_room + lines * self._kind.head_pitch if lines else 0.0

    def _grouped(self, columns: Sequence[Column]) -> list[tuple[float, float, tuple[str, ...]]]:
        """Return left edge, right edge and lines of each common head."""
        found = []
        for name, members in groupby(enumerate(columns), lambda each: each[1].group):
            places = [place for place, _ in members]
            if name:
                left = self._lefts[places[0]]
                right = self._lefts[places[-1]] + self._widths[places[-1]]
                lines = self._blank.wrapped(name, self._kind.head, right - left - 1.0)
                found.append((left, right, lines))
        return found

    def _draw_head(self, sheet: Sheet, top: float) -> None:
        kind, columns = self._kind, self._report.columns
        names, bottom = top + self._names, top + self.head.height
        sheet.box(sheet.left, top, self._width, bottom - top, GRID)
        sheet.rule(sheet.left, sheet.left + self._width, names, GRID)
        for left, right, lines in self._groups:
            level = top + self._upper
            sheet.rule(sheet.left + left, sheet.left + right, level, GRID)
            self._centred(sheet, sheet.left + (left + right) / 2, top, level, lines)
        for place, column in enumerate(columns):
            x = sheet.left + self._lefts[place]
            below = top + self._upper if column.group else top
            if place:
                goes_on = column.group and columns[place - 1].group == column.group
                sheet.upright(x, below if goes_on else top, bottom, GRID)
            middle = x + self._widths[place] / 2
            self._centred(sheet, middle, below, names, self._heads[place])
        y = (names + bottom) / 2 + kind.number.size * _RISE
        for place, width in enumerate(self._widths):
            middle = sheet.left + self._lefts[place] + width / 2
            sheet.text_centred(middle, y, f"({place + 1})", kind.number)

    def _centred(
        self, sheet: Sheet, middle: float, top: float, bottom: float, lines: Sequence[str]
    ) -> None:
        kind = self._kind
        y = (top + bottom) / 2 - (len(lines) - 1) * kind.head_pitch / 2 + kind.head.size * _RISE
        for line in lines:
            sheet.text_centred(middle, y, line, kind.head)
            y += kind.head_pitch

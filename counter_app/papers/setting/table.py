"""A table with full grid: heads centred, text from the top, counts centred, rows never split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import TABLE, TABLE_HEAD

GRID = 0.3  # points
_SIDE, _TOP, _BOTTOM = 1.3, 0.95, 0.85
_PITCH, _FIRST = 3.9, 3.8  # between baselines; from a row's top to its first baseline
_HEAD_PITCH, _HEAD_ROW = 3.25, 5.7


@dataclass(frozen=True, slots=True)
class Column:
    """A column: width in millimetres, head (a line feed breaks it), centred or from the left."""

    width: float
    head: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A measured row: the lines of each cell, and its height in millimetres."""

    cells: tuple[tuple[str, ...], ...]
    height: float


class Table:
    """Columns that rows are measured against and drawn in."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)
        lines = max(column.head.count("\n") for column in columns)
        self.head_height = _HEAD_ROW + lines * _HEAD_PITCH

    def row(self, sheet: Sheet, cells: Sequence[str]) -> Row:
        """Return a row of `cells`; a line feed in a cell breaks it by hand."""
        wrapped = tuple(
            tuple(
                line
                for part in cell.split("\n")
                for line in sheet.wrapped(part, TABLE, column.width - 2 * _SIDE)
            )
            for column, cell in zip(self._columns, cells, strict=True)
        )
        height = _TOP + max(map(len, wrapped)) * _PITCH + _BOTTOM
        return Row(wrapped, height)

    def height(self, rows: Sequence[Row]) -> float:
        """Return the height of head and `rows`."""
        return self.head_height + sum(row.height for row in rows)

    def draw(self, sheet: Sheet, top: float, rows: Sequence[Row]) -> float:
        """Draw head and `rows` from `top` down; return the bottom."""
        self._draw_head(sheet, top)
        y = top + self.head_height
        for row in rows:
            sheet.rule(sheet.left, self._right(sheet), y, GRID)
            self._draw_row(sheet, y, row)
            y += row.height
        x = sheet.left
        for column in self._columns[:-1]:
            x += column.width
            sheet.upright(x, top, y, GRID)
        sheet.box(sheet.left, top, self._right(sheet) - sheet.left, y - top, GRID)
        return y

    def _right(self, sheet: Sheet) -> float:
        return sheet.left + sum(column.width for column in self._columns)

    def _draw_head(self, sheet: Sheet, top: float) -> None:
        x = sheet.left
        for column in self._columns:
            lines = column.head.split("\n")
            middle = x + column.width / 2
            y = top + self.head_height / 2 - (len(lines) - 1) * _HEAD_PITCH / 2 + 0.95
            for place, line in enumerate(lines):
                sheet.text_centred(middle, y + place * _HEAD_PITCH, line, TABLE_HEAD)
            x += column.width

    def _draw_row(self, sheet: Sheet, top: float, row: Row) -> None:
        x = sheet.left
        for column, lines in zip(self._columns, row.cells, strict=True):
            for place, line in enumerate(lines):
                y = top + _FIRST + place * _PITCH
                if column.centred:
                    sheet.text_centred(x + column.width / 2, y, line, TABLE)
                else:
                    sheet.text(x + _SIDE, y, line, TABLE)
            x += column.width

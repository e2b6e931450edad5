"""A sheet of figures as cells of a table, and the card of one figure."""

from __future__ import annotations

from counter_app.desktop.presenters.reports.reports_state import FigureCard, SheetShown
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists import cells
from counter_app.desktop.widgets.lists.cells import SectionCell, TextCell
from counter_app.domain.reports.said import change_said, said
from counter_app.domain.reports.sheet import Cell, Column, Mark, ReportSheet, Row, RowKind, Unit
from counter_app.i18n import several, tr

_PX = 3.4
"""Pixels at 100 % for a millimetre of the lying A4 page: its width is that of the work area."""

_TONES = {
    Mark.PLAIN: Tone.TEXT,
    Mark.GOOD: Tone.OK,
    Mark.BAD: Tone.LATE,
    Mark.QUIET: Tone.TEXT_3,
}
_WORDS = frozenset({Unit.TEXT, Unit.DATE, Unit.MOMENT})
_TOTAL_WEIGHT = 600


def shown(sheet: ReportSheet, *, compare: bool) -> SheetShown:
    """Return the sheet as cells; `compare` puts the period before below each figure."""
    return SheetShown(
        columns=tuple(
            cells.Column(column.head, round(column.width * _PX), right=column.unit not in _WORDS)
            for column in sheet.columns
        ),
        groups=tuple(column.group for column in sheet.columns),
        rows=tuple(_row(sheet, row, compare=compare) for row in sheet.rows),
        totals=frozenset(
            place for place, row in enumerate(sheet.rows) if row.kind is RowKind.TOTAL
        ),
        two_lines=compare,
    )


def card_of(sheet: ReportSheet, row: int, column: int, *, drills: bool) -> FigureCard | None:
    """Return the card of the figure in a row and a column; None where there is none.

    `drills`: the officer may see the dossiers behind it.
    """
    if not (0 <= row < len(sheet.rows) and 0 <= column < len(sheet.columns)):
        return None
    line, head = sheet.rows[row], sheet.columns[column]
    cell = line.cells[column]
    named = next((at for at, each in enumerate(sheet.columns) if each.unit is Unit.TEXT), 0)
    name = said(line.cells[named].value, sheet.columns[named].unit)
    what = f"{head.group}: {head.head}" if head.group else head.head
    change = ""
    if sheet.compared and (by := change_said(cell.value, cell.before, head.unit)):
        change = tr("kỳ trước {before} ({change})").format(
            before=said(cell.before, head.unit), change=by
        )
    return FigureCard(
        title=what if column <= named else f"{name} · {what}",
        value=said(cell.value, head.unit),
        change=change,
        definition=head.definition,
        opens=_opens(cell, head) if drills else "",
    )


def first_figure(sheet: ReportSheet) -> tuple[int, int]:
    """Return row and column of the first number; (-1, 0) when the sheet has no row to be on."""
    row = next((at for at, each in enumerate(sheet.rows) if each.kind is not RowKind.HEAD), -1)
    numbers = (at for at, each in enumerate(sheet.columns) if each.unit not in _WORDS)
    return row, next(numbers, 0) if row >= 0 else 0


def _opens(cell: Cell, head: Column) -> str:
    if cell.drill is None or not cell.value:
        return ""
    if head.unit is Unit.COUNT and isinstance(cell.value, int):
        words = several("mở danh sách {n} hồ sơ", cell.value)
        return words.format(n=said(cell.value, Unit.COUNT))
    return tr("mở danh sách hồ sơ")


def _row(sheet: ReportSheet, row: Row, *, compare: bool) -> tuple[cells.Cell, ...]:
    if row.kind is RowKind.HEAD:
        caption = SectionCell(said(row.cells[0].value, sheet.columns[0].unit))
        return (caption,) * len(sheet.columns)
    pairs = zip(sheet.columns, row.cells, strict=True)
    return tuple(_cell(column, cell, row, compare=compare) for column, cell in pairs)


def _cell(column: Column, cell: Cell, row: Row, *, compare: bool) -> TextCell:
    number = column.unit not in _WORDS
    below = ""
    if compare and (change := change_said(cell.value, cell.before, column.unit)):
        below = f"{said(cell.before, column.unit)} ({change})"
    return TextCell(
        text=said(cell.value, column.unit),
        tone=_TONES[cell.mark] if cell.value is not None else Tone.TEXT_3,
        weight=_TOTAL_WEIGHT if row.kind is RowKind.TOTAL else 400,
        digits=number or column.unit is not Unit.TEXT,
        right=number,
        below=below,
    )

"""A sheet of figures as text on a terminal: the same values as on paper, in columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from counter_app.domain.reports.paper import EMPTY, days_words
from counter_app.domain.reports.said import said
from counter_app.domain.reports.sheet import Column, ReportSheet, Row, RowKind, Unit

_TEXT_MOST, _HEAD_MOST = 36, 14
_GAP = "  "


def table_lines(report: ReportSheet, width: int = 100) -> Iterator[str]:
    """Yield title, days, table and notes, a line each.

    Columns that don't fit into `width` letters follow below, beside the first one again.
    """
    yield report.title
    yield f"({days_words(report)})"
    yield ""
    if report.rows:
        yield from _table(report, width)
    else:
        yield EMPTY
    notes = list(report.notes)
    if report.compared and report.period is not None:
        notes.insert(0, f"Số trong ngoặc là của kỳ trước ({report.period.before().words}).")
    if notes:
        yield ""
    yield from (f"– {note}" for note in notes)


def _table(report: ReportSheet, width: int) -> Iterator[str]:
    columns = report.columns
    heads = [_wrapped(_head(column), _HEAD_MOST) for column in columns]
    lines = [row for row in report.rows if row.kind is not RowKind.HEAD]
    cells = [[_cell(report, row, place) for place in range(len(columns))] for row in lines]
    widths = [
        max(len(line) for each in (heads, *cells) for line in each[place])
        for place in range(len(columns))
    ]
    for number, places in enumerate(_blocks(widths, width)):
        if number:
            yield ""
        yield from _block(report, places, heads, cells, widths)


def _blocks(widths: Sequence[int], width: int) -> Iterator[list[int]]:
    """Yield the columns that stand side by side, the first one always among them."""
    block, taken = [0], widths[0]
    for place in range(1, len(widths)):
        taken += len(_GAP) + widths[place]
        if taken > width and len(block) > 1:
            yield block
            block, taken = [0], widths[0] + len(_GAP) + widths[place]
        block.append(place)
    yield block


def _block(
    report: ReportSheet,
    places: Sequence[int],
    heads: Sequence[list[str]],
    cells: Sequence[Sequence[list[str]]],
    widths: Sequence[int],
) -> Iterator[str]:
    columns = [report.columns[place] for place in places]
    own = [widths[place] for place in places]
    rule = "─" * (sum(own) + len(_GAP) * (len(own) - 1))
    yield from _lines(columns, [heads[place] for place in places], own)
    yield rule
    following = iter(cells)
    for row in report.rows:
        if row.kind is RowKind.HEAD:
            yield said(row.cells[0].value, report.columns[0].unit)
            continue
        if row.kind is RowKind.TOTAL:
            yield rule
        found = next(following)
        yield from _lines(columns, [found[place] for place in places], own)


def _head(column: Column) -> str:
    return f"{column.group}: {column.head}" if column.group else column.head


def _cell(report: ReportSheet, row: Row, place: int) -> list[str]:
    cell, unit = row.cells[place], report.columns[place].unit
    if unit is Unit.TEXT:
        return _wrapped("" if cell.value is None else said(cell.value, unit), _TEXT_MOST)
    lines = [said(cell.value, unit)]
    if report.compared and cell.before is not None:
        lines.append(f"({said(cell.before, unit)})")
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _lines(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int]
) -> Iterator[str]:
    for number in range(max(map(len, cells))):
        parts = []
        for column, lines, width in zip(columns, cells, widths, strict=True):
            line = lines[number] if number < len(lines) else ""
            parts.append(line.ljust(width) if column.unit is Unit.TEXT else line.rjust(width))
        yield _GAP.join(parts).rstrip()

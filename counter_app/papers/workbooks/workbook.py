"""A table as an xlsx file: a title, a head that stays in sight, rows that can be filtered.

Same values, same bytes. A text is always written as text: one that begins with "=" is no formula
in the hands of who opens it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter_app.papers.workbooks.practice import mark_pages, titled

_HEAD = 2  # the row of the column heads, counted from 0
_MADE = datetime(2025, 7, 1)  # noqa: DTZ001 (a file's own date, in no place; it never changes)
_LONGEST = 32_767  # letters of a cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its tab's name, its title, columns with widths in letters, rows."""

    name: str
    title: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[str | int]]
    practice: bool = False


def workbook(sheet: Sheet) -> bytes:
    """Return the file of one sheet."""
    import xlsxwriter  # some MB, for a file that few days ask for

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": sheet.title, "created": _MADE})
    page = book.add_worksheet(sheet.name)
    title = titled(sheet.title, practice=sheet.practice)
    page.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (text, width) in enumerate(sheet.columns):
        page.set_column(place, place, width)
        page.write_string(_HEAD, place, text, head)
    for number, row in enumerate(sheet.rows, _HEAD + 1):
        for place, value in enumerate(row):
            _write(page, number, place, value, cell)
    page.freeze_panes(_HEAD + 1, 0)
    page.autofilter(_HEAD, 0, _HEAD + max(1, len(sheet.rows)), len(sheet.columns) - 1)
    page.set_landscape()
    mark_pages(page, practice=sheet.practice)
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD)
    book.close()
    return out.getvalue()


def _write(page: Any, row: int, place: int, value: str | int, style: Any) -> None:
    if isinstance(value, int):
        page.write_number(row, place, value, style)
    elif value:
        page.write_string(row, place, value[:_LONGEST], style)

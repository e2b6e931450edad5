"""A report as an xlsx file: figures as numbers, percentages and dates as what they are.

The first sheet is the table, its head kept in sight, with what the report knows at its foot; the
second says what each column counts. Same values, same bytes, and no text becomes a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import Any

from counter_app.domain.dates import vietnam_time
from counter_app.domain.reports.paper import EMPTY, ReportPaper, days_words
from counter_app.domain.reports.said import remarks, said
from counter_app.domain.reports.sheet import Column, Row, RowKind, Unit, Value, check_code
from counter_app.papers.workbooks.practice import mark_pages, titled

TABLE_TAB, DEFINITION_TAB = "Biểu số liệu", "Định nghĩa"
BEFORE = "Kỳ trước"

_MADE = datetime(2025, 7, 1)  # noqa: DTZ001 (a file's own date, in no place; it never changes)
_LONGEST = 32_767  # letters of a cell
_EXACT = 10**15  # beyond it a spreadsheet's numbers lose their last figures
_FIRST_YEAR = 1900  # spreadsheets know no earlier dates
_MINUTES_A_DAY = 24 * 60
_LAST_DAY = 2_958_465  # 31/12/9999, counted from the first
_HEAD = 5  # the row of the common heads, counted from 0; the columns' own are below it
_A_LETTER = 1.9  # millimetres of a column's width on paper
_LEAST_WIDTH, _REST_WIDTH = 9, 44

_FORMATS = {
    Unit.TEXT: "@",
    Unit.COUNT: "#,##0",
    Unit.MONEY: "#,##0",
    Unit.PERCENT: "0.0%",
    Unit.TENTHS: "#,##0.0",
    Unit.MINUTES: '[h]" giờ "mm" phút"',
    Unit.DATE: "dd/mm/yyyy",
    Unit.MOMENT: "hh:mm dd/mm/yyyy",
}
_UNITS = {
    Unit.TEXT: "chữ",
    Unit.COUNT: "số lượng",
    Unit.MONEY: "đồng",
    Unit.PERCENT: "phần trăm",
    Unit.TENTHS: "số có một chữ số thập phân",
    Unit.MINUTES: "giờ, phút",
    Unit.DATE: "ngày",
    Unit.MOMENT: "thời điểm",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of the spreadsheet: that of the report's column, or its figure of before."""

    column: Column
    number: int  # of the report's column, from 0
    before: bool = False

    @property
    def head(self) -> str:
        return f"{BEFORE}: {self.column.head}" if self.before else self.column.head


def figures_workbook(content: ReportPaper, *, practice: bool = False) -> bytes:
    """Return the file; `practice` puts its mark on each tab."""
    return _Book(content, practice=practice).file()


class _Book:
    def __init__(self, content: ReportPaper, *, practice: bool) -> None:
        import xlsxwriter  # some MB, for a file that few days ask for

        self._content, self._report = content, content.sheet
        self._practice = practice
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self._book.set_properties({"title": content.sheet.title[:255], "created": _MADE})
        self._formats: dict[tuple[Unit, bool], Any] = {}

    def file(self) -> bytes:
        self._table(self._book.add_worksheet(TABLE_TAB))
        self._definitions(self._book.add_worksheet(DEFINITION_TAB))
        self._book.close()
        return self._out.getvalue()

    @cached_property
    def _places(self) -> list[_Place]:
        return list(self._each_place())

    def _each_place(self) -> Iterator[_Place]:
        report = self._report
        for number, column in enumerate(report.columns):
            yield _Place(column, number)
            cells = (row.cells[number] for row in report.rows)
            if report.compared and any(cell.before is not None for cell in cells):
                yield _Place(column, number, before=True)

    def _table(self, page: Any) -> None:
        content, report = self._content, self._report
        _write(page, 0, 0, content.header.on_one_line(), self._book.add_format({"italic": True}))
        title = self._book.add_format({"bold": True, "font_size": 14})
        _write(page, 1, 0, titled(report.title, practice=self._practice), title)
        _write(page, 2, 0, days_words(report))
        _write(page, 3, 0, f"Căn cứ: {report.basis}" if report.basis else "")
        self._heads(page)
        first = _HEAD + 3
        for at, row in enumerate(report.rows, first):
            self._row(page, at, row)
        if not report.rows:
            _write(page, first, 0, EMPTY)
        after = first + max(1, len(report.rows)) + 1
        closing = (*remarks(report), content.standing, f"Mã kiểm tra: {check_code(report)}")
        for at, text in enumerate(closing, after):
            _write(page, at, 0, text)
        page.freeze_panes(first, 1)
        page.set_landscape()
        mark_pages(page, practice=self._practice)
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEAD, _HEAD + 2)
        page.set_footer("&RTrang &P/&N")

    def _heads(self, page: Any) -> None:
        style = self._book.add_format(
            {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
        )
        numbers = self._book.add_format({"italic": True, "border": 1, "align": "center"})
        for at, place in enumerate(self._places):
            width = place.column.width / _A_LETTER if place.column.width else _REST_WIDTH
            page.set_column(at, at, max(_LEAST_WIDTH, width))
            _write(page, _HEAD, at, "", style)
            _write(page, _HEAD + 1, at, place.head, style)
            number = "" if place.before else f"({place.number + 1})"
            _write(page, _HEAD + 2, at, number, numbers)
        for group, members in groupby(enumerate(self._places), lambda each: each[1].column.group):
            columns = [at for at, _ in members]
            if not group:
                continue
            if len(columns) > 1:
                page.merge_range(_HEAD, columns[0], _HEAD, columns[-1], "", style)
            _write(page, _HEAD, columns[0], group, style)

    def _row(self, page: Any, at: int, row: Row) -> None:
        if row.kind is RowKind.HEAD:
            first = row.cells[0].value
            words = said(first, self._report.columns[0].unit)
            _write(page, at, 0, words, self._format(Unit.TEXT, bold=True))
            return
        bold = row.kind is RowKind.TOTAL
        for place, each in enumerate(self._places):
            cell = row.cells[each.number]
            value = cell.before if each.before else cell.value
            self._value(page, at, place, value, each.column.unit, bold=bold)

    def _value(
        self, page: Any, at: int, place: int, value: Value, unit: Unit, *, bold: bool
    ) -> None:
        style = self._format(unit, bold=bold)
        match value:
            case None:
                _write(page, at, place, "", style)
            case datetime() if vietnam_time(value).year >= _FIRST_YEAR:
                moment = vietnam_time(value).replace(tzinfo=None)
                page.write_datetime(at, place, moment, self._format(Unit.MOMENT, bold=bold))
            case date() if not isinstance(value, datetime) and value.year >= _FIRST_YEAR:
                page.write_datetime(at, place, value, self._format(Unit.DATE, bold=bold))
            case int() if _holds(value, unit):
                page.write_number(at, place, _number(value, unit), style)
            case _:
                _write(page, at, place, said(value, unit), self._format(Unit.TEXT, bold=bold))

    def _format(self, unit: Unit, *, bold: bool) -> Any:
        found = self._formats.get((unit, bold))
        if found is None:
            about = {"num_format": _FORMATS[unit], "border": 1, "valign": "top", "bold": bold}
            if unit is Unit.TEXT:
                about["text_wrap"] = True
            found = self._formats[unit, bold] = self._book.add_format(about)
        return found

    def _definitions(self, page: Any) -> None:
        head = self._book.add_format({"bold": True, "bottom": 1, "valign": "vcenter"})
        cell = self._book.add_format({"text_wrap": True, "valign": "top"})
        for at, (text, width) in enumerate(
            (("Cột", 6), ("Nhóm", 22), ("Chỉ tiêu", 32), ("Đơn vị", 18), ("Định nghĩa", 90))
        ):
            page.set_column(at, at, width)
            _write(page, 0, at, text, head)
        for at, column in enumerate(self._report.columns, 1):
            texts: Sequence[str] = (
                f"({at})", column.group, column.head, _UNITS[column.unit], column.definition
            )  # fmt: skip
            for place, text in enumerate(texts):
                _write(page, at, place, text, cell)
        page.freeze_panes(1, 0)
        page.set_landscape()
        mark_pages(page, practice=self._practice)
        page.set_paper(9)
        page.fit_to_pages(1, 0)


def _holds(value: int, unit: Unit) -> bool:
    """Tell whether a spreadsheet shows the figure: it has no times below zero or without end."""
    if unit is Unit.MINUTES:
        return 0 <= value < _LAST_DAY * _MINUTES_A_DAY
    return abs(value) < _EXACT


def _number(value: int, unit: Unit) -> float:
    match unit:
        case Unit.PERCENT:
            return value / 1000
        case Unit.TENTHS:
            return value / 10
        case Unit.MINUTES:
            return value / _MINUTES_A_DAY
        case _:
            return value


def _write(page: Any, row: int, place: int, text: str, style: Any = None) -> None:
    """Write a text as text: one that begins with "=" is no formula."""
    if text:
        page.write_string(row, place, text[:_LONGEST], style)
    else:
        page.write_blank(row, place, None, style)

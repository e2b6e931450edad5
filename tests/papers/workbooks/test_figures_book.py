"""A report's spreadsheet, read by another library: types, head, definitions, foot."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl

from counter_app.domain.dates import VIETNAM
from counter_app.domain.reports.paper import EMPTY
from counter_app.domain.reports.sheet import Column, ReportSheet, Unit, check_code
from counter_app.papers.workbooks.figures_book import (
    DEFINITION_TAB,
    TABLE_TAB,
    figures_workbook,
)
from tests.papers.figures import made


def book(sheet: ReportSheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(figures_workbook(made.paper(sheet))))


def rows(sheet: ReportSheet) -> list[tuple[Any, ...]]:
    return list(book(sheet)[TABLE_TAB].iter_rows(values_only=True))


def test_the_head_says_what_it_is_and_stays_in_sight() -> None:
    page = book(made.PLAIN)[TABLE_TAB]
    assert page["A1"].value == "UBND PHƯỜNG MẪU – TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert page["A2"].value == made.PLAIN.title
    assert page["A3"].value == "Tháng 11/2026"
    assert page["A4"].value == f"Căn cứ: {made.PLAIN.basis}"
    assert page.freeze_panes == "B9"
    assert page.print_title_rows == "$6:$8"
    assert page["B6"].value == "Tiếp nhận"
    heads = [cell.value for cell in page[7]]
    assert heads[:5] == [
        "Lĩnh vực",
        "Kỳ trước chuyển sang",
        "Kỳ trước: Kỳ trước chuyển sang",
        "Mới tiếp nhận",
        "Kỳ trước: Mới tiếp nhận",
    ]
    assert [cell.value for cell in page[8]][:4] == ["(1)", "(2)", None, "(3)"]


def test_figures_are_numbers_percentages_and_dates() -> None:
    page = book(replace(made.PLAIN, compared=False))[TABLE_TAB]
    line = page[10]
    assert [cell.value for cell in line] == [
        "Hộ tịch", 12, 1234, 1190, 20, 0.983, line[6].value, 1_234_000, datetime(2026, 11, 30),
    ]  # fmt: skip
    assert line[5].number_format == "0.0%"
    assert line[7].number_format == "#,##0"
    assert line[8].is_date
    assert line[6].number_format == '[h]" giờ "mm" phút"'
    assert line[6].value.total_seconds() / 60 == 125
    total = page[14]
    assert (total[0].value, total[0].font.bold, total[1].font.bold) == ("Tổng số", True, True)
    assert page["A9"].value == "I. Thủ tục hành chính cấp xã"
    assert page["F13"].value is None, "no value is an empty cell, not a dash among numbers"


def test_the_period_before_stands_beside_its_figure() -> None:
    page = book(made.PLAIN)[TABLE_TAB]
    assert [cell.value for cell in page[10]][:5] == ["Hộ tịch", 12, 9, 1234, 1100]


def test_definitions_are_on_the_second_tab() -> None:
    found = book(made.PLAIN)
    assert found.sheetnames == [TABLE_TAB, DEFINITION_TAB]
    told = list(found[DEFINITION_TAB].iter_rows(values_only=True))
    assert len(told) == 1 + len(made.COLUMNS)
    assert told[2] == (
        "(2)", "Tiếp nhận", "Kỳ trước chuyển sang", "số lượng",
        "Hồ sơ tiếp nhận trước kỳ, đầu kỳ chưa có kết quả.",
    )  # fmt: skip


def test_the_foot_says_what_the_sheet_knows() -> None:
    last = [row[0] for row in rows(made.PLAIN)[-3:]]
    assert last[0] == "Tỷ lệ không tính khi có ít hơn 5 hồ sơ."
    assert last[1].startswith("Kết xuất từ Hệ thống lúc 16:45 30/11/2026")
    assert last[2] == f"Mã kiểm tra: {check_code(made.PLAIN)}"


def test_no_text_becomes_a_formula_and_no_figure_loses_a_digit() -> None:
    columns = (
        Column("a", "=1+1", Unit.TEXT, definition="=2+2", group="=3"),
        Column("b", "+1", Unit.MONEY),
        Column("c", "-1", Unit.MOMENT),
        Column("d", "@x", Unit.DATE),
    )
    at = datetime(2026, 11, 30, 9, 14, tzinfo=VIETNAM)
    long = 1_234_567_890_123_456
    sheet = replace(
        made.PLAIN,
        title="=SUM(A1)",
        columns=columns,
        rows=(made.row("=cmd|' /C calc'!A0", long, at, date(1850, 1, 2)),),
        notes=("=5",),
        compared=False,
    )
    found = book(sheet)
    for page in found:
        for line in page.iter_rows():
            assert all(cell.data_type != "f" for cell in line)
    line = found[TABLE_TAB][9]
    assert line[0].value == "=cmd|' /C calc'!A0"
    assert line[1].value == "1.234.567.890.123.456"
    assert line[2].value == datetime(2026, 11, 30, 9, 14)
    assert line[3].value == "02/01/1850"


def test_a_time_that_no_spreadsheet_shows_is_a_text() -> None:
    columns = (Column("a", "Tên", Unit.TEXT), Column("b", "Lâu", Unit.MINUTES))
    rows = (made.row("a", -125), made.row("b", 10**12), made.row("c", 0))
    page = book(replace(made.PLAIN, columns=columns, rows=rows, compared=False))[TABLE_TAB]
    assert [page[f"B{at}"].data_type for at in (9, 10, 11)] == ["s", "s", "d"]
    assert page["B9"].value == "−2 giờ 05 phút"


def test_same_values_same_bytes() -> None:
    assert figures_workbook(made.paper(made.WIDE)) == figures_workbook(made.paper(made.WIDE))


def test_without_figures_it_says_so() -> None:
    assert rows(made.EMPTY)[8][0] == EMPTY

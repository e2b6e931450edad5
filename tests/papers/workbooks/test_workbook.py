"""A written workbook, read by another library."""

from __future__ import annotations

import io

import openpyxl

from counter_app.papers.workbooks.workbook import Sheet, workbook

SHEET = Sheet(
    "Nhật ký",
    "Nhật ký 20/11/2026",
    (("Lúc", 20), ("Số", 8)),
    (("=1+1", 7), ("Đặng Thị Ứng", 8), ("x" * 40_000, 9)),
)


def test_texts_stay_texts_and_numbers_numbers() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook(SHEET))).active
    assert page is not None
    rows = list(page.iter_rows(min_row=3, values_only=True))
    assert rows[:3] == [("Lúc", "Số"), ("=1+1", 7), ("Đặng Thị Ứng", 8)]
    assert page["A4"].data_type == "s"
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:B6"


def test_same_values_same_bytes() -> None:
    assert workbook(SHEET) == workbook(SHEET)


def test_an_empty_table_is_a_table() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("A", "B", (("C", 9),), ())))).active
    assert page is not None
    assert page["A3"].value == "C"

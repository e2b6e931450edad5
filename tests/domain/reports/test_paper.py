"""Which days a sheet is about, in words."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.reports.paper import days_words
from tests.domain.reports.test_handed_out import SHEET


def test_a_sheet_names_its_days_or_its_moment() -> None:
    assert days_words(SHEET) == "Tháng 11/2026"
    now = replace(SHEET, period=None)
    assert days_words(now) == "tính đến 09 giờ 00 phút, ngày 20/11/2026"

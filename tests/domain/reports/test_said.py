"""Figures as sheets write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.reports.said import change_said, said
from counter_app.domain.reports.sheet import Unit, Value


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1234, Unit.COUNT, "1.234"),
        (0, Unit.COUNT, "0"),
        (-3, Unit.COUNT, "−3"),
        (953, Unit.PERCENT, "95,3 %"),
        (1000, Unit.PERCENT, "100,0 %"),
        (48, Unit.TENTHS, "4,8"),
        (-5, Unit.TENTHS, "−0,5"),
        (1_250_000, Unit.MONEY, "1.250.000"),
        (0, Unit.MINUTES, "0 phút"),
        (45, Unit.MINUTES, "45 phút"),
        (125, Unit.MINUTES, "2 giờ 05 phút"),
        (1440, Unit.MINUTES, "1 ngày"),
        (4 * 1440 + 185, Unit.MINUTES, "4 ngày 03 giờ"),
        (date(2026, 7, 1), Unit.DATE, "01/07/2026"),
        (datetime(2026, 7, 1, 9, 14, tzinfo=VIETNAM), Unit.MOMENT, "09:14 01/07/2026"),
        ("Cộng", Unit.COUNT, "Cộng"),
        (None, Unit.PERCENT, "–"),
    ],
)
def test_said(value: Value, unit: Unit, words: str) -> None:
    assert said(value, unit) == words


@pytest.mark.parametrize(
    ("value", "before", "unit", "words"),
    [
        (12, 10, Unit.COUNT, "+2"),
        (10, 12, Unit.COUNT, "−2"),
        (10, 10, Unit.COUNT, "0"),
        (953, 941, Unit.PERCENT, "+1,2 điểm"),
        (60, 185, Unit.MINUTES, "−2 giờ 05 phút"),
        (None, 5, Unit.COUNT, ""),
        (5, None, Unit.COUNT, ""),
        ("Đất đai", "Hộ tịch", Unit.TEXT, ""),
        (date(2026, 7, 1), date(2026, 6, 1), Unit.DATE, ""),
    ],
)
def test_change_said(value: Value, before: Value, unit: Unit, words: str) -> None:
    assert change_said(value, before, unit) == words


@given(st.integers(-(10**12), 10**12), st.sampled_from([Unit.COUNT, Unit.MONEY, Unit.TENTHS]))
def test_a_figure_can_be_read_back(value: int, unit: Unit) -> None:
    plain = said(value, unit).replace(".", "").replace(",", "").replace("−", "-")
    assert int(plain) == value

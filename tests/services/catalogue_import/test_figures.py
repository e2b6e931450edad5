from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.deadlines.limit import LimitUnit
from counter_app.domain.procedures.fees import Tariff
from counter_app.services.catalogue_import.figures import limit, price


@pytest.mark.parametrize(
    ("text", "unit", "expected", "value"),
    [
        ("03 ngày làm việc", "", LimitUnit.WORKING_DAY, "3"),
        ("3", "ngày làm việc", LimitUnit.WORKING_DAY, "3"),
        ("Không quá 05 (năm) ngày làm việc.", "", LimitUnit.WORKING_DAY, "5"),
        ("Trong thời hạn 15 ngày", "", LimitUnit.CALENDAR_DAY, "15"),
        ("0,5 ngày làm việc", "", LimitUnit.WORKING_DAY, "0.5"),
        ("1/2 ngày làm việc", "", LimitUnit.WORKING_DAY, "0.5"),
        ("3.0 NGÀY LÀM VIỆC", "", LimitUnit.WORKING_DAY, "3"),
        ("12 giờ", "", LimitUnit.HOUR, "12"),
        ("01 tháng", "", LimitUnit.MONTH, "1"),
        ("Trong ngày", "", LimitUnit.SAME_DAY, None),
        ("Ngay trong ngày làm việc", "", LimitUnit.SAME_DAY, None),
        ("Không quy định", "", LimitUnit.NONE, None),
    ],
)
def test_limits_are_read(text: str, unit: str, expected: LimitUnit, value: str | None) -> None:
    found, problem = limit(text, unit)
    assert problem == ""
    assert found.unit is expected
    assert found.value == (Decimal(value) if value else None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "catalogue.limit_missing"),
        ("7", "catalogue.limit_without_unit"),
        ("0 ngày", "catalogue.limit_unread"),
        ("3-5 ngày", "catalogue.limit_unread"),
        ("ngày", "catalogue.limit_unread"),
        ("05 ngày làm việc hoặc 10 ngày làm việc", "catalogue.limit_unread"),
        ("5 tuần", "catalogue.limit_unread"),
        ("theo quy định", "catalogue.limit_unread"),
        ("5 ngày làm việc ngày", "catalogue.limit_unread"),
    ],
)
def test_a_limit_is_never_guessed(text: str, problem: str) -> None:
    found, code = limit(text)
    assert (found.unit, code) == (LimitUnit.UNKNOWN, problem)
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("50000", 50_000),
        ("50.000", 50_000),
        ("50 000 đồng", 50_000),
        ("1,500,000 VNĐ", 1_500_000),
        ("50.000đ/hồ sơ", 50_000),
        ("Miễn phí", 0),
        ("Không thu phí", 0),
    ],
)
def test_amounts_are_read(text: str, amount: int) -> None:
    found = price(text)
    assert (found.amount, found.tariff, found.problem) == (amount, None, "")


def test_a_price_per_unit_is_a_tariff() -> None:
    assert price("2.000 đồng/trang").tariff == Tariff("trang", 1, 2000, 2000)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "catalogue.fee_missing"),
        ("0", "catalogue.fee_zero"),
        ("0 đồng", "catalogue.fee_zero"),
        ("HĐND tỉnh quy định", "catalogue.fee_by_council"),
        ("Theo nghị quyết của Hội đồng nhân dân", "catalogue.fee_by_council"),
        ("40", "catalogue.fee_small"),
        ("50.5", "catalogue.fee_unread"),
        ("-5000", "catalogue.fee_unread"),
        ("1.0000", "catalogue.fee_unread"),
        ("2.000; 1.000; 200.000", "catalogue.fee_unread"),
        ("theo quy định", "catalogue.fee_unread"),
        ("9" * 30, "catalogue.fee_unread"),
    ],
)
def test_an_amount_that_is_not_said_stays_unknown(text: str, problem: str) -> None:
    found = price(text)
    assert (found.amount, found.tariff, found.problem) == (None, None, problem)
    assert found.by_council is (problem == "catalogue.fee_by_council")


@given(st.text(max_size=60))
def test_any_text_is_a_figure_or_a_doubt(text: str) -> None:
    found, problem = limit(text)
    assert bool(problem) == (found.unit is LimitUnit.UNKNOWN)
    cost = price(text)
    assert bool(cost.problem) == (cost.amount is None and cost.tariff is None)


@given(st.integers(1000, 10_000_000_000))
def test_grouped_digits_mean_the_number(amount: int) -> None:
    assert price(f"{amount:,}".replace(",", ".")).amount == amount
    assert price(f"{amount} đồng").amount == amount

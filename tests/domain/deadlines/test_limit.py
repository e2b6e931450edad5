"""Limits: their codes, and those that nothing can be promised with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from counter_app.domain.deadlines.limit import Limit, LimitUnit, plain_number
from counter_app.domain.plain import from_plain, to_plain


@pytest.mark.parametrize(
    ("unit", "value", "code"),
    [
        (LimitUnit.WORKING_DAY, "3", "working_day:3"),
        (LimitUnit.WORKING_DAY, "0.50", "working_day:0.5"),
        (LimitUnit.CALENDAR_DAY, "3E+1", "calendar_day:30"),
        (LimitUnit.HOUR, "100", "hour:100"),
        (LimitUnit.SAME_DAY, None, "same_day"),
        (LimitUnit.SAME_DAY, "1", "same_day"),
        (LimitUnit.NONE, None, "none"),
    ],
)
def test_codes_are_short_and_stable(unit: LimitUnit, value: str | None, code: str) -> None:
    limit = Limit(unit, None if value is None else Decimal(value))
    assert limit.code == code
    assert limit.problems() == ()


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        (Limit(LimitUnit.UNKNOWN, Decimal(15), "15"), "limit_unit_unknown"),
        (Limit(LimitUnit.UNKNOWN), "limit_unit_unknown"),
        (Limit(LimitUnit.WORKING_DAY), "limit_value_missing"),
        (Limit(LimitUnit.MONTH, Decimal(-1)), "limit_out_of_range"),
        (Limit(LimitUnit.MONTH, Decimal(121)), "limit_out_of_range"),
        (Limit(LimitUnit.HOUR, Decimal("NaN")), "limit_out_of_range"),
        (Limit(LimitUnit.HOUR, Decimal("sNaN")), "limit_out_of_range"),
        (Limit(LimitUnit.WORKING_DAY, Decimal("Infinity")), "limit_out_of_range"),
        (Limit(LimitUnit.CALENDAR_DAY, Decimal("1E+9")), "limit_out_of_range"),
    ],
)
def test_what_can_not_be_promised_is_a_problem(limit: Limit, code: str) -> None:
    assert [problem.code for problem in limit.problems()] == [code]
    assert all(problem.is_false for problem in limit.problems())


def test_a_limit_survives_plain_json() -> None:
    limit = Limit(LimitUnit.WORKING_DAY, Decimal("0.5"), "1/2 ngày")
    assert from_plain(Limit, to_plain(limit)) == limit


@pytest.mark.parametrize(
    ("value", "text"), [("10", "10"), ("0", "0"), ("0.0", "0"), ("1.50", "1.5")]
)
def test_numbers_without_needless_zeros(value: str, text: str) -> None:
    assert plain_number(Decimal(value)) == text

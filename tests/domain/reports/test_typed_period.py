"""Periods as they are typed: read back, and what is wrong said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.problems import Problem
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.typed_period import parse_period, typed_period

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
CASES = {
    "2026-11": Period(date(2026, 11, 1), date(2026, 11, 30), Step.MONTH),
    "2026-Q4": Period(date(2026, 10, 1), date(2026, 12, 31), Step.QUARTER),
    "2026-H1": Period(date(2026, 1, 1), date(2026, 6, 30), Step.HALF),
    "2026": Period(date(2026, 1, 1), date(2026, 12, 31), Step.YEAR),
    "2026-W47": Period(date(2026, 11, 16), date(2026, 11, 22), Step.WEEK),
    "2026-W1": Period(date(2025, 12, 29), date(2026, 1, 4), Step.WEEK),
    "2026-11-20": Period(date(2026, 11, 20), date(2026, 11, 20), Step.DAY),
    "2026-11-01..2026-11-20": Period(date(2026, 11, 1), date(2026, 11, 20), Step.SPAN),
    " 2026-q4 ": Period(date(2026, 10, 1), date(2026, 12, 31), Step.QUARTER),
    "2025-12-30 .. 2026-01-02": Period(date(2025, 12, 30), date(2026, 1, 2), Step.SPAN),
}


@pytest.mark.parametrize("typed", CASES)
def test_what_is_typed_is_understood(typed: str) -> None:
    assert parse_period(typed) == CASES[typed]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "period_unreadable"),
        ("11/2026", "period_unreadable"),
        ("2026-Q5", "period_unreadable"),
        ("2026-11-01..", "period_unreadable"),
        ("2026-11..2026-12", "period_unreadable"),
        ("2026-13", "period_impossible"),
        ("2026-0", "period_impossible"),
        ("2026-W54", "period_impossible"),
        ("2025-W53", "period_impossible"),
        ("0000", "period_impossible"),
        ("9999", "period_impossible"),
        ("2026-02-30", "period_impossible"),
        ("2026-02-30..2026-03-01", "period_impossible"),
        ("2026-11-20..2026-11-01", "period_backwards"),
    ],
)
def test_what_is_no_period_is_said(typed: str, code: str) -> None:
    found = parse_period(typed)
    assert isinstance(found, Problem)
    assert (found.code, dict(found.facts)) == (code, {"text": typed})


@given(st.sampled_from(Step), DAYS)
def test_every_period_is_read_back(step: Step, day: date) -> None:
    period = period_of(step, day)
    assert parse_period(typed_period(period)) == period


@given(DAYS, DAYS)
def test_any_days_are_read_back(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert parse_period(typed_period(period)) == period


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_a_problem(text: str) -> None:
    assert isinstance(parse_period(text), Period | Problem)

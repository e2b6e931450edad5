"""When a date is doubted, and what may be typed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.doubtful_date import (
    SILENCE,
    Doubt,
    TypedDate,
    confirmed_moment,
    doubt,
)

LAST = datetime(2026, 11, 20, 16, 58, 33, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (datetime(2010, 1, 1, 0, 3, tzinfo=VIETNAM), Doubt.EARLIER),
        (LAST - timedelta(days=1), Doubt.EARLIER),
        (LAST - timedelta(hours=9), None),  # the same day: shown, not asked
        (LAST, None),
        (LAST + SILENCE, None),
        (LAST + SILENCE + timedelta(seconds=1), Doubt.LATER),
        (datetime(2040, 1, 1, tzinfo=VIETNAM), Doubt.LATER),
    ],
)
def test_what_is_doubted(at: datetime, why: Doubt | None) -> None:
    assert doubt(at, LAST) is why
    assert doubt(at, None) is None


def test_a_step_over_midnight_is_none() -> None:
    midnight = datetime(2026, 11, 21, 0, 4, tzinfo=VIETNAM)
    assert doubt(midnight - timedelta(minutes=9), midnight) is None
    assert doubt(midnight - timedelta(minutes=11), midnight) is Doubt.EARLIER


@pytest.mark.parametrize("day", ["23/11/2026", "23-11-2026", "23.11.2026", "23112026"])
@pytest.mark.parametrize("hour", ["08:05", "8h05", "0805", "8:05", "8.05"])
def test_what_is_understood(day: str, hour: str) -> None:
    found = confirmed_moment(TypedDate(day, "23/11/2026", hour), LAST, LAST)
    assert found == datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (TypedDate("23/11", "23/11", "08:05"), ["confirmed_day"]),
        (TypedDate("hn", "hn", "08:05"), ["confirmed_day"]),
        (TypedDate("31/11/2026", "31/11/2026", "25:05"), ["confirmed_day", "confirmed_hour"]),
        (TypedDate("00/00/0000", "", ""), ["confirmed_day", "confirmed_hour"]),
        (TypedDate("23/11/2026", "23/12/2026", "08:05"), ["confirmed_day_again"]),
        (TypedDate("23/11/2026", "", "08:05"), ["confirmed_day_again"]),
        (TypedDate("19/11/2026", "19/11/2026", "08:05"), ["confirmed_too_early"]),
    ],
)
def test_what_is_not_taken(typed: TypedDate, wrong: list[str]) -> None:
    found = confirmed_moment(typed, LAST, LAST)
    assert isinstance(found, tuple)
    assert [each.code for each in found] == wrong


def test_a_supervisor_types_it_once() -> None:
    found = confirmed_moment(TypedDate("23/11/2026", None, "08:05"), LAST, LAST)
    assert found == datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM)


def test_an_entry_of_a_clock_that_was_ahead_locks_nobody_out() -> None:
    ahead = LAST + timedelta(days=700)
    found = confirmed_moment(TypedDate("23/11/2026", "23/11/2026", "08:05"), LAST, ahead)
    assert found == datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM)


@given(later=st.integers(0, 400), minute=st.integers(0, 24 * 60 - 1))
def test_a_confirmed_moment_never_stands_before_what_is_known(later: int, minute: int) -> None:
    day = (LAST + timedelta(days=later)).date()
    text = f"{day:%d/%m/%Y}"
    typed = TypedDate(text, text, f"{minute // 60:02}:{minute % 60:02}")
    found = confirmed_moment(typed, LAST - timedelta(hours=3), LAST)
    assert isinstance(found, datetime)
    assert found >= LAST
    assert found.date() == day

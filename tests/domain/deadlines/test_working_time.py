"""Arithmetic on working time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.calendar import (
    CalendarYear,
    HalfDay,
    HalfOfDay,
    WorkingCalendar,
)
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.working_time import Half, WorkingTime, working_time

MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2027, 3, 1)).map(
    lambda at: at.replace(second=0, microsecond=0, tzinfo=VIETNAM)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def test_sessions_are_aware_moments_of_vietnam(worked: WorkingTime) -> None:
    assert worked.sessions(date(2026, 11, 20)) == (
        (at("2026-11-20 07:00"), at("2026-11-20 11:30")),
        (at("2026-11-20 13:30"), at("2026-11-20 17:00")),
    )
    assert worked.sessions(date(2026, 11, 21)) == ()
    assert worked.opening(date(2026, 11, 20)) == at("2026-11-20 07:00")
    assert worked.closing(date(2026, 11, 20)) == at("2026-11-20 17:00")


def test_neighbouring_working_days_pass_over_tet(worked: WorkingTime) -> None:
    assert worked.next_working_day(date(2026, 2, 13)) == date(2026, 2, 23)
    assert worked.previous_working_day(date(2026, 2, 23)) == date(2026, 2, 13)
    assert worked.on_or_after(date(2026, 2, 17)) == date(2026, 2, 23)
    assert worked.on_or_after(date(2026, 2, 13)) == date(2026, 2, 13)
    assert worked.working_days_between(date(2026, 2, 13), date(2026, 2, 24)) == 2
    assert worked.working_days_between(date(2026, 2, 24), date(2026, 2, 13)) == 0


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        ("2026-11-20 06:59", False),
        ("2026-11-20 07:00", True),
        ("2026-11-20 11:30", True),
        ("2026-11-20 11:31", False),
        ("2026-11-20 17:00", True),
        ("2026-11-21 09:00", False),
        ("2026-11-24 09:00", False),
    ],
)
def test_ends_of_sessions_are_working_moments(
    worked: WorkingTime, moment: str, *, inside: bool
) -> None:
    assert worked.is_working_moment(at(moment)) is inside
    assert worked.is_working_moment(at(moment).astimezone(UTC)) is inside


def test_a_make_up_day_has_the_hours_of_the_day_it_replaces(
    calendar: WorkingCalendar, saturday_hours: OfficeHours
) -> None:
    duty = working_time(calendar, saturday_hours)
    assert len(duty.sessions(date(2026, 1, 10))) == 2  # instead of Friday 2026-01-02
    assert len(duty.sessions(date(2026, 1, 17))) == 1
    assert duty.sessions(date(2026, 1, 17))[0][0] == at("2026-01-17 07:30")  # winter


def test_half_days_keep_one_half(hours: OfficeHours) -> None:
    halves = (
        HalfDay(date(2026, 2, 13), HalfOfDay.MORNING, "chiều 26 Tết"),
        HalfDay(date(2026, 2, 12), HalfOfDay.AFTERNOON),
    )
    year = CalendarYear(2026, approved=True, legal_basis="", half_days=halves)
    short = working_time(WorkingCalendar("halves", (year,)), hours)
    assert short.sessions(date(2026, 2, 13)) == ((at("2026-02-13 07:00"), at("2026-02-13 11:30")),)
    assert short.sessions(date(2026, 2, 12)) == ((at("2026-02-12 13:30"), at("2026-02-12 17:00")),)


@pytest.mark.parametrize(
    ("first", "last", "minutes"),
    [
        ("2026-11-20 10:00", "2026-11-20 11:00", 60),
        ("2026-11-20 10:00", "2026-11-20 14:00", 120),
        ("2026-11-20 16:00", "2026-11-23 08:00", 120),
        ("2026-11-20 17:00", "2026-11-23 07:00", 0),
        ("2026-11-20 07:00", "2026-11-25 17:00", 3 * 480),
        ("2026-11-23 08:00", "2026-11-20 16:00", 0),
    ],
)
def test_minutes_between(worked: WorkingTime, first: str, last: str, minutes: int) -> None:
    assert worked.minutes_between(at(first), at(last)) == minutes


@pytest.mark.parametrize(
    ("moment", "half"),
    [
        ("2026-11-20 06:30", Half(date(2026, 11, 20), 0)),
        ("2026-11-20 11:30", Half(date(2026, 11, 20), 0)),
        ("2026-11-20 12:00", Half(date(2026, 11, 20), 1)),
        ("2026-11-20 17:00", Half(date(2026, 11, 20), 1)),
        ("2026-11-20 19:00", Half(date(2026, 11, 20), 1)),
        ("2026-11-22 09:00", Half(date(2026, 11, 20), 1)),
        ("2026-11-24 09:00", Half(date(2026, 11, 23), 1)),
    ],
)
def test_the_half_day_of_a_moment(worked: WorkingTime, moment: str, half: Half) -> None:
    assert worked.half_at(at(moment)) == half


@given(MOMENTS, st.integers(0, 5_000))
def test_added_minutes_are_the_minutes_between(
    worked: WorkingTime, start: datetime, minutes: int
) -> None:
    end = worked.add_minutes(start, minutes)
    assert worked.is_working_moment(end)
    assert worked.minutes_between(start, end) == minutes


@given(MOMENTS, st.integers(0, 60), st.integers(0, 60))
def test_half_days_add_up(worked: WorkingTime, start: datetime, first: int, second: int) -> None:
    half = worked.half_at(start)
    assert worked.halves_on(worked.halves_on(half, first), second) == worked.halves_on(
        half, first + second
    )


@given(MOMENTS, MOMENTS)
def test_minutes_between_agree_with_a_plain_count(
    worked: WorkingTime, first: datetime, last: datetime
) -> None:
    last = min(last, first + timedelta(days=4))
    count, moment = 0, first
    while moment < last:
        count += any(start <= moment < end for start, end in worked.sessions(moment.date()))
        moment += timedelta(minutes=1)
    assert worked.minutes_between(first, last) == count


def test_one_index_serves_the_same_calendar_and_hours(
    calendar: WorkingCalendar, hours: OfficeHours, saturday_hours: OfficeHours
) -> None:
    assert working_time(calendar, hours) is working_time(calendar, OfficeHours())
    assert working_time(calendar, hours) is not working_time(calendar, saturday_hours)

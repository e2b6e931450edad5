"""Hours of an office: weeks, seasons, and tables that can't be."""

from __future__ import annotations

from datetime import UTC, date, time

import pytest

from counter_app.domain.deadlines.office_hours import (
    AFTERNOON,
    MORNING,
    STANDARD_WEEK,
    OfficeHours,
    Season,
    Session,
)
from counter_app.domain.plain import from_plain, to_plain


def test_the_standard_week_has_forty_hours() -> None:
    minutes = sum(
        (each.end.hour - each.start.hour) * 60 + each.end.minute - each.start.minute
        for day in STANDARD_WEEK
        for each in day
    )
    assert minutes == 40 * 60


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (time(11), time(7), "ends after"),
        (time(7), time(7), "ends after"),
        (time(7), time(17), "half-day"),
        (time(7, tzinfo=UTC), time(11), "zone"),
    ],
)
def test_sessions_that_can_not_be(start: time, end: time, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Session(start, end)


@pytest.mark.parametrize(
    ("week", "why"),
    [
        (((MORNING,),) * 6, "seven days"),
        (((),) * 7, "open"),
        (((MORNING, AFTERNOON, Session(time(18), time(20))),) * 7, "two sessions"),
        (((AFTERNOON, MORNING),) * 7, "follow"),
    ],
)
def test_weeks_that_can_not_be(week: tuple[tuple[Session, ...], ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        OfficeHours(week)
    with pytest.raises(ValueError, match=why):
        Season("mùa", (1, 1), (12, 31), week)


def test_a_day_of_no_month_and_a_day_of_no_hours_are_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        Season("mùa", (2, 30), (12, 31), STANDARD_WEEK)
    with pytest.raises(ValueError, match="24 hours"):
        OfficeHours(hours_per_day=0)


def test_a_season_may_pass_the_turn_of_the_year() -> None:
    winter = Season("mùa đông", (10, 16), (4, 15), STANDARD_WEEK)
    for day in (date(2026, 10, 16), date(2026, 12, 31), date(2027, 1, 1), date(2027, 4, 15)):
        assert winter.holds(day)
    for day in (date(2026, 10, 15), date(2027, 4, 16)):
        assert not winter.holds(day)
    summer = Season("mùa hè", (4, 16), (10, 15), STANDARD_WEEK)
    assert all(summer.holds(day) for day in (date(2026, 4, 16), date(2026, 10, 15)))
    assert not summer.holds(date(2026, 10, 16))


def test_the_table_of_the_season_counts(saturday_hours: OfficeHours) -> None:
    assert saturday_hours.week_of(date(2026, 7, 6))[0][0] == MORNING
    assert saturday_hours.week_of(date(2026, 11, 2))[0][0].start == time(7, 30)


def test_hours_survive_plain_json(saturday_hours: OfficeHours) -> None:
    assert from_plain(OfficeHours, to_plain(saturday_hours)) == saturday_hours

"""Time left, as a value."""

from __future__ import annotations

from datetime import datetime

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.remaining import Outcome, Standing, outcome, remaining


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("now", "standing", "days", "minutes", "today"),
    [
        ("2026-11-20 10:00", Standing.ON_TIME, 3, 90 + 210 + 2 * 480 + 270, False),
        ("2026-11-23 10:00", Standing.ON_TIME, 2, 90 + 210 + 480 + 270, False),
        ("2026-11-24 10:00", Standing.ON_TIME, 2, 480 + 270, False),
        ("2026-11-25 16:00", Standing.SOON, 1, 60 + 270, False),
        ("2026-11-26 10:30", Standing.SOON, 0, 60, True),
        ("2026-11-26 11:30:59", Standing.SOON, 0, 0, True),
        ("2026-11-26 11:31", Standing.LATE, 0, 0, True),
        ("2026-11-26 14:30", Standing.LATE, 0, 60, True),
        ("2026-11-27 07:00", Standing.LATE, 1, 210, False),
        ("2026-11-30 07:00", Standing.LATE, 2, 210 + 480, False),
    ],
)
def test_standing_before_and_after_thursday_noon(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    now: str,
    standing: Standing,
    days: int,
    minutes: int,
    *,
    today: bool,
) -> None:
    due = Due(at("2026-11-26 11:30"), "working_day:3", calendar.version)
    left = remaining(at(now), due, calendar, hours)
    assert (left.standing, left.working_days, left.minutes) == (standing, days, minutes)
    assert left.today is today
    assert left.due_at == due.at


def test_soon_is_a_matter_of_the_asker(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    due = Due(at("2026-11-26 11:30"), "working_day:3", calendar.version)
    left = remaining(at("2026-11-20 10:00"), due, calendar, hours, soon_days=3)
    assert left.standing is Standing.SOON


def test_without_a_limit_nothing_is_late(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    left = remaining(at("2030-01-01 00:00"), Due(None, "none", "1"), calendar, hours)
    assert left.standing is Standing.NO_LIMIT
    assert left.due_at is None


@pytest.mark.parametrize(
    ("finished", "expected"),
    [
        ("2026-11-25 17:00", Outcome.EARLY),
        ("2026-11-26 07:00", Outcome.ON_TIME),
        ("2026-11-26 11:30:59", Outcome.ON_TIME),
        ("2026-11-26 11:31", Outcome.LATE),
        ("2026-11-27 07:00", Outcome.LATE),
    ],
)
def test_outcomes(finished: str, expected: Outcome) -> None:
    assert outcome(at(finished), at("2026-11-26 11:30")) is expected
    assert outcome(at(finished), None) is Outcome.NO_LIMIT

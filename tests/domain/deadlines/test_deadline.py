"""Due moments: the anchors of the law, each unit, each edge of reception."""

from __future__ import annotations

from datetime import UTC, datetime, time
from decimal import Decimal

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due, due
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.policy import DeadlinePolicy, DueHour
from counter_app.domain.plain import from_plain, to_plain

POLICY = DeadlinePolicy()
W, C, H, M = LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.HOUR, LimitUnit.MONTH


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def limit(unit: LimitUnit, value: str | None = None) -> Limit:
    return Limit(unit, None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("received", "unit", "value", "expected"),
    [
        # The anchor: Tuesday 24/11 is Ngày Văn hóa Việt Nam.
        ("2026-11-20 10:00", W, "3", "2026-11-26 11:30"),
        ("2026-11-20 15:00", W, "3", "2026-11-26 17:00"),
        # Halves.
        ("2026-11-20 10:00", W, "0", "2026-11-20 11:30"),
        ("2026-11-20 10:00", W, "0.5", "2026-11-20 17:00"),
        ("2026-11-20 15:00", W, "0.5", "2026-11-23 11:30"),
        ("2026-11-20 10:00", W, "1", "2026-11-23 11:30"),
        ("2026-11-20 10:00", W, "1.5", "2026-11-23 17:00"),
        ("2026-11-20 15:00", W, "1.5", "2026-11-25 11:30"),
        ("2026-11-20 10:00", W, "0.25", "2026-11-20 17:00"),
        ("2026-11-20 10:00", W, "1.75", "2026-11-25 11:30"),
        # Edges of reception.
        ("2026-11-19 06:30", W, "1", "2026-11-20 11:30"),
        ("2026-11-19 11:29", W, "1", "2026-11-20 11:30"),
        ("2026-11-19 11:30", W, "1", "2026-11-20 11:30"),
        ("2026-11-19 11:30:59", W, "1", "2026-11-20 11:30"),
        ("2026-11-19 11:31", W, "1", "2026-11-20 17:00"),
        ("2026-11-19 12:00", W, "1", "2026-11-20 17:00"),
        ("2026-11-19 16:59", W, "1", "2026-11-20 17:00"),
        ("2026-11-19 17:00", W, "1", "2026-11-20 17:00"),
        ("2026-11-19 20:00", W, "1", "2026-11-20 17:00"),
        ("2026-11-21 09:00", W, "1", "2026-11-23 17:00"),
        ("2026-11-22 23:59", W, "1", "2026-11-23 17:00"),
        ("2026-11-21 09:00", W, "0", "2026-11-23 11:30"),
        ("2026-11-19 20:00", W, "0.5", "2026-11-20 11:30"),
        # Swapped days and Tết.
        ("2025-04-25 09:00", W, "1", "2025-04-26 11:30"),
        ("2025-04-29 09:00", W, "1", "2025-05-05 11:30"),
        ("2025-12-31 09:00", W, "1", "2026-01-05 11:30"),
        ("2026-01-09 09:00", W, "1", "2026-01-10 11:30"),
        ("2026-02-13 09:00", W, "1", "2026-02-23 11:30"),
        ("2026-02-13 16:59", W, "2", "2026-02-24 17:00"),
        ("2026-02-16 09:00", W, "1", "2026-02-23 17:00"),
        ("2026-04-24 09:00", W, "1", "2026-04-28 11:30"),
        ("2026-08-21 14:00", W, "1", "2026-08-22 17:00"),
        ("2026-08-28 14:00", W, "1", "2026-09-03 17:00"),
        # Calendar days end when the office closes; a day off moves them on.
        ("2026-11-02 09:00", C, "1", "2026-11-03 17:00"),
        ("2026-11-20 09:00", C, "1", "2026-11-23 17:00"),
        ("2026-11-20 09:00", C, "4", "2026-11-25 17:00"),
        ("2026-11-20 09:00", C, "0", "2026-11-20 17:00"),
        ("2026-11-20 18:00", C, "0", "2026-11-23 17:00"),
        ("2026-11-02 09:00", C, "0.5", "2026-11-03 17:00"),
        ("2026-02-01 09:00", C, "15", "2026-02-23 17:00"),
        # Working hours.
        ("2026-11-20 10:00", H, "1", "2026-11-20 11:00"),
        ("2026-11-20 10:00", H, "2", "2026-11-20 14:00"),
        ("2026-11-20 10:00", H, "1.5", "2026-11-20 11:30"),
        ("2026-11-20 10:00", H, "8", "2026-11-23 10:00"),
        ("2026-11-20 16:00", H, "4", "2026-11-23 10:00"),
        ("2026-11-20 19:00", H, "1", "2026-11-23 08:00"),
        ("2026-11-20 10:00", H, "0", "2026-11-20 10:00"),
        ("2026-11-20 12:00", H, "0", "2026-11-20 13:30"),
        ("2026-11-20 10:00", H, "0.01", "2026-11-20 10:01"),
        # Months.
        ("2026-01-15 09:00", M, "1", "2026-02-23 17:00"),
        ("2026-03-12 09:00", M, "1", "2026-04-13 17:00"),
        ("2026-05-31 09:00", M, "1", "2026-06-30 17:00"),
        ("2024-01-31 09:00", M, "1", "2024-02-29 17:00"),
        ("2026-03-10 09:00", M, "0.5", "2026-03-25 17:00"),
        ("2026-01-31 09:00", M, "1.97", "2026-03-30 17:00"),
        ("2025-10-20 09:00", M, "12", "2026-10-20 17:00"),
        # Same day.
        ("2026-11-20 08:00", LimitUnit.SAME_DAY, None, "2026-11-20 17:00"),
        ("2026-11-20 17:00", LimitUnit.SAME_DAY, None, "2026-11-20 17:00"),
        ("2026-11-20 17:01", LimitUnit.SAME_DAY, None, "2026-11-23 17:00"),
        ("2026-11-21 09:00", LimitUnit.SAME_DAY, None, "2026-11-23 17:00"),
    ],
)
def test_due_moments(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    received: str,
    unit: LimitUnit,
    value: str | None,
    expected: str,
) -> None:
    found = due(at(received), limit(unit, value), calendar, hours, POLICY)
    assert isinstance(found, Due)
    assert found.at == at(expected)
    assert found.approved
    assert found.warnings() == ()
    assert found.calendar_version == calendar.version


@pytest.mark.parametrize(
    ("received", "unit", "value", "rule"),
    [
        ("2026-11-20 10:00", W, "3.0", "working_day:3"),
        ("2026-11-20 10:00", C, "5", "calendar_day:5"),
        ("2026-11-20 10:00", C, "4", "calendar_day:4;day_off"),
        ("2026-11-20 10:00", M, "1", "month:1;day_off"),
        ("2026-11-20 10:00", LimitUnit.NONE, None, "none"),
    ],
)
def test_rules_say_how(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    received: str,
    unit: LimitUnit,
    value: str | None,
    rule: str,
) -> None:
    found = due(at(received), limit(unit, value), calendar, hours, POLICY)
    assert isinstance(found, Due)
    assert found.rule == rule


@pytest.mark.parametrize(
    ("received", "unit", "value", "expected"),
    [
        ("2026-11-19 15:00", LimitUnit.SAME_DAY, None, "2026-11-19 17:00"),
        ("2026-11-19 15:01", LimitUnit.SAME_DAY, None, "2026-11-20 17:00"),
        ("2026-11-20 15:01", LimitUnit.SAME_DAY, None, "2026-11-23 17:00"),
        ("2026-11-21 09:00", LimitUnit.SAME_DAY, None, "2026-11-23 17:00"),
        ("2026-11-19 15:30", W, "1", "2026-11-23 11:30"),
        ("2026-11-19 15:30", H, "4", "2026-11-20 11:00"),
        ("2026-11-19 15:30", C, "1", "2026-11-23 17:00"),
    ],
)
def test_procedures_after_15h_count_from_the_next_opening(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    received: str,
    unit: LimitUnit,
    value: str | None,
    expected: str,
) -> None:
    asked = limit(unit, value)
    found = due(at(received), asked, calendar, hours, POLICY, after_15h_next_day=True)
    assert isinstance(found, Due)
    assert found.at == at(expected)
    assert ("after_15h" in found.rule) is (received != "2026-11-19 15:00")


def test_cutoff_and_due_hour_are_policy(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    policy = DeadlinePolicy(due_hour=DueHour.DAY_END, same_day_cutoff=time(16, 0))
    same_day = limit(LimitUnit.SAME_DAY)
    for received, unit, expected in (
        ("2026-11-19 16:00", same_day, "2026-11-19 17:00"),
        ("2026-11-19 16:01", same_day, "2026-11-20 17:00"),
        ("2026-11-20 16:01", same_day, "2026-11-23 17:00"),
        ("2026-11-20 10:00", limit(W, "3"), "2026-11-26 17:00"),
        ("2026-11-20 10:00", limit(W, "0"), "2026-11-20 17:00"),
    ):
        found = due(at(received), unit, calendar, hours, policy)
        assert isinstance(found, Due)
        assert found.at == at(expected)


@pytest.mark.parametrize(
    ("received", "value", "expected"),
    [
        # Summer table; a Saturday morning is half a day.
        ("2026-07-10 09:00", "1", "2026-07-11 11:30"),
        ("2026-07-10 15:00", "0.5", "2026-07-11 11:30"),
        ("2026-07-10 15:00", "1", "2026-07-13 11:30"),
        ("2026-07-11 09:00", "1", "2026-07-13 17:00"),
        ("2026-07-11 09:00", "0", "2026-07-11 11:30"),
        ("2026-07-11 15:00", "1", "2026-07-13 17:00"),
        # The winter table begins on the way: Thursday 15/10 to Friday 16/10.
        ("2026-10-15 15:00", "1", "2026-10-16 16:30"),
    ],
)
def test_saturday_duty_and_seasons(
    calendar: WorkingCalendar,
    saturday_hours: OfficeHours,
    received: str,
    value: str,
    expected: str,
) -> None:
    found = due(at(received), limit(W, value), calendar, saturday_hours, POLICY)
    assert isinstance(found, Due)
    assert found.at == at(expected)


def test_a_year_without_an_approved_calendar_warns(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    near = due(at("2026-12-30 09:00"), limit(W, "1"), calendar, hours, POLICY)
    across = due(at("2026-12-30 09:00"), limit(W, "2"), calendar, hours, POLICY)
    beyond = due(at("2026-12-30 09:00"), limit(M, "15"), calendar, hours, POLICY)
    assert isinstance(near, Due)
    assert isinstance(across, Due)
    assert isinstance(beyond, Due)
    assert near.approved
    assert across.at == at("2027-01-04 11:30")
    assert not across.approved
    assert beyond.unapproved_years == (2027, 2028)
    (warning,) = beyond.warnings()
    assert (warning.code, dict(warning.facts)) == ("calendar_not_approved", {"years": "2027, 2028"})
    assert not warning.is_false


def test_no_limit_is_no_moment(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    found = due(at("2026-12-30 09:00"), limit(LimitUnit.NONE), calendar, hours, POLICY)
    assert found == Due(None, "none", calendar.version)


def test_an_unknown_unit_is_never_guessed(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    asked = Limit(LimitUnit.UNKNOWN, Decimal(15), "15")
    found = due(at("2026-12-30 09:00"), asked, calendar, hours, POLICY)
    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["limit_unit_unknown"]


def test_moments_need_a_zone_and_any_zone_will_do(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    with pytest.raises(ValueError, match="zone"):
        due(datetime(2026, 11, 20, 10), limit(W, "3"), calendar, hours, POLICY)
    found = due(datetime(2026, 11, 20, 3, tzinfo=UTC), limit(W, "3"), calendar, hours, POLICY)
    assert isinstance(found, Due)
    assert found.at == at("2026-11-26 11:30")


def test_a_due_moment_survives_plain_json(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    found = due(at("2026-12-30 09:00"), limit(W, "2"), calendar, hours, POLICY)
    assert from_plain(Due, to_plain(found)) == found
    assert from_plain(DeadlinePolicy, to_plain(POLICY)) == POLICY

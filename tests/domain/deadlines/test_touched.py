"""Promises that a new calendar puts on a day off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.calendar import DayOff, HalfDay, HalfOfDay, WorkingCalendar
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.touched import touched


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


DUES = (
    ("d", at("2026-12-18 17:00")),
    ("c", at("2026-12-17 17:00")),
    ("b", at("2026-12-17 11:30")),
    ("none", None),
    ("a", at("2026-12-16 17:00")),
)


def test_nothing_is_touched_as_long_as_nothing_changes(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    assert touched(DUES, calendar, hours) == ()


def test_promises_on_new_days_off_are_listed_earliest_first(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    years = tuple(
        replace(
            year,
            days_off=(*year.days_off, DayOff(date(2026, 12, 18), "bão")),
            half_days=(HalfDay(date(2026, 12, 17), HalfOfDay.MORNING, "bão"),),
        )
        if year.year == 2026
        else year
        for year in calendar.years
    )
    changed = WorkingCalendar("2026.2", years)
    assert touched(DUES, changed, hours) == (
        ("c", at("2026-12-17 17:00")),
        ("d", at("2026-12-18 17:00")),
    )

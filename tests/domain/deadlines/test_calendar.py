"""The shipped calendar against the announced days, and calendars that are wrong in themselves."""

from __future__ import annotations

import copy
from datetime import date, timedelta

import pytest

from counter_app.domain.deadlines.calendar import CalendarYear, DayOff, MakeUpDay, WorkingCalendar
from counter_app.domain.deadlines.working_time import WorkingTime
from counter_app.domain.plain import NotPlainError, from_plain, to_plain

OFF = [
    "2024-01-01",
    "2024-02-08",
    "2024-02-09",
    "2024-02-12",
    "2024-02-13",
    "2024-02-14",
    "2024-04-18",
    "2024-04-29",
    "2024-04-30",
    "2024-05-01",
    "2024-09-02",
    "2024-09-03",
    "2025-01-01",
    "2025-01-27",
    "2025-01-28",
    "2025-01-29",
    "2025-01-30",
    "2025-01-31",
    "2025-04-07",
    "2025-04-30",
    "2025-05-01",
    "2025-05-02",
    "2025-09-01",
    "2025-09-02",
    "2026-01-01",
    "2026-01-02",
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-04-27",
    "2026-04-30",
    "2026-05-01",
    "2026-08-31",
    "2026-09-01",
    "2026-09-02",
    "2026-11-24",
]
SATURDAYS_WORKED = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]


@pytest.mark.parametrize("day", OFF)
def test_announced_days_are_off(worked: WorkingTime, day: str) -> None:
    assert not worked.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", SATURDAYS_WORKED)
def test_make_up_saturdays_are_whole_working_days(worked: WorkingTime, day: str) -> None:
    assert date.fromisoformat(day).weekday() == 5
    assert len(worked.sessions(date.fromisoformat(day))) == 2


def test_all_other_weekdays_of_the_announced_years_are_worked(worked: WorkingTime) -> None:
    day, expected = date(2024, 1, 1), set(OFF)
    while day.year < 2027:
        off = day.weekday() >= 5 and day.isoformat() not in SATURDAYS_WORKED
        assert worked.is_working_day(day) is not (off or day.isoformat() in expected), day
        day += timedelta(days=1)


def test_weekdays_taken_off_by_a_swap_are_worked_on_another_day(calendar: WorkingCalendar) -> None:
    for year in calendar.years:
        off = {item.day: item.name for item in year.days_off}
        swapped = {item.replaces for item in year.make_up_days}
        assert {day for day, name in off.items() if name == "Nghỉ hoán đổi"} == swapped


def test_only_announced_years_are_approved(calendar: WorkingCalendar) -> None:
    assert [calendar.is_approved(year) for year in range(2023, 2029)] == [
        *(False, True, True, True),
        *(False, False),
    ]
    assert calendar.unapproved_years(2025, 2028) == (2027, 2028)
    assert all(year.legal_basis for year in calendar.years)


def test_the_estimate_has_the_eleven_days_of_the_law_and_one_more(worked: WorkingTime) -> None:
    weekdays = [
        day
        for day in (date(2027, 1, 1) + timedelta(days=n) for n in range(365))
        if day.weekday() < 5 and not worked.is_working_day(day)
    ]
    assert len(weekdays) == 12  # 1/1, Tết 5, 10/3, 30/4, 1/5, 2/9 and 3/9, 24/11
    assert date(2027, 5, 3) in weekdays


def test_the_calendar_survives_plain_json(calendar: WorkingCalendar) -> None:
    again = from_plain(WorkingCalendar, to_plain(calendar))
    assert again == calendar
    assert hash(again) == hash(calendar)


def test_days_of_another_year_or_listed_twice_are_refused() -> None:
    tet = DayOff(date(2026, 2, 17), "Tết")
    with pytest.raises(ValueError, match="another year"):
        CalendarYear(2025, approved=True, legal_basis="", days_off=(tet,))
    with pytest.raises(ValueError, match="listed twice"):
        CalendarYear(
            2026,
            approved=True,
            legal_basis="",
            days_off=(tet,),
            make_up_days=(MakeUpDay(tet.day, date(2026, 2, 20)),),
        )
    year = CalendarYear(2026, approved=True, legal_basis="")
    with pytest.raises(ValueError, match="listed twice"):
        WorkingCalendar("1", (year, copy.copy(year)))


def test_a_wrong_calendar_file_names_the_place() -> None:
    day = {"day": "2026-02-30", "name": "Tết"}
    year = {"year": 2026, "approved": True, "legal_basis": "", "days_off": [day]}
    with pytest.raises(NotPlainError) as refused:
        from_plain(WorkingCalendar, {"version": "1", "years": [year]})
    assert refused.value.pointer == "/years/0/days_off/0/day"

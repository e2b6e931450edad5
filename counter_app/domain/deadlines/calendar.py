"""The working calendar (lịch làm việc): days off, make-up days and half days of each year.

Tết and the swapped days are announced year by year, so a calendar is versioned data that the
province distributes; a year that isn't announced yet is an estimate and says so (`approved`).
Which weekdays are worked is a matter of the office: `office_hours`. Both together:
`working_time`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class HalfOfDay(Enum):
    """One of the two sessions of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off (ngày nghỉ); days of the weekend inside a long break are listed as well."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """A working day (ngày làm bù) in place of `replaces`, with that weekday's hours."""

    day: date
    replaces: date


@dataclass(frozen=True, slots=True)
class HalfDay:
    """A day on which only one half is worked."""

    day: date
    worked: HalfOfDay
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year. Raises ValueError when a day belongs to another year or is listed twice."""

    year: int
    approved: bool
    legal_basis: str
    days_off: tuple[DayOff, ...] = ()
    make_up_days: tuple[MakeUpDay, ...] = ()
    half_days: tuple[HalfDay, ...] = ()

    def __post_init__(self) -> None:
        listed = [item.day for item in self.days_off]
        listed += [item.day for item in self.make_up_days]
        listed += [item.day for item in self.half_days]
        if any(day.year != self.year for day in listed):
            raise ValueError(f"a day of another year is listed in {self.year}")
        if len(set(listed)) != len(listed):
            raise ValueError(f"a day is listed twice in {self.year}")


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """All years of one version. Raises ValueError when a year is there twice.

    `resources/calendar/calendar.json` is one, read with `plain.from_plain`. A year that isn't
    listed has no days off beyond the weekends and isn't approved.
    """

    version: str
    years: tuple[CalendarYear, ...] = ()

    def __post_init__(self) -> None:
        if len({year.year for year in self.years}) != len(self.years):
            raise ValueError("a year is listed twice")

    def __hash__(self) -> int:
        # The version names the content; hashing every day would cost more than a deadline does.
        return hash(self.version)

    def is_approved(self, year: int) -> bool:
        """Tell whether that year's days off were announced, not estimated."""
        return any(each.year == year and each.approved for each in self.years)

    def unapproved_years(self, first: int, last: int) -> tuple[int, ...]:
        """Return the years from `first` to `last` that have no approved calendar."""
        return tuple(year for year in range(first, last + 1) if not self.is_approved(year))

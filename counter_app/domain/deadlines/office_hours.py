"""When an office is open (giờ làm việc): sessions of each weekday, and seasons with other hours.

A session is one half-day (buổi): the half-day rule of deadlines counts sessions, so that a Saturday
morning is half a day. Hours are set by each province, often with a summer and a winter table: data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

_LONGEST_SESSION = 6 * 60


@dataclass(frozen=True, slots=True)
class Session:
    """A half-day of work, from `start` to `end` on the wall clock of Vietnam.

    Raises ValueError when it ends before it starts or is longer than six hours: an office that
    works through midday writes two sessions that touch, or a whole day would count as a half.
    """

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("hours are written without a zone")
        minutes = (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute
        if minutes <= 0:
            raise ValueError("a session ends after it starts")
        if minutes > _LONGEST_SESSION:
            raise ValueError("a session is a half-day: split it at midday")


Week = tuple[tuple[Session, ...], ...]
"""Sessions of Monday to Sunday: seven tuples, an empty one for a day without work."""

MORNING = Session(time(7, 0), time(11, 30))
AFTERNOON = Session(time(13, 30), time(17, 0))
STANDARD_WEEK: Week = ((MORNING, AFTERNOON),) * 5 + ((), ())
"""Monday to Friday, 07:00–11:30 and 13:30–17:00."""


def _check(week: Week) -> None:
    if len(week) != 7:
        raise ValueError("a week has seven days, Monday first")
    if not any(week):
        raise ValueError("an office is open at least once a week")
    for day in week:
        if len(day) > 2:
            raise ValueError("a day has at most two sessions")
        if len(day) == 2 and day[1].start < day[0].end:
            raise ValueError("sessions of a day follow each other")


@dataclass(frozen=True, slots=True)
class Season:
    """Other hours each year from `first` to `last`, both (month, day) and included.

    A season may pass the turn of the year: (10, 16) to (4, 15) is a winter table. Raises ValueError
    for a day that no year has and for an impossible week.
    """

    name: str
    first: tuple[int, int]
    last: tuple[int, int]
    week: Week

    def __post_init__(self) -> None:
        for month, day in (self.first, self.last):
            date(2024, month, day)  # a leap year: every month and day that exists
        _check(self.week)

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in this season."""
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The hours of one office. The first season that holds a day counts, else `week`.

    `hours_per_day` is how many working hours are one working day when time left is put in words.
    Raises ValueError for an impossible week.
    """

    week: Week = STANDARD_WEEK
    seasons: tuple[Season, ...] = ()
    hours_per_day: int = 8

    def __post_init__(self) -> None:
        _check(self.week)
        if not 1 <= self.hours_per_day <= 24:
            raise ValueError("a working day has 1 to 24 hours")

    def week_of(self, day: date) -> Week:
        """Return the table that is in force on that day."""
        for season in self.seasons:
            if season.holds(day):
                return season.week
        return self.week


STANDARD_HOURS = OfficeHours()

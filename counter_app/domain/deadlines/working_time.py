"""Working time of one office: its hours laid over the calendar, with the arithmetic on both.

Moments are aware and in Vietnam's time. A session includes both its ends: a dossier received at
11:30 came in the morning, and a result promised for 17:00 is due when the office closes.
"""

from __future__ import annotations

import functools
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from counter_app.domain.dates import VIETNAM, vietnam_time
from counter_app.domain.deadlines.calendar import HalfOfDay, WorkingCalendar
from counter_app.domain.deadlines.office_hours import OfficeHours, Session

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_NOON = time(12, 0)

Sessions = tuple[tuple[datetime, datetime], ...]


class Half(NamedTuple):
    """A worked half-day (buổi): its day and which of that day's sessions, from 0."""

    day: date
    session: int


class Worked(NamedTuple):
    """Working days, and the working time in them."""

    days: int = 0
    time: timedelta = timedelta()


class WorkingTime:
    """The index of one calendar and one office's hours. Days are worked out once and kept."""

    def __init__(self, calendar: WorkingCalendar, hours: OfficeHours) -> None:
        self.calendar = calendar
        self.hours = hours
        self._days: dict[date, Sessions] = {}
        self._years: dict[int, tuple[Worked, ...]] = {}
        years = calendar.years
        self._off = {item.day for year in years for item in year.days_off}
        self._made_up = {item.day: item.replaces for year in years for item in year.make_up_days}
        self._halves = {item.day: item.worked for year in years for item in year.half_days}

    def sessions(self, day: date) -> Sessions:
        """Return the sessions of that day as (start, end); none on a day off."""
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._work_out(day)
        return known

    def is_working_day(self, day: date) -> bool:
        """Tell whether the office works on that day, if only for a half."""
        return bool(self.sessions(day))

    def next_working_day(self, day: date) -> date:
        """Return the first working day after that day."""
        day += _DAY
        while not self.sessions(day):
            day += _DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """Return the last working day before that day."""
        day -= _DAY
        while not self.sessions(day):
            day -= _DAY
        return day

    def on_or_after(self, day: date) -> date:
        """Return that day when it is worked, else the next working day."""
        return day if self.sessions(day) else self.next_working_day(day)

    def opening(self, day: date) -> datetime:
        """Return when the office opens on that working day. Raises IndexError on a day off."""
        return self.sessions(day)[0][0]

    def closing(self, day: date) -> datetime:
        """Return when the office closes on that working day. Raises IndexError on a day off."""
        return self.sessions(day)[-1][1]

    def is_working_moment(self, at: datetime) -> bool:
        """Tell whether the moment lies in a session, its ends included."""
        at = vietnam_time(at)
        return any(start <= at <= end for start, end in self.sessions(at.date()))

    def working_days_between(self, first: date, last: date) -> int:
        """Return how many working days follow `first`, up to and with `last` (0 if earlier)."""
        return self._worked(first, last).days

    def minutes_between(self, first: datetime, last: datetime) -> int:
        """Return the whole working minutes from `first` to `last`; 0 if `last` is earlier."""
        first, last = vietnam_time(first), vietnam_time(last)
        worked = self._worked(first.date(), last.date() - _DAY).time
        for day in {first.date(), last.date()}:
            for start, end in self.sessions(day):
                worked += max(min(end, last) - max(start, first), timedelta())
        return worked // _MINUTE

    def add_minutes(self, start: datetime, minutes: int) -> datetime:
        """Return the moment after that many working minutes.

        A sum that ends with a session ends there, not at the start of the next one. With 0
        minutes it is `start` itself, or the next opening when the office is closed then.
        """
        at = vietnam_time(start)
        left = _MINUTE * minutes
        day = at.date()
        while True:
            for opens, closes in self.sessions(day):
                begin = max(opens, at)
                if begin <= closes and begin + left <= closes:
                    return begin + left
                left -= max(closes - begin, timedelta())
            day += _DAY

    def half_at(self, at: datetime) -> Half:
        """Return the half-day that a moment counts to.

        In a session: that one. Before the office opens or during the midday break: the next
        session of the day. After closing: the day's last session. On a day off: the last session
        worked before. So day 1 is always the first working day after the calendar day of the
        moment.
        """
        at = vietnam_time(at)
        day = at.date()
        sessions = self.sessions(day)
        if not sessions:
            day = self.previous_working_day(day)
            return Half(day, len(self.sessions(day)) - 1)
        for index, (_, end) in enumerate(sessions):
            if at <= end:
                return Half(day, index)
        return Half(day, len(sessions) - 1)

    def halves_on(self, half: Half, count: int) -> Half:
        """Return the half-day that comes `count` worked half-days later (`count` ≥ 0)."""
        day, index = half
        while count > (left := len(self.sessions(day)) - 1 - index):
            count -= left + 1
            day, index = self.next_working_day(day), 0
        return Half(day, index + count)

    def end_of(self, half: Half) -> datetime:
        """Return when that half-day ends."""
        return self.sessions(half.day)[half.session][1]

    def _worked(self, first: date, last: date) -> Worked:
        """Return what is worked after `first`, up to and with `last`; nothing if that is earlier.

        By the sums of whole years: a list asks it for each row, however long a row is overdue.
        """
        if last <= first:
            return Worked()
        until, before = self._until(last), self._until(first)
        years = [self._year(year)[-1] for year in range(first.year, last.year)]
        return Worked(
            until.days - before.days + sum(year.days for year in years),
            until.time - before.time + sum((year.time for year in years), timedelta()),
        )

    def _until(self, day: date) -> Worked:
        """Return what is worked in its year up to and with that day."""
        return self._year(day.year)[day.timetuple().tm_yday - 1]

    def _year(self, year: int) -> tuple[Worked, ...]:
        """Return for each day of the year what is worked in it so far."""
        known = self._years.get(year)
        if known is None:
            sums, so_far, day = [], Worked(), date(year, 1, 1)
            while day.year == year:
                sessions = self.sessions(day)
                length = sum((end - start for start, end in sessions), timedelta())
                so_far = Worked(so_far.days + bool(sessions), so_far.time + length)
                sums.append(so_far)
                day += _DAY
            known = self._years[year] = tuple(sums)
        return known

    def _work_out(self, day: date) -> Sessions:
        if day in self._off:
            return ()
        # A make-up day has the weekday of the day it stands for, and the season of its own date.
        weekday = self._made_up.get(day, day).weekday()
        worked = self.hours.week_of(day)[weekday]
        half = self._halves.get(day)
        if half is not None:
            worked = tuple(session for session in worked if _half_of(session) is half)
        return tuple(
            (datetime.combine(day, each.start, VIETNAM), datetime.combine(day, each.end, VIETNAM))
            for each in worked
        )


def _half_of(session: Session) -> HalfOfDay:
    return HalfOfDay.MORNING if session.start < _NOON else HalfOfDay.AFTERNOON


@functools.lru_cache(maxsize=16)
def working_time(calendar: WorkingCalendar, hours: OfficeHours) -> WorkingTime:
    """Return the index of these two, made once."""
    return WorkingTime(calendar, hours)

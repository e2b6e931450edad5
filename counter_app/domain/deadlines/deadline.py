"""When a result is due (hẹn trả kết quả).

The rules, each of them checked by a test:

- The clock starts with the reception in full; its minute counts, seconds don't. Day 1 is the next
  working day after the calendar day of reception (BLDS 2015 Điều 147), whatever the hour was: what
  came in after closing or on a day off counts to the last half-day worked before it.
- Working days are counted in worked half-days, two to a day, and a limit ends with its half-day.
  So 0 is the same half-day, 0.5 the next one, n the same half-day n days on; smaller fractions
  are rounded up to the next half. A Saturday morning on duty is half a day.
- Calendar days and months end when the office closes on their last day, and on the next working day
  if that is a day off (BLDS Điều 148). Months end on the same day of the month, or on its last day;
  a part of a month is that part of 30 days (BLDS Điều 146), rounded up.
- Hours are working hours, counted inside the sessions.
- Same day: when the office closes, or closes next if it was closed already.
- Procedures with the attribute "sau 15 giờ": received after 15:00 or on a day off counts as
  received when the office opens on the next working day.
"""

from __future__ import annotations

import calendar as months
import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from counter_app.domain.dates import to_minute
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.policy import DeadlinePolicy, DueHour
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.domain.problems import Problem, doubt


@dataclass(frozen=True, slots=True)
class Due:
    """A due moment and how it came about.

    `at` is None when the law sets no limit. `rule` is a short stable code: the limit, then what
    was applied (`working_day:3`, `calendar_day:30;day_off`, `same_day;after_15h`,
    `working_day:3;restart`). `unapproved_years` are the years on the way whose calendar is only
    an estimate.
    """

    at: datetime | None
    rule: str
    calendar_version: str
    unapproved_years: tuple[int, ...] = ()

    @property
    def approved(self) -> bool:
        """False when a calendar on the way is an estimate: screens warn, receipts don't."""
        return not self.unapproved_years

    def warnings(self) -> tuple[Problem, ...]:
        """Return what the officer should know before promising this moment."""
        if self.approved:
            return ()
        years = ", ".join(str(year) for year in self.unapproved_years)
        return (doubt("calendar_not_approved", years=years),)


def due(
    received_at: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    hours: OfficeHours,
    policy: DeadlinePolicy,
    *,
    after_15h_next_day: bool = False,
) -> Due | tuple[Problem, ...]:
    """Return when the result is due, or why that can't be said.

    It can't when the unit is unknown, or the value missing or absurd. Raises ValueError for a
    moment without a zone.
    """
    problems = limit.problems()
    if problems:
        return problems
    received = to_minute(received_at)
    time_worked = working_time(calendar, hours)
    if limit.unit is LimitUnit.NONE:
        return Due(None, limit.code, calendar.version)
    start, notes = received, [limit.code]
    if after_15h_next_day and _too_late(time_worked, received, policy.late_cutoff):
        start = time_worked.opening(time_worked.next_working_day(received.date()))
        notes.append("after_15h")
    at = _due_at(time_worked, start, limit, policy)
    if limit.unit in (LimitUnit.CALENDAR_DAY, LimitUnit.MONTH) and not time_worked.is_working_day(
        _last_day(start.date(), limit)
    ):
        notes.append("day_off")
    return dated(at, ";".join(notes), calendar, received)


def dated(at: datetime, rule: str, calendar: WorkingCalendar, since: datetime) -> Due:
    """Return the due moment together with the years from `since` on that are only estimated."""
    return Due(at, rule, calendar.version, calendar.unapproved_years(since.year, at.year))


def end_of_day(time_worked: WorkingTime, day: date, not_before: datetime) -> datetime:
    """Return when the office closes on that day, or on the next working day.

    That is also the next working day when the office closed before `not_before`.
    """
    closing = time_worked.closing(time_worked.on_or_after(day))
    if closing < not_before:
        closing = time_worked.closing(time_worked.next_working_day(closing.date()))
    return closing


def _due_at(
    time_worked: WorkingTime, start: datetime, limit: Limit, policy: DeadlinePolicy
) -> datetime:
    if limit.unit is LimitUnit.SAME_DAY:
        cutoff = policy.same_day_cutoff
        day = start.date()
        if cutoff is not None and start.time() > cutoff:
            day += timedelta(days=1)
        return end_of_day(time_worked, day, start)
    value = limit.value or Decimal(0)
    if limit.unit is LimitUnit.WORKING_DAY:
        return _after_half_days(time_worked, start, math.ceil(value * 2), policy.due_hour)
    if limit.unit is LimitUnit.HOUR:
        return time_worked.add_minutes(start, math.ceil(value * 60))
    return end_of_day(time_worked, _last_day(start.date(), limit), start)


def _after_half_days(
    time_worked: WorkingTime, start: datetime, count: int, due_hour: DueHour
) -> datetime:
    half = time_worked.halves_on(time_worked.half_at(start), count)
    if time_worked.end_of(half) < start:  # 0 days, and the office was closed: its next half-day
        half = time_worked.halves_on(half, 1)
    return (
        time_worked.closing(half.day) if due_hour is DueHour.DAY_END else time_worked.end_of(half)
    )


def _last_day(first: date, limit: Limit) -> date:
    value = limit.value or Decimal(0)
    if limit.unit is LimitUnit.CALENDAR_DAY:
        return first + timedelta(days=math.ceil(value))
    whole = int(value)
    days = math.ceil((value - whole) * 30)
    # 1.97 months would pass the end of the second month in February: never later than two.
    return min(_months_on(first, whole) + timedelta(days=days), _months_on(first, math.ceil(value)))


def _months_on(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _too_late(time_worked: WorkingTime, received: datetime, cutoff: time) -> bool:
    sessions = time_worked.sessions(received.date())
    return not sessions or received > sessions[-1][1] or received.time() > cutoff

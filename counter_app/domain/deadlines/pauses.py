"""When the clock goes on after it stood still (status 5 chờ bổ sung, 6 chờ nghĩa vụ tài chính)."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.dates import to_minute
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due, dated, due, end_of_day
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.policy import AfterPause, DeadlinePolicy, Pause
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.problems import Problem, false


def resumed_due(
    original: Due,
    paused_at: datetime,
    resumed_at: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    hours: OfficeHours,
    policy: DeadlinePolicy,
    *,
    pause: Pause = Pause.SUPPLEMENT,
    after_15h_next_day: bool = False,
) -> Due | tuple[Problem, ...]:
    """Return the due moment after a pause, never an earlier one, or why it can't be said.

    RESTART gives the whole limit from `resumed_at` on. ADD gives what was left: for limits in
    working days, hours and the same day the working minutes between pause and due moment,
    exactly; for calendar days and months the length of the pause in calendar days. A dossier that
    was late when it was paused stays late under ADD. Raises ValueError for a moment without a
    zone.
    """
    if to_minute(resumed_at) < to_minute(paused_at):
        return (false("resumed_before_pause"),)
    problems = limit.problems()
    if problems or original.at is None:
        return problems or original
    if policy.after(pause) is AfterPause.RESTART:
        renewed = due(
            resumed_at, limit, calendar, hours, policy, after_15h_next_day=after_15h_next_day
        )
        if isinstance(renewed, tuple):
            return renewed
        at, rule = renewed.at or original.at, f"{renewed.rule};restart"
    else:
        at = _with_rest(
            original.at, to_minute(paused_at), to_minute(resumed_at), limit, calendar, hours
        )
        rule = f"{limit.code};add"
    return dated(max(at, original.at), rule, calendar, min(original.at, to_minute(resumed_at)))


def _with_rest(
    at: datetime,
    paused: datetime,
    resumed: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    hours: OfficeHours,
) -> datetime:
    if paused > at:
        return at
    time_worked = working_time(calendar, hours)
    if limit.unit in (LimitUnit.CALENDAR_DAY, LimitUnit.MONTH):
        day = to_minute(at).date() + (resumed.date() - paused.date())
        return end_of_day(time_worked, day, resumed)
    return time_worked.add_minutes(resumed, time_worked.minutes_between(paused, at))

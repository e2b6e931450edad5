"""How much time is left, and how a finished dossier stands: trước hạn, đúng hạn, quá hạn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.dates import to_minute
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.working_time import working_time


class Standing(Enum):
    """How an open dossier stands."""

    NO_LIMIT = "no_limit"
    ON_TIME = "on_time"
    SOON = "soon"  # sắp đến hạn
    LATE = "late"  # quá hạn


class Outcome(Enum):
    """How a finished dossier stood."""

    NO_LIMIT = "no_limit"
    EARLY = "early"  # trước hạn: on an earlier day
    ON_TIME = "on_time"  # đúng hạn: on the due day, not after the due minute
    LATE = "late"  # quá hạn


@dataclass(frozen=True, slots=True)
class Remaining:
    """Time left, or passed when LATE.

    `working_days`: whole working days after today up to the due day (after the due day up to
    today); `minutes`: working minutes; `half_day`: minutes that still count as hours, not as
    days; `today`: the due day is today.
    """

    standing: Standing
    due_at: datetime | None = None
    working_days: int = 0
    minutes: int = 0
    half_day: int = 240
    today: bool = False


def remaining(
    now: datetime,
    due: Due,
    calendar: WorkingCalendar,
    hours: OfficeHours,
    *,
    soon_days: int = 1,
) -> Remaining:
    """Return how a dossier stands; SOON from `soon_days` working days before its due day on.

    While the clock stands still (status 5, 6) pass the moment of the pause. Raises ValueError for a
    moment without a zone.
    """
    at_now = to_minute(now)
    if due.at is None:
        return Remaining(Standing.NO_LIMIT)
    at_due = to_minute(due.at)
    time_worked = working_time(calendar, hours)
    late = at_now > at_due
    first, last = (at_due, at_now) if late else (at_now, at_due)
    days = time_worked.working_days_between(first.date(), last.date())
    standing = Standing.LATE if late else Standing.SOON if days <= soon_days else Standing.ON_TIME
    return Remaining(
        standing=standing,
        due_at=at_due,
        working_days=days,
        minutes=time_worked.minutes_between(first, last),
        half_day=hours.hours_per_day * 30,
        today=at_now.date() == at_due.date(),
    )


def outcome(finished_at: datetime, due_at: datetime | None) -> Outcome:
    """Return how a finished dossier stood. Seconds don't count: a receipt promises minutes."""
    if due_at is None:
        return Outcome.NO_LIMIT
    finished, promised = to_minute(finished_at), to_minute(due_at)
    if finished > promised:
        return Outcome.LATE
    return Outcome.EARLY if finished.date() < promised.date() else Outcome.ON_TIME

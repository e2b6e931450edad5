"""The days that the start page looks at, and the moments that part what is open by its age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.services.reports.asked import Asked
from counter_app.store.reports.figures import Span
from counter_app.store.reports.overview import Cuts

WORKED = 30
"""So many worked days are looked at, today among them."""

SOON = timedelta(hours=24)
_WEEK, _MONTH = 5, 20


@dataclass(frozen=True, slots=True)
class Looked:
    """The days `first` to `last`, those of them that are worked, and the ages as of now."""

    first: date
    last: date
    worked: tuple[date, ...]
    span: Span
    cuts: Cuts


def looked(asked: Asked) -> Looked:
    """Return the last 30 worked days up to the office's date, and what counts as how late."""
    work = working_time(asked.reference.calendar, asked.reference.policy.hours)
    today = asked.today
    days = [today if work.is_working_day(today) else work.previous_working_day(today)]
    while len(days) < WORKED:
        days.append(work.previous_working_day(days[-1]))
    cuts = Cuts(asked.now + SOON, _begin(work, days[0], _WEEK), _begin(work, days[0], _MONTH))
    worked = tuple(reversed(days))
    return Looked(worked[0], today, worked, Span(worked[0], today, asked.now), cuts)


def _begin(work: WorkingTime, day: date, days: int) -> datetime:
    """Return the beginning of the day that lies so many worked days before `day`."""
    for _ in range(days):
        day = work.previous_working_day(day)
    return datetime.combine(day, time(), VIETNAM)

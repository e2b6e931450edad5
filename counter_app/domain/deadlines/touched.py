"""Promises that a change of the calendar has put on a day off. They never move by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.working_time import working_time

Key = TypeVar("Key")


def touched(
    dues: Iterable[tuple[Key, datetime | None]], calendar: WorkingCalendar, hours: OfficeHours
) -> tuple[tuple[Key, datetime], ...]:
    """Return the pairs (dossier, due moment) outside working time, earliest first.

    The head decides about each: the promise was printed, so only a person may change it.
    """
    time_worked = working_time(calendar, hours)
    found = [(key, at) for key, at in dues if at and not time_worked.is_working_moment(at)]
    return tuple(sorted(found, key=lambda pair: pair[1]))

"""The office in which the machine's dossiers live: open every day, limits in calendar days."""

from __future__ import annotations

import dataclasses
from datetime import time
from functools import cache

from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.office_hours import OfficeHours, Session
from counter_app.domain.deadlines.policy import AfterPause, DeadlinePolicy
from counter_app.services.counter.reference import Reference, load_reference
from tests.services.life import model as life

_DAY = (Session(time(7), time(12)), Session(time(12), time(17)))


@cache
def reference(restarts: frozenset[int]) -> Reference:
    """Return books by which an office works every day; what is in `restarts` begins anew."""
    books = load_reference(lambda _: None)
    after = {
        what: AfterPause.RESTART if what in restarts else AfterPause.ADD
        for what in (life.PAPERS, life.MONEY)
    }
    rules = DeadlinePolicy(supplement=after[life.PAPERS], financial_duty=after[life.MONEY])
    hours = OfficeHours((_DAY,) * 7)
    policy = dataclasses.replace(books.policy, hours=hours, deadlines=rules)
    return dataclasses.replace(books, policy=policy, calendar=WorkingCalendar("2026.1"))

"""Late dossiers counted by the database: those that are alike together, no single ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, and_, case, cast, func, literal, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.outcome import State
from counter_app.domain.reports.life import Ended
from counter_app.store.figure_tables import life
from counter_app.store.reports.acts import day_of
from counter_app.store.reports.late import is_late
from counter_app.store.tables import delivery, fact

_AHEAD_SECONDS = 7 * 3600  # of Vietnam
_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class LateGroup:
    """`count` dossiers that weren't ready as promised, and are alike in everything else.

    `month` ("2026-11") and `due_day` are those of the promise in force, `end_day` is that of the
    result (of `now` while they are open): the month, or both days, as was asked for.
    `has_letter`: a letter of apology was recorded under that promise.
    """

    procedure: str
    version: str
    field_name: str
    agency: str
    is_open: bool
    has_letter: bool
    count: int
    month: str = ""
    due_day: date | None = None
    end_day: date | None = None


def late_groups(
    connection: Connection, first: date, last: date, now: datetime, *, days: bool
) -> Iterator[LateGroup]:
    """Yield what `late_lives` yields one by one, counted; `days`: told apart by their days, too."""
    is_open = life.c.ended == Ended.OPEN.value
    by: list[ColumnElement[Any]] = [
        life.c.procedure,
        life.c.version,
        life.c.field_name,
        life.c.agency,
        is_open.label("is_open"),
        case((life.c.apologies > 0, _LETTER), else_=literal(value=False)).label("has_letter"),
    ]
    due_day = _day(life.c.due_ms)
    if days:
        end = case((is_open, literal(_day_number(now))), else_=_day(life.c.finished_ms))
        by += [due_day.label("due_day"), end.label("end_day")]
    else:
        month = func.strftime("%Y-%m", due_day * _DAY_SECONDS, "unixepoch")
        by.append(month.label("month"))
    query = (
        select(*by, func.count().label("amount"))
        .select_from(life)
        .where(is_late(first, last, now))
        .group_by(*by)
    )
    day = cache(day_of)
    for row in connection.execute(query):
        yield LateGroup(
            row.procedure,
            row.version,
            row.field_name,
            row.agency,
            bool(row.is_open),
            bool(row.has_letter),
            row.amount,
            month="" if days else row.month,
            due_day=day(row.due_day) if days else None,
            end_day=day(row.end_day) if days else None,
        )


def _day(milliseconds: ColumnElement[int | None]) -> ColumnElement[int | None]:
    return (milliseconds // 1000 + _AHEAD_SECONDS) // _DAY_SECONDS


def _day_number(at: datetime) -> int:
    """Return the day of a moment, counted from 1970 (`day_of`)."""
    return (vietnam_time(at).date() - day_of(0)).days


_LETTER = (
    select(literal(1))
    .select_from(delivery)
    .join(fact, fact.c.position == delivery.c.position)
    .where(
        and_(
            delivery.c.dossier == life.c.dossier,
            delivery.c.state != State.SUPERSEDED.value,
            fact.c.kind == Kind.APOLOGY_SENT.value,
            cast(func.strftime("%s", fact.c.due_at), Integer) * 1000 == life.c.due_ms,
        )
    )
    .correlate(life)
    .exists()
)
"""A letter under the promise in force; one under an earlier promise says nothing of this one."""

"""Raw figures of the start page: days, on time by agency, ages of what is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)

from counter_app.domain.reports.life import Ended
from counter_app.store.figure_tables import life
from counter_app.store.reports.figures import FIGURES, Span
from counter_app.store.reports.lives import COUNTED
from counter_app.store.subjects.projection import milliseconds


@dataclass(frozen=True, slots=True)
class Cuts:
    """The moments that part open dossiers by their promise.

    Due before `soon` is due soon; due before `week` is late for more than 5 working days, before
    `month` for more than 20.
    """

    soon: datetime
    week: datetime
    month: datetime

    @property
    def values(self) -> dict[str, int]:
        """What a statement about ages is given."""
        return {
            "soon": milliseconds(self.soon),
            "week": milliseconds(self.week),
            "month": milliseconds(self.month),
        }


_SOON: BindParameter[int] = bindparam("soon")
_WEEK: BindParameter[int] = bindparam("week")
_MONTH: BindParameter[int] = bindparam("month")
_IN_TIME, _OVERDUE = FIGURES["open_in_time"], FIGURES["open_overdue"]
_DUE = life.c.due_ms

AGES: Mapping[str, ColumnElement[bool]] = {
    "in_time": and_(_IN_TIME, or_(_DUE.is_(None), _DUE >= _SOON)),
    "soon": and_(_IN_TIME, _DUE.is_not(None), _DUE < _SOON),
    "late_5": and_(_OVERDUE, _DUE >= _WEEK),
    "late_20": and_(_OVERDUE, _DUE < _WEEK, _DUE >= _MONTH),
    "late_more": and_(_OVERDUE, _DUE < _MONTH),
    "waiting": FIGURES["open_waiting"],
}
"""Open dossiers by age: each is in one of them, and together they are `open`."""

_RETURNED = life.c.ended == Ended.RETURNED.value


def counted_by_day(connection: Connection, first: date, last: date) -> dict[date, tuple[int, int]]:
    """Return day → dossiers received and returned on it; days without any are left out."""
    found: dict[date, tuple[int, int]] = {}
    for place, (column, further) in enumerate(
        ((life.c.received_day, ()), (life.c.returned_day, (_RETURNED,)))
    ):
        query = select(column, func.count()).where(_between(column, first, last), *further)
        for day, count in connection.execute(query.where(COUNTED).group_by(column)):
            on = date.fromisoformat(day)
            pair = [*found.get(on, (0, 0))]
            pair[place] = count
            found[on] = (pair[0], pair[1])
    return found


def counted_by_age(connection: Connection, span: Span, cuts: Cuts) -> dict[str, int]:
    """Return how many open dossiers are of each of `AGES` at the end of the span."""
    sums = [func.coalesce(func.sum(case((where, 1), else_=0)), 0) for where in AGES.values()]
    row = connection.execute(select(*sums).where(COUNTED), {**span.values, **cuts.values}).one()
    return dict(zip(AGES, map(int, row), strict=True))


def dossiers_of_day(connection: Connection, day: date, *, returned: bool) -> tuple[str, ...]:
    """Return the dossiers received, or returned, on a day."""
    column = life.c.returned_day if returned else life.c.received_day
    further = (_RETURNED,) if returned else ()
    return _uids(connection, {}, column == day.isoformat(), *further)


def dossiers_of_age(connection: Connection, age: str, span: Span, cuts: Cuts) -> tuple[str, ...]:
    """Return the dossiers of one of `AGES`."""
    return _uids(connection, {**span.values, **cuts.values}, AGES[age])


def dossiers_on_time(
    connection: Connection, figure: str, span: Span, agencies: Sequence[str]
) -> tuple[str, ...]:
    """Return the dossiers of agencies behind "limited" or "late", or those of them on time."""
    in_time = and_(FIGURES["limited"], ~FIGURES["late"])
    where = in_time if figure == "on_time" else FIGURES[figure]
    return _uids(connection, span.values, where, life.c.agency.in_(agencies))


def _between(column: Any, first: date, last: date) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.between(first.isoformat(), last.isoformat())
    return found


def _uids(
    connection: Connection, values: Mapping[str, Any], *where: ColumnElement[bool]
) -> tuple[str, ...]:
    query = (
        select(life.c.dossier).where(COUNTED, *where).order_by(life.c.received_ms, life.c.dossier)
    )
    return tuple(connection.execute(query, dict(values)).scalars())

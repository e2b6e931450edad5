"""Figures of a span of days, each a condition on the rows of `life`: counted, and named again.

A number and the dossiers behind it come from the same condition, so they can't differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from counter_app.domain.procedures.channels import Channel
from counter_app.domain.reports.life import PROCESSED, Ended, Pace
from counter_app.store.figure_tables import life
from counter_app.store.prepared import Prepared
from counter_app.store.reports.lives import COUNTED
from counter_app.store.subjects.projection import milliseconds

Key = tuple[str, ...]

PARTS = ("field_name", "procedure", "agency", "counter", "officer", "channel")
"""What figures are grouped and narrowed by; counter and officer are those of the reception."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days `first` to `last`, both included, and the moment at which they are looked back on.

    `until` is the end of the last day, or the present while the span isn't over.
    """

    first: date
    last: date
    until: datetime

    @property
    def values(self) -> dict[str, str | int]:
        """What a statement about the span is given."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "until": milliseconds(self.until),
        }


_FIRST: BindParameter[str] = bindparam("first")
_LAST: BindParameter[str] = bindparam("last")
_UNTIL: BindParameter[int] = bindparam("until", type_=Integer)
_MINUTE = 60_000


def held(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a day lies in the span, whose `values` the statement is given."""
    return column.between(_FIRST, _LAST)


_RECEIVED = held(life.c.received_day)
_CARRIED = and_(
    life.c.received_day < _FIRST,
    or_(life.c.finished_day.is_(None), life.c.finished_day >= _FIRST),
)
_ENDED = held(life.c.finished_day)
_PROCESSED = and_(_ENDED, or_(*(life.c.ended == each.value for each in sorted(PROCESSED, key=str))))
_OPEN = and_(
    life.c.received_day <= _LAST,
    or_(life.c.finished_day.is_(None), life.c.finished_day > _LAST),
)
_WAITS = and_(life.c.paused_ms.is_not(None), life.c.paused_ms < _UNTIL)
_LIMITED = life.c.due_ms.is_not(None)
_OVERDUE = and_(_LIMITED, life.c.due_ms < _UNTIL - _UNTIL % _MINUTE)  # as `remaining` says it
_RETURNED = and_(held(life.c.returned_day), life.c.ended == Ended.RETURNED.value)
_UNCOLLECTED = and_(
    life.c.finished_day <= _LAST,
    or_(
        life.c.ended == Ended.FINISHED.value,
        and_(life.c.ended == Ended.RETURNED.value, life.c.returned_day > _LAST),
    ),
)
_LAIN = func.julianday(_LAST) - func.julianday(life.c.finished_day)
"""Days that a result lies there at the end of the span."""

FIGURES: Mapping[str, ColumnElement[bool]] = {
    "handled": or_(_RECEIVED, _CARRIED),
    "received": _RECEIVED,
    "counter": and_(_RECEIVED, life.c.channel == Channel.COUNTER.value),
    "online": and_(_RECEIVED, life.c.channel == Channel.ONLINE.value),
    "post": and_(_RECEIVED, life.c.channel == Channel.POST.value),
    "paper_first": and_(_RECEIVED, life.c.paper_first.is_(True)),
    "carried": _CARRIED,
    "processed": _PROCESSED,
    "early": and_(_PROCESSED, life.c.pace == Pace.EARLY.value, _LIMITED),
    "on_time": and_(_PROCESSED, life.c.pace == Pace.ON_TIME.value, _LIMITED),
    "late": and_(_PROCESSED, life.c.pace == Pace.LATE.value, _LIMITED),
    "unlimited": and_(_PROCESSED, ~_LIMITED),
    "limited": and_(_PROCESSED, _LIMITED),
    "open": _OPEN,
    "open_waiting": and_(_OPEN, _WAITS),
    "open_overdue": and_(_OPEN, ~_WAITS, _OVERDUE),
    "open_in_time": and_(_OPEN, ~_WAITS, ~_OVERDUE),
    "refused": and_(_ENDED, life.c.ended == Ended.REFUSED.value),
    "withdrawn": and_(_ENDED, life.c.ended == Ended.WITHDRAWN.value),
    "stopped": and_(_ENDED, life.c.ended == Ended.STOPPED.value),
    "returned": _RETURNED,
    "returned_by_post": and_(_RETURNED, life.c.by_post.is_(True)),
    "uncollected": _UNCOLLECTED,
    "uncollected_week": and_(_UNCOLLECTED, _LAIN <= 7),
    "uncollected_month": and_(_UNCOLLECTED, _LAIN > 7, _LAIN <= 30),
    "uncollected_longer": and_(_UNCOLLECTED, _LAIN > 30),
}
"""Every figure of lives. What they count is told in words by the columns of reports.

What was received or carried over is processed, withdrawn, stopped or open: the sums come out even.
"""


def narrowed(where: Sequence[tuple[str, str]]) -> list[ColumnElement[bool]]:
    """Return the conditions of a number's narrowing; names that aren't `PARTS` narrow nothing."""
    return [life.c[name] == value for name, value in where if name in PARTS]


class Figures:
    """The figures inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(
        self, by: Sequence[str], span: Span, figures: Sequence[str]
    ) -> dict[Key, dict[str, int]]:
        """Return the `figures` of a span for each value of the columns `by` (of `PARTS`).

        One look at the table, whatever is asked; groups of which nothing is counted are left out.
        """
        found = {}
        for row in _counting(tuple(by), tuple(figures)).run(self._connection, span.values):
            values = [value or 0 for value in row[len(by) :]]
            if any(values):
                key = tuple(str(value) for value in row[: len(by)])
                found[key] = dict(zip(figures, values, strict=True))
        return found

    def behind(self, figure: str, span: Span, where: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return the uids of the dossiers behind a figure, in the order of their reception."""
        query = (
            select(life.c.dossier)
            .where(_KNOWN, FIGURES[figure], *narrowed(where))
            .order_by(life.c.received_ms, life.c.dossier)
        )
        return tuple(self._connection.execute(query, span.values).scalars())


_KNOWN = and_(COUNTED, life.c.received_day <= _LAST)


@lru_cache(maxsize=64)
def _counting(by: Key, figures: tuple[str, ...]) -> Prepared:
    """Return the statement that counts: its thirty sums take longer to write than to run."""
    keys = [life.c[name] for name in by]
    sums = [func.sum(FIGURES[name]).label(f"n{at}") for at, name in enumerate(figures)]
    return Prepared(select(*keys, *sums).where(_KNOWN).group_by(*keys))

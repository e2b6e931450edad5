"""When, where and by whom the system is used: acts counted by day and hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Integer, and_, case, cast, func, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.entry import Origin
from counter_app.store.reports.recording.delays import COUNTED_ACT
from counter_app.store.tables import delivery, fact, journal

_LOOKS = (
    Kind.LOGGED_IN,
    Kind.LOGGED_OUT,
    Kind.VIEWED,
    Kind.EXPORTED,
    Kind.RESTORED,
    Kind.NUMBER_VOID,
    Kind.PURGED,
    Kind.DROPPED,
    Kind.DATE_CONFIRMED,
)
"""Whoever only looks, and what the program writes, is no use of the system for a citizen."""


@dataclass(frozen=True, slots=True)
class Used:
    """How many acts, and receptions among them, were written on a day.

    What wasn't asked for isn't told apart: `hour` is then -1, the others are "".
    """

    day: date
    acts: int
    receptions: int
    hour: int = -1
    counter: str = ""
    officer: str = ""
    agency: str = ""


_APART = {
    "hour": cast(func.substr(journal.c.occurred_at, 12, 2), Integer).label("hour"),
    "counter": journal.c.counter,
    "officer": journal.c.officer,
    "agency": fact.c.agency,
}


def used(connection: Connection, first: date, last: date, *apart: str) -> Iterator[Used]:
    """Yield the acts of counters on these days, without the looks: by day, and by `apart`.

    `apart` are names of `Used`: "hour", "counter", "officer", "agency".
    """
    received = func.sum(case((fact.c.kind == Kind.RECEIVED.value, 1), else_=0))
    by = (fact.c.day, *(_APART[name] for name in apart))
    query = (
        select(*by, func.count().label("acts"), received.label("receptions"))
        .select_from(fact)
        .join(journal, journal.c.position == fact.c.position)
        .join(delivery, delivery.c.position == fact.c.position)
        .where(
            and_(
                fact.c.day.between(first.isoformat(), last.isoformat()),
                fact.c.kind.not_in([kind.value for kind in _LOOKS]),
                journal.c.origin == Origin.COUNTER.value,
                COUNTED_ACT,
            )
        )
        .group_by(*by)
    )
    for row in connection.execute(query):
        told = {name: getattr(row, name) for name in apart}
        yield Used(date.fromisoformat(row.day), row.acts, row.receptions, **told)


def received_in(
    connection: Connection, first: date, last: date, where: dict[str, str]
) -> tuple[str, ...]:
    """Return the dossiers received in acts that "counter", "officer" or "agency" narrow down to."""
    query = (
        select(delivery.c.dossier)
        .select_from(fact)
        .join(journal, journal.c.position == fact.c.position)
        .join(delivery, delivery.c.position == fact.c.position)
        .where(
            fact.c.day.between(first.isoformat(), last.isoformat()),
            fact.c.kind == Kind.RECEIVED.value,
            delivery.c.dossier.is_not(None),
            COUNTED_ACT,
        )
        .distinct()
    )
    columns = {
        "counter": journal.c.counter,
        "officer": journal.c.officer,
        "agency": fact.c.agency,
    }
    for name, column in columns.items():
        if name in where:
            query = query.where(column == where[name])
    if "hour" in where:
        query = query.where(func.substr(journal.c.occurred_at, 12, 2) == f"{where['hour']:>02}")
    if "weekday" in where:  # SQLite counts from Sunday
        weekday = str((int(where["weekday"]) + 1) % 7)
        query = query.where(func.strftime("%w", fact.c.day) == weekday)
    return tuple(row.dossier for row in connection.execute(query))

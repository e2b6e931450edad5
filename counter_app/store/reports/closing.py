"""What the closing of a day reads: the facts of one counter's day, and the papers at counters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, bindparam, func, select, text

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.closing.totals import DayFact
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.outcome import State
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.projection import snapshot_of
from counter_app.store.tables import delivery, dossier, fact, journal

_FACTS = Prepared(
    select(
        fact.c.position, fact.c.kind, fact.c.flags, delivery.c.state, delivery.c.dossier
    )
    .join(journal, journal.c.position == fact.c.position)
    .join(delivery, delivery.c.position == fact.c.position)
    .where(
        fact.c.day == bindparam("on"),
        journal.c.counter == bindparam("at"),
        delivery.c.state != State.SUPERSEDED.value,
    )
    .order_by(fact.c.position)
)  # fmt: skip
_AT_COUNTERS = Prepared(
    select(dossier.c.snapshot)
    .where(
        text("dossier.closed = 0"),
        dossier.c.status != int(Status.NEW),
        text(
            "(dossier.unit = '' OR dossier.result_is_here = 1 OR (dossier.counter = :at AND "
            "(dossier.printed = 0 OR dossier.provisional_code <> '' OR dossier.status = 9)))"
        ),
    )
    .order_by(dossier.c.key)
)
_DAYS = select(func.max(fact.c.day)).join(journal, journal.c.position == fact.c.position)


def day_facts(connection: Connection, day: date, counter: str) -> tuple[DayFact, ...]:
    """Return the facts of `counter` on `day` as they were written, without what was superseded."""
    rows = _FACTS.all(connection, {"on": day.isoformat(), "at": counter})
    return tuple(
        DayFact(
            row.position,
            Kind(row.kind),
            frozenset(json.loads(row.flags)),
            row.dossier or "",
            row.state == State.ACCEPTED.value,
        )
        for row in rows
    )


def at_counters(connection: Connection, counter: str) -> Iterator[Dossier]:
    """Yield the open dossiers whose papers lie at any counter, and what `counter` may have left.

    All counters': papers received at one may have come back to another.
    """
    for row in _AT_COUNTERS.all(connection, {"at": counter}):
        yield snapshot_of(row.snapshot)


def last_position(connection: Connection) -> int:
    """Return the position of the newest entry; 0 before the first."""
    return connection.execute(select(func.max(journal.c.position))).scalar() or 0


def last_worked_day(connection: Connection, counter: str, first: date, before: date) -> date | None:
    """Return the newest day from `first` until before `before` on which `counter` received."""
    found = connection.execute(
        _DAYS.where(
            fact.c.day >= first.isoformat(),
            fact.c.day < before.isoformat(),
            fact.c.kind == Kind.RECEIVED.value,
            journal.c.counter == counter,
        )
    ).scalar()
    return None if found is None else date.fromisoformat(found)

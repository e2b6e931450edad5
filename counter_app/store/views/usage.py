"""What is received how often, and what was done under a procedure: the journal's facts, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Integer, func, or_, select

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, fact, journal


@dataclass(frozen=True, slots=True)
class ProcedureUse:
    """How often a procedure was received: by one officer anywhere, and at one counter."""

    procedure: str
    by_officer: int
    at_counter: int


class Usage:
    """The counts inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def receptions(
        self, first: date, last: date, officer: str, counter: str
    ) -> tuple[ProcedureUse, ...]:
        """Return the uses of the days `first` to `last`, both included, most used first."""
        mine, here = journal.c.officer == officer, journal.c.counter == counter
        by_officer = func.sum(mine, type_=Integer).label("by_officer")
        at_counter = func.sum(here, type_=Integer).label("at_counter")
        query = (
            select(fact.c.procedure, by_officer, at_counter)
            .join(journal, journal.c.position == fact.c.position)
            .where(
                fact.c.day.between(first.isoformat(), last.isoformat()),
                fact.c.kind == Kind.RECEIVED.value,
                or_(mine, here),
            )
            .group_by(fact.c.procedure)
            .order_by(by_officer.desc(), at_counter.desc(), fact.c.procedure)
        )
        return tuple(
            ProcedureUse(row.procedure, row.by_officer, row.at_counter)
            for row in self._connection.execute(query)
        )

    def acts(
        self, kind: Kind, procedure: str, counter: str, first: date, limit: int
    ) -> tuple[Body, ...]:
        """Return the newest acts of one kind of one counter since `first`, at most `limit`.

        Only those of dossiers of `procedure`, and only while their bodies are kept.
        """
        query = (
            select(body.c.data)
            .select_from(fact)
            .join(journal, journal.c.position == fact.c.position)
            .join(body, body.c.position == fact.c.position)
            .where(
                fact.c.day >= first.isoformat(),
                fact.c.kind == kind.value,
                fact.c.procedure == procedure,
                journal.c.counter == counter,
                body.c.data.is_not(None),
            )
            .order_by(fact.c.position.desc())
            .limit(limit)
        )
        found = (body_of(kind, row.data) for row in self._connection.execute(query))
        return tuple(each for each in found if each is not None)

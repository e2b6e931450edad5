"""The acts of a year as books (sổ) need them: in pieces, what was given up among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.steps import Dropped
from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.entry import Entry
from counter_app.domain.journal.outcome import State
from counter_app.store.books.kept_lines import number_of, taken, what_of
from counter_app.store.failures import UnreadableEntryError
from counter_app.store.figure_tables import life
from counter_app.store.subjects.entry_rows import ENTRY_COLUMNS, body_of, entry_of, flags_of
from counter_app.store.tables import (
    body,
    book,
    delivery,
    dossier,
    fact,
    journal,
    kept_line,
    tombstone,
)

_PIECE = 500
_ROWS = (
    select(
        journal.c.position,
        *ENTRY_COLUMNS,
        body.c.data,
        delivery.c.state,
        delivery.c.dossier.label("home"),
        dossier.c.code.label("official_code"),
        dossier.c.provisional_code,
        dossier.c.applicant,
        dossier.c.procedure_name,
        fact.c.procedure.label("fact_procedure"),
        fact.c.agency.label("fact_agency"),
        fact.c.flags.label("fact_flags"),
        kept_line.c.code.label("kept_code"),
        kept_line.c.procedure.label("kept_procedure"),
        kept_line.c.agency.label("kept_agency"),
        kept_line.c.number.label("kept_number"),
        kept_line.c.amount.label("kept_amount"),
        kept_line.c.what.label("kept_what"),
        tombstone.c.reason.label("hidden_reason"),
    )
    .select_from(fact)
    .join(journal, journal.c.position == fact.c.position)
    .join(body, body.c.position == fact.c.position)
    .join(delivery, delivery.c.position == fact.c.position)
    .outerjoin(dossier, dossier.c.uid == delivery.c.dossier)
    .outerjoin(kept_line, kept_line.c.position == fact.c.position)
    .outerjoin(
        tombstone,
        and_(tombstone.c.dossier == delivery.c.dossier, tombstone.c.state == "hidden"),
    )
    .where(fact.c.position > bindparam("after"))
    .order_by(fact.c.position)
    .limit(_PIECE)
)


@dataclass(frozen=True, slots=True)
class BookAct:
    """An act of a book. `body` is None when it was erased; numbers, amounts and `what` stay.

    `amount` is what was taken, in đồng; below 0 what a counter-entry took back.
    `superseded`: it was given up, or another entry took its place. `hidden` says why the server
    took its dossier away, None while it didn't.
    """

    position: int
    entry: Entry
    body: Body | None
    superseded: bool
    dossier: str = ""
    code: str = ""
    applicant: str = ""
    procedure: str = ""
    procedure_code: str = ""
    agency: str = ""
    agency_code: str = ""
    amount: int = 0
    number: str = ""
    what: str = ""
    flags: tuple[str, ...] = ()
    hidden: str | None = None

    @property
    def practice(self) -> bool:
        """Tell whether it was practice (tập huấn)."""
        return "practice" in self.flags

    @property
    def at(self) -> datetime:
        """Return when it was done, in Vietnam's time."""
        return vietnam_time(self.entry.occurred_at)


@dataclass(frozen=True, slots=True)
class KeptNumber:
    """What is left of an erased dossier in a counter's register."""

    dossier: str
    code: str
    procedure: str
    agency: str
    serial: int


class BookActs:
    """The acts inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_kinds(
        self, kinds: Iterable[Kind], first: date, last: date, counter: str = ""
    ) -> Iterator[BookAct]:
        """Yield the acts of the days `first` to `last` by their positions, superseded ones, too.

        "" for `counter`: every counter's. Raises UnreadableEntryError.
        """
        query = _ROWS.where(
            fact.c.day.between(first.isoformat(), last.isoformat()),
            fact.c.kind.in_([kind.value for kind in kinds]),
        )
        if counter:
            query = query.where(journal.c.counter == counter)
        after = 0
        while True:
            rows = self._connection.execute(query, {"after": after}).all()
            for row in rows:
                yield _act(row)
            if len(rows) < _PIECE:
                return
            after = rows[-1].position

    def kept(self, name: str, year: int) -> tuple[KeptNumber, ...]:
        """Return the numbers of a register whose dossiers were erased, in their order."""
        c = kept_line.c
        query = select(c.dossier, c.code, c.procedure, c.agency, c.serial).where(
            c.book == name, c.year == year, c.serial > 0
        )
        return tuple(
            KeptNumber(row.dossier, row.code, row.procedure, row.agency, row.serial)
            for row in self._connection.execute(query.order_by(c.serial))
        )

    def given_up(self, first: date) -> dict[str, str]:
        """Return why acts were given up since `first`: uid of the act → the officer's reason."""
        query = (
            select(journal.c.supersedes, body.c.data)
            .select_from(fact)
            .join(journal, journal.c.position == fact.c.position)
            .join(body, body.c.position == fact.c.position)
            .where(
                fact.c.day >= first.isoformat(),
                fact.c.kind == Kind.DROPPED.value,
                journal.c.supersedes.is_not(None),
            )
        )
        found = {}
        for row in self._connection.execute(query):
            told = body_of(Kind.DROPPED, row.data)
            found[str(row.supersedes)] = told.reason if isinstance(told, Dropped) else ""
        return found

    def last_serial(self, name: str, year: int) -> int:
        """Return the last number that this machine gave in a book of its own; 0 for none."""
        query = select(book.c.last).where(book.c.book == name, book.c.year == year)
        return self._connection.execute(query).scalar() or 0

    def unkept(self, counter: str, first: date, last: date) -> int:
        """Return how many erased dossiers have no line any more: erased before lines were kept."""
        kept = select(kept_line.c.dossier)
        there = select(dossier.c.uid)
        hidden = select(tombstone.c.dossier).where(tombstone.c.state == "hidden")
        query = select(func.count()).where(
            life.c.counter == counter,
            life.c.counts.is_(True),
            life.c.received_day.between(first.isoformat(), last.isoformat()),
            life.c.dossier.not_in(kept),
            life.c.dossier.not_in(there),
            life.c.dossier.not_in(hidden),
        )
        return self._connection.execute(query.select_from(life)).scalar_one()

    def newest(self, uids: Iterable[str], after: int) -> dict[str, datetime]:
        """Return when each of these dossiers was last touched behind position `after`."""
        query = (
            select(delivery.c.dossier, func.max(journal.c.occurred_at).label("at"))
            .join(journal, journal.c.position == delivery.c.position)
            .where(delivery.c.dossier.in_(list(uids)), delivery.c.position > after)
            .group_by(delivery.c.dossier)
        )
        return {
            row.dossier: vietnam_time(datetime.fromisoformat(row.at))
            for row in self._connection.execute(query)
        }


def _act(row: Any) -> BookAct:
    entry = entry_of(row)
    try:
        told = body_of(entry.kind, row.data)
    except ValueError as error:
        raise UnreadableEntryError(entry.uid) from error
    codes = (row.official_code, row.provisional_code, row.kept_code, entry.code)
    return BookAct(
        position=row.position,
        entry=entry,
        body=told,
        superseded=State(row.state) is State.SUPERSEDED,
        dossier=row.home or "",
        code=next(filter(None, codes), ""),
        applicant=row.applicant or "",
        procedure=row.procedure_name or row.kept_procedure or "",
        procedure_code=row.fact_procedure,
        agency=row.kept_agency or "",
        agency_code=row.fact_agency,
        amount=row.kept_amount or 0 if told is None else taken(told),
        flags=flags_of(row.fact_flags),
        number=row.kept_number or "" if told is None else number_of(told),
        what=row.kept_what or "" if told is None else what_of(told),
        hidden=row.hidden_reason,
    )

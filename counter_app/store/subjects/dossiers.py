"""Dossiers as the projection keeps them: by uid, by code, by person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, or_, select, text

from counter_app.domain.acts.kinds import Body
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.journal.digest import Digest, digest
from counter_app.domain.journal.entry import Entry
from counter_app.domain.journal.outcome import Outcome
from counter_app.domain.people.person import Person
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.entry_rows import HISTORY, history
from counter_app.store.subjects.lines import LINE_COLUMNS, line_of
from counter_app.store.subjects.projection import (
    HAS_CODE,
    Projection,
    applicant_of,
    milliseconds,
    snapshot_of,
)
from counter_app.store.tables import delivery, dossier

_MANY = 1000

_BY_UID = Prepared(select(dossier.c.snapshot).where(dossier.c.uid == bindparam("wanted")))
_BY_CODE = Prepared(select(dossier.c.snapshot).where(HAS_CODE).order_by(dossier.c.key))
_TIMELINE = Prepared(
    HISTORY.where(delivery.c.dossier == bindparam("home")).order_by(delivery.c.position)
)

_HAS_NUMBER = or_(dossier.c.code != "", dossier.c.provisional_code != "")
"""A counter received it: what only came online or by post has no paper and no number of ours."""

_SAME = dossier.alias("same")
_OF_PERSON = Prepared(
    select(
        *LINE_COLUMNS,
        dossier.c.snapshot,
        select(func.count())
        .select_from(_SAME)
        .where(_SAME.c.identity == bindparam("wanted"), text("same.identity <> ''"))
        .scalar_subquery()
        .label("count"),
    )
    .where(dossier.c.identity == bindparam("wanted"), text("dossier.identity <> ''"))
    .order_by(dossier.c.key.desc())
)


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a dossier's history with its body (None when erased) and its outcome."""

    entry: Entry
    body: Body | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """The dossiers of one applicant: how many, the newest `lines`, the applicant in each."""

    count: int
    lines: tuple[DossierLine, ...]
    applicants: tuple[Person, ...]


class Dossiers:
    """The dossiers inside one transaction."""

    def __init__(self, connection: Connection, projection: Projection) -> None:
        self._connection = connection
        self._projection = projection

    def get(self, uid: str) -> Dossier | None:
        """Return the dossier `uid`; None when it isn't known here."""
        if (found := self._projection.last(uid)) is not None:
            return found
        data = _BY_UID.scalar(self._connection, {"wanted": uid})
        return None if data is None else snapshot_of(data)

    def by_code(self, code: str) -> Dossier | None:
        """Return the dossier that bears `code`, any of its codes; None when unknown."""
        data = _BY_CODE.scalar(self._connection, {"wanted": code}) if code else None
        return None if data is None else snapshot_of(data)

    def timeline(self, uid: str) -> tuple[Told, ...]:
        """Return the whole history of a dossier in the order in which it became known here.

        Refused and superseded entries are there too: the journal forgets nothing.
        """
        entries, outcomes = history(self._connection, _TIMELINE, {"home": uid})
        return tuple(Told(each.entry, each.body, outcomes[each.entry.uid]) for each in entries)

    def open_of_person(self, identity_number: str) -> tuple[DossierLine, ...]:
        """Return the open dossiers whose applicant has this identity number, newest first."""
        if not identity_number:
            return ()
        columns = dossier.c
        return self._lines(
            select(*LINE_COLUMNS).where(
                columns.identity == identity_number,
                text("dossier.identity <> ''"),
                columns.closed.is_(False),
            )
        )

    def history_of_person(self, identity_number: str, limit: int) -> PersonHistory:
        """Return the newest dossiers, open or not, whose applicant has this identity number."""
        values = {"wanted": identity_number}
        rows = _OF_PERSON.some(self._connection, limit, values) if identity_number else []
        return PersonHistory(
            rows[0].count if rows else 0,
            tuple(map(line_of, rows)),
            tuple(applicant_of(row.snapshot) for row in rows),
        )

    def unprinted(self, counter: str | None = None) -> tuple[DossierLine, ...]:
        """Return dossiers that were received and of which no paper is known to have come out."""
        query = select(*LINE_COLUMNS).where(text("dossier.printed = 0"), _HAS_NUMBER)
        if counter is not None:
            query = query.where(dossier.c.counter == counter)
        return self._lines(query)

    def without_official_code(self) -> tuple[DossierLine, ...]:
        """Return dossiers that only have a provisional code yet."""
        return self._lines(select(*LINE_COLUMNS).where(text("dossier.code = ''"), _HAS_NUMBER))

    def digest(self, day: date) -> Digest:
        """Return the digest over the dossiers that the office received on `day`, as known here."""
        begin = milliseconds(datetime.combine(day, time(), VIETNAM))
        end = milliseconds(datetime.combine(day + timedelta(days=1), time(), VIETNAM))
        query = select(dossier.c.uid, dossier.c.version).where(
            dossier.c.received_ms >= begin, dossier.c.received_ms < end
        )
        return digest((row.uid, row.version) for row in self._connection.execute(query))

    def _lines(self, query: Select[Any]) -> tuple[DossierLine, ...]:
        query = query.order_by(dossier.c.key.desc()).limit(_MANY)
        return tuple(line_of(row) for row in self._connection.execute(query))

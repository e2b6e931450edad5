"""Dossiers as the projection keeps them: by uid, by code, in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, text

from counter_app.domain.acts.kinds import Body
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.digest import Digest, digest
from counter_app.domain.journal.entry import Entry
from counter_app.domain.journal.outcome import Outcome
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.entry_rows import HISTORY, history
from counter_app.store.subjects.lines import LINE_COLUMNS, DossierLine, Page, line_of, page_of
from counter_app.store.subjects.projection import (
    HAS_CODE,
    Projection,
    milliseconds,
    snapshot_of,
)
from counter_app.store.tables import OPEN, delivery, dossier

PAGE = 50
_MANY = 1000

_BY_UID = Prepared(select(dossier.c.snapshot).where(dossier.c.uid == bindparam("wanted")))
_BY_CODE = Prepared(select(dossier.c.snapshot).where(HAS_CODE).order_by(dossier.c.key))
_TIMELINE = Prepared(
    HISTORY.where(delivery.c.dossier == bindparam("home")).order_by(delivery.c.position)
)


_IN_QUEUE = f"dossier.uid IN (SELECT delivery.dossier FROM delivery WHERE {OPEN})"  # noqa: S608


@dataclass(frozen=True, slots=True)
class DossierFilter:
    """Which dossiers a list shows; the default is all of them. Times compare with the promise."""

    statuses: frozenset[Status] = frozenset()
    procedure: str = ""
    agency: str = ""
    counter: str = ""
    received_from: datetime | None = None
    received_to: datetime | None = None
    due_before: datetime | None = None
    only_open: bool = False
    result_is_here: bool = False
    waiting: bool = False
    attention: bool = False
    practice: bool | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a dossier's history with its body (None when erased) and its outcome."""

    entry: Entry
    body: Body | None
    outcome: Outcome


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
        """Return the dossier that bears `code`, official or provisional; None when unknown."""
        data = _BY_CODE.scalar(self._connection, {"wanted": code}) if code else None
        return None if data is None else snapshot_of(data)

    def page(
        self,
        which: DossierFilter | None = None,
        after_key: int | None = None,
        limit: int = PAGE,
    ) -> Page:
        """Return one page of dossiers, newest first, behind `after_key` of the page before."""
        query = _filtered(select(*LINE_COLUMNS), which or DossierFilter())
        if after_key is not None:
            query = query.where(dossier.c.key < after_key)
        query = query.order_by(dossier.c.key.desc()).limit(limit + 1)
        return page_of(list(self._connection.execute(query)), limit)

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

    def unprinted(self, counter: str | None = None) -> tuple[DossierLine, ...]:
        """Return dossiers that were received and of which no paper is known to have come out."""
        query = select(*LINE_COLUMNS).where(text("dossier.printed = 0"))
        if counter is not None:
            query = query.where(dossier.c.counter == counter)
        return self._lines(query)

    def without_official_code(self) -> tuple[DossierLine, ...]:
        """Return dossiers that only have a provisional code yet."""
        return self._lines(select(*LINE_COLUMNS).where(text("dossier.code = ''")))

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


def _filtered(query: Select[Any], which: DossierFilter) -> Select[Any]:
    columns = dossier.c
    if which.statuses:
        query = query.where(columns.status.in_(sorted(map(int, which.statuses))))
    for name in ("procedure", "agency", "counter"):
        if wanted := getattr(which, name):
            query = query.where(columns[name] == wanted)
    if which.received_from is not None:
        query = query.where(columns.key >= milliseconds(which.received_from) << 20)
    if which.received_to is not None:
        query = query.where(columns.key < milliseconds(which.received_to) << 20)
    if which.due_before is not None:
        query = query.where(columns.due_ms < milliseconds(which.due_before))
    # Written out, so that SQLite sees that its partial indexes hold what is asked for.
    conditions = {
        "dossier.closed = 0": which.only_open or which.due_before is not None,
        "dossier.result_is_here = 1": which.result_is_here,
        # By way of the queue, which is short and has its index.
        _IN_QUEUE: which.waiting,
        "dossier.attention > 0": which.attention,
    }
    for condition, holds in conditions.items():
        if holds:
            query = query.where(text(condition))
    if which.practice is not None:
        query = query.where(columns.practice.is_(which.practice))
    return query

"""Open dossiers with where they went: who has them, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.facts import Fact
from counter_app.domain.journal.outcome import State
from counter_app.domain.reports.life import Ended
from counter_app.store.figure_tables import life
from counter_app.store.reports.lives import COUNTED
from counter_app.store.subjects.fact_rows import fact_in
from counter_app.store.subjects.projection import moment
from counter_app.store.tables import delivery, dossier, fact, journal

KINDS = (
    Kind.HANDED_OVER,
    Kind.WORK_STARTED,
    Kind.SUPPLEMENT_REQUESTED,
    Kind.SUPPLEMENT_RECEIVED,
    Kind.PAYMENT_DEMANDED,
    Kind.PAID,
    Kind.FINISHED,
    Kind.RESULT_TAKEN_IN,
    Kind.REOPENED,
)
_MANY = 500
_OPEN = (Ended.OPEN.value, Ended.FINISHED.value)


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """A dossier that isn't closed. `unit` has it now, "" for nobody outside the Centre.

    `paused` is when the clock stopped that stands still now. `acts` are its facts since the
    reception with their moments, as they happened.
    """

    uid: str
    procedure: str
    version: str
    agency: str
    unit: str
    received_at: datetime
    due_at: datetime | None
    paused: datetime | None
    acts: tuple[tuple[Fact, datetime], ...] = ()


def open_dossiers(connection: Connection) -> tuple[OpenDossier, ...]:
    """Return every dossier that counts and isn't closed, by its reception."""
    query = (
        select(
            life.c.dossier,
            life.c.procedure,
            life.c.version,
            life.c.agency,
            life.c.received_ms,
            life.c.due_ms,
            life.c.paused_ms,
            dossier.c.unit,
        )
        .outerjoin(dossier, dossier.c.uid == life.c.dossier)
        .where(COUNTED, life.c.ended.in_(_OPEN))
        .order_by(life.c.received_ms, life.c.dossier)
    )
    rows = connection.execute(query).all()
    acts = _acts(connection, [row.dossier for row in rows], KINDS)
    return tuple(
        OpenDossier(
            row.dossier,
            row.procedure,
            row.version,
            row.agency,
            row.unit or "",
            moment(row.received_ms),
            None if row.due_ms is None else moment(row.due_ms),
            None if row.paused_ms is None else moment(row.paused_ms),
            acts.get(row.dossier, ()),
        )
        for row in rows
    )


def of_lines(connection: Connection, lines: Sequence[DossierLine]) -> tuple[OpenDossier, ...]:
    """Return these dossiers without their figures (lives), which may not be whole yet.

    A line without facts is left out.
    """
    found = _acts(connection, [line.uid for line in lines], (Kind.RECEIVED, *KINDS))
    return tuple(
        OpenDossier(
            line.uid,
            line.procedure,
            found[line.uid][-1][0].version,
            line.agency,
            line.unit,
            line.received_at,
            line.due_at,
            None,
            tuple(each for each in found[line.uid] if each[0].kind is not Kind.RECEIVED),
        )
        for line in lines
        if line.uid in found
    )


def _acts(
    connection: Connection, uids: Sequence[str], kinds: Sequence[Kind]
) -> dict[str, tuple[tuple[Fact, datetime], ...]]:
    """Return dossier → its facts of these kinds with their moments, as they happened."""
    query = (
        select(delivery.c.dossier.label("home"), journal.c.uid, journal.c.occurred_at, *fact.c)
        .join(fact, fact.c.position == delivery.c.position)
        .join(journal, journal.c.position == delivery.c.position)
        .where(
            delivery.c.state != State.SUPERSEDED.value,
            fact.c.kind.in_([kind.value for kind in kinds]),
        )
        .order_by(delivery.c.dossier, journal.c.occurred_at, delivery.c.position)
    )
    found: dict[str, tuple[tuple[Fact, datetime], ...]] = {}
    for at in range(0, len(uids), _MANY):
        some = connection.execute(query.where(delivery.c.dossier.in_(uids[at : at + _MANY])))
        for uid, rows in groupby(some, key=lambda row: str(row.home)):
            found[uid] = tuple(
                (fact_in(row), vietnam_time(datetime.fromisoformat(row.occurred_at)))
                for row in rows
            )
    return found

"""Finishing acts in the order of officers and time, and what happened to a dossier before."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.delay import KnownBy
from counter_app.domain.journal.outcome import State
from counter_app.domain.reports.bulk import LEAST, WITHIN, Act
from counter_app.store.figure_tables import acted, actor
from counter_app.store.reports.acts import COUNTED_ROW, has_flag, written
from counter_app.store.tables import delivery, fact, journal

FINISHING = (Kind.HANDED_OVER, Kind.RESULT_TAKEN_IN, Kind.RETURNED)
_MOVING = (
    *FINISHING,
    Kind.RECEIVED,
    Kind.SUPPLEMENT_REQUESTED,
    Kind.SUPPLEMENT_RECEIVED,
    Kind.WORK_STARTED,
    Kind.FINISHED,
    Kind.PAID,
    Kind.CORRECTED,
)
"""Acts for which somebody had the dossier in hand: not those of letters, prints and looks."""

_MOST = 500
_WITHIN = int(WITHIN.total_seconds()) + 1  # rows know whole seconds


_OF_KIND = acted.c.kind.in_([kind.value for kind in FINISHING])
_ACTS = (
    select(
        journal.c.officer,
        journal.c.occurred_at,
        delivery.c.dossier,
        has_flag(KnownBy.OFFICER.value).label("told"),
        and_(fact.c.kind == Kind.RETURNED.value, ~has_flag("by_post")).label("alone"),
    )
    .select_from(acted)
    .join(journal, journal.c.position == acted.c.position)
    .join(fact, fact.c.position == acted.c.position)
    .join(delivery, delivery.c.position == acted.c.position)
    .where(
        acted.c.at_s.between(bindparam("begun"), bindparam("ended")),
        _OF_KIND,
        COUNTED_ROW,
        journal.c.officer == bindparam("officer"),
        delivery.c.dossier.is_not(None),
    )
    .order_by(journal.c.occurred_at, acted.c.position)
)


def finishing_acts(
    connection: Connection, first: date, last: date
) -> Iterator[tuple[str, list[Act]]]:
    """Yield each officer with the finishing acts of these days that may be runs, in order of time.

    An act that has no `LEAST` of its kind around it within the time of a run is left out: it can
    belong to none, and what is left lies no closer together than it did.
    """
    dense: list[Row[Any]] = []
    for officer, spans in sorted(_dense(connection, first, last).items()):
        for begun, ended in spans:
            dense += connection.execute(_ACTS, {"officer": officer, "begun": begun, "ended": ended})
    for officer, mine in groupby(dense, key=lambda row: str(row.officer)):
        yield (
            officer,
            [
                Act(
                    datetime.fromisoformat(row.occurred_at),
                    row.dossier,
                    bool(row.told),
                    bool(row.alone),
                )
                for row in mine
            ],
        )


def _dense(connection: Connection, first: date, last: date) -> dict[str, list[list[int]]]:
    """Return officer → the spans of seconds in which as many acts stand as a run has, or more."""
    query = (
        select(actor.c.officer, acted.c.at_s)
        .join(actor, actor.c.key == acted.c.actor)
        .where(written(first, last), _OF_KIND, COUNTED_ROW)
        .order_by(acted.c.at_s, acted.c.position)
    )
    found: dict[str, list[list[int]]] = {}
    lately: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=LEAST))
    for officer, at in connection.execute(query):
        acts = lately[officer]
        acts.append(at)
        if len(acts) < LEAST or at - acts[0] > _WITHIN:
            continue
        spans = found.setdefault(officer, [])
        if spans and acts[0] <= spans[-1][1]:
            spans[-1][1] = at
        else:
            spans.append([acts[0], at])
    return found


def last_before(
    connection: Connection, dossiers: Sequence[str], at: datetime
) -> dict[str, datetime]:
    """Return when each dossier's last act before `at` was written; without one it isn't there."""
    found: dict[str, datetime] = {}
    for start in range(0, len(dossiers), _MOST):
        query = (
            select(delivery.c.dossier, journal.c.occurred_at)
            .join(journal, journal.c.position == delivery.c.position)
            .where(
                delivery.c.dossier.in_(dossiers[start : start + _MOST]),
                delivery.c.state != State.SUPERSEDED.value,
                journal.c.kind.in_([kind.value for kind in _MOVING]),
            )
        )
        for row in connection.execute(query):
            moment = datetime.fromisoformat(row.occurred_at)
            if moment < at:
                found[row.dossier] = max(moment, found.get(row.dossier, moment))
    return found

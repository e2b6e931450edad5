"""Finishing acts in the order of officers and time, and what happened to a dossier before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, and_, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.delay import KnownBy
from counter_app.domain.journal.outcome import State
from counter_app.domain.reports.bulk import Act
from counter_app.store.reports.recording.delays import COUNTED_ACT, has_flag
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


def finishing_acts(
    connection: Connection, first: date, last: date
) -> Iterator[tuple[str, list[Act]]]:
    """Yield each officer with the finishing acts written on these days, in order of time."""
    query = (
        select(
            journal.c.officer,
            journal.c.occurred_at,
            delivery.c.dossier,
            has_flag(KnownBy.OFFICER.value).label("told"),
            and_(fact.c.kind == Kind.RETURNED.value, ~has_flag("by_post")).label("alone"),
        )
        .select_from(fact)
        .join(journal, journal.c.position == fact.c.position)
        .join(delivery, delivery.c.position == fact.c.position)
        .where(
            fact.c.day.between(first.isoformat(), last.isoformat()),
            fact.c.kind.in_([kind.value for kind in FINISHING]),
            delivery.c.dossier.is_not(None),
            COUNTED_ACT,
        )
        .order_by(journal.c.officer, journal.c.occurred_at, fact.c.position)
    )
    rows = connection.execute(query)
    for officer, mine in groupby(rows, key=lambda row: str(row.officer)):
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

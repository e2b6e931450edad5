"""What targets are counted of: dossiers of a span by procedure, agency, field, kind of applicant.

A sum and the dossiers behind it come from the same conditions, so they can't differ. Everything is
read from lives, facts and what the server answered, which stay when bodies are erased.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.reports.life import PROCESSED, Ended, Pace
from counter_app.store.figure_tables import life
from counter_app.store.reports.lives import COUNTED
from counter_app.store.tables import OPEN, delivery, journal

_ONLINE = life.c.channel == Channel.ONLINE.value
_LIMITED = life.c.due_ms.is_not(None)
_PROCESSED = life.c.ended.in_(sorted(each.value for each in PROCESSED))
_MONTH = len("2026-11")
_KEYS = ("procedure", "version", "field_name", "agency")


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures of dossiers of one kind. `month` is "2026-11"; `dossier` only where one is told."""

    procedure: str
    version: str
    field_name: str
    agency: str
    month: str
    state_agency: bool
    counts: Mapping[str, int]
    dossier: str = ""


# Not the bare column: its index would lead the way, over every act instead of a few.
_NOT_ACKNOWLEDGED = life.c.dossier.in_(
    select(func.coalesce(delivery.c.dossier, ""))
    .join(journal, journal.c.position == delivery.c.position)
    .where(OPEN, journal.c.kind == Kind.RECEIVED.value)
)
"""Receptions that the province hasn't acknowledged: waiting, refused, in conflict."""


_OF_RECEIVED: dict[str, ColumnElement[bool]] = {
    "received": literal(value=True),
    "received_online": _ONLINE,
    "acknowledged": ~_NOT_ACKNOWLEDGED,
    "on_paper": ~_ONLINE,
    "digitised": and_(~_ONLINE, life.c.scanned.is_(True)),
}
_OF_PROCESSED: dict[str, ColumnElement[bool]] = {
    "processed": literal(value=True),
    "processed_online": _ONLINE,
    "limited": _LIMITED,
    "within": and_(_LIMITED, life.c.pace != Pace.LATE.value),
    "here": and_(
        life.c.ended == Ended.RETURNED.value,
        life.c.by_post.is_(False),
        life.c.handed_ms.is_(None),
    ),
}
"""`here`: never handed to another unit, and its result handed out at the Centre."""


def received_tallies(
    connection: Connection, first: date, last: date, *, agencies: bool, each: bool = False
) -> Iterator[Tally]:
    """Yield the dossiers received on these days; `each`: one by one, with their uids.

    `agencies`: whether it is asked for who is a state agency; else nobody is told apart.
    """
    yield from _tallies(
        connection, life.c.received_day, _OF_RECEIVED, first, last, agencies=agencies, each=each
    )


def processed_tallies(
    connection: Connection, first: date, last: date, *, agencies: bool, each: bool = False
) -> Iterator[Tally]:
    """Yield the dossiers that were processed (a result, or a refusal) on these days."""
    figures = {name: and_(_PROCESSED, held) for name, held in _OF_PROCESSED.items()}
    yield from _tallies(
        connection, life.c.finished_day, figures, first, last, agencies=agencies, each=each
    )


def _tallies(
    connection: Connection,
    day: ColumnElement[str | None],
    figures: Mapping[str, ColumnElement[bool]],
    first: date,
    last: date,
    *,
    agencies: bool,
    each: bool,
) -> Iterator[Tally]:
    columns = [life.c[name] for name in _KEYS] + ([life.c.dossier] if each else [])
    month = func.substr(day, 1, _MONTH).label("month")
    whose = life.c.state_agency if agencies else literal(value=False)
    keys = [*columns, month, whose.label("whose")]
    sums = [
        func.sum(case((held, 1), else_=0)).label(f"n{at}")
        for at, held in enumerate(figures.values())
    ]
    query = (
        select(*keys, *sums)
        .where(COUNTED, day.between(first.isoformat(), last.isoformat()))
        .group_by(*columns, "month", "whose")
    )
    if each:
        query = query.order_by(life.c.received_ms, life.c.dossier)
    for row in connection.execute(query):
        counts = dict(zip(figures, row[len(keys) :], strict=True))
        if any(counts.values()):
            yield Tally(
                row.procedure,
                row.version,
                row.field_name,
                row.agency,
                row.month,
                bool(row.whose),
                counts,
                row.dossier if each else "",
            )

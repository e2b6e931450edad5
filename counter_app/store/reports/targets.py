"""What targets are counted of: dossiers of a span by procedure, agency, field, kind of applicant.

A sum and the dossiers behind it come from the same conditions, so they can't differ. Everything is
read from lives, facts and what the server answered, which stay when bodies are erased.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, or_, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.facts import NO_SCAN_LEFT, NO_STATE_AGENCY, STATE_AGENCY
from counter_app.domain.journal.outcome import State
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.reports.life import PROCESSED, Ended, Pace
from counter_app.store.reports.lives import COUNTED
from counter_app.store.tables import OPEN, delivery, fact, journal, life

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


def _has(flag: str) -> ColumnElement[bool]:
    return fact.c.flags.contains(f'"{flag}"')


def _lately(
    kinds: tuple[Kind, ...], told: ColumnElement[bool], holds: ColumnElement[bool], first: date
) -> Select[tuple[str]]:
    """Return the dossiers of whose facts since `first`, where `told`, the newest one `holds`."""
    newest = func.max(fact.c.position * 2 + case((holds, 1), else_=0))
    # Not the bare column: its index would lead the way, over every act instead of a few.
    home = func.coalesce(delivery.c.dossier, "")
    return (
        select(home)
        .join(fact, fact.c.position == delivery.c.position)
        .where(
            fact.c.day >= first.isoformat(),
            fact.c.kind.in_([kind.value for kind in kinds]),
            told,
            delivery.c.state != State.SUPERSEDED.value,
        )
        .group_by(home)
        .having(newest % 2 == 1)
    )


def _of_agencies(first: date) -> ColumnElement[bool]:
    """Return the condition that the applicant is a state agency, as last put down."""
    told = or_(_has(STATE_AGENCY), _has(NO_STATE_AGENCY))
    kinds = (Kind.RECEIVED, Kind.CORRECTED)
    return life.c.dossier.in_(_lately(kinds, told, _has(STATE_AGENCY), first))


def _scanned(first: date) -> ColumnElement[bool]:
    kinds = (Kind.PAPER_SCANNED, Kind.SCAN_REMOVED)
    told = or_(fact.c.kind == Kind.PAPER_SCANNED.value, _has(NO_SCAN_LEFT))
    holds = fact.c.kind == Kind.PAPER_SCANNED.value
    return life.c.dossier.in_(_lately(kinds, told, holds, first))


_NOT_ACKNOWLEDGED = life.c.dossier.in_(
    select(delivery.c.dossier)
    .join(journal, journal.c.position == delivery.c.position)
    .where(OPEN, journal.c.kind == Kind.RECEIVED.value, delivery.c.dossier.is_not(None))
)
"""Receptions that the province hasn't acknowledged: waiting, refused, in conflict."""


def _received(first: date) -> dict[str, ColumnElement[bool]]:
    return {
        "received": literal(value=True),
        "received_online": _ONLINE,
        "acknowledged": ~_NOT_ACKNOWLEDGED,
        "on_paper": ~_ONLINE,
        "digitised": and_(~_ONLINE, _scanned(first)),
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

    `agencies`: whether it is asked for who is a state agency; else nobody is.
    """
    whose = _of_agencies(first) if agencies else literal(value=False)
    yield from _tallies(
        connection, life.c.received_day, _received(first), whose, first, last, each=each
    )


def processed_tallies(
    connection: Connection, first: date, last: date, *, agencies: bool, each: bool = False
) -> Iterator[Tally]:
    """Yield the dossiers that were processed (a result, or a refusal) on these days."""
    figures = {name: and_(_PROCESSED, held) for name, held in _OF_PROCESSED.items()}
    whose = _of_agencies(date.min) if agencies else literal(value=False)
    yield from _tallies(connection, life.c.finished_day, figures, whose, first, last, each=each)


def _tallies(
    connection: Connection,
    day: ColumnElement[str | None],
    figures: Mapping[str, ColumnElement[bool]],
    whose: ColumnElement[bool],
    first: date,
    last: date,
    *,
    each: bool,
) -> Iterator[Tally]:
    columns = [life.c[name] for name in _KEYS] + ([life.c.dossier] if each else [])
    month = func.substr(day, 1, _MONTH).label("month")
    keys = [*columns, month, whose.label("state_agency")]
    sums = [
        func.sum(case((held, 1), else_=0)).label(f"n{at}")
        for at, held in enumerate(figures.values())
    ]
    query = (
        select(*keys, *sums)
        .where(COUNTED, day.between(first.isoformat(), last.isoformat()))
        .group_by(*columns, "month", "state_agency")
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
                bool(row.state_agency),
                counts,
                row.dossier if each else "",
            )

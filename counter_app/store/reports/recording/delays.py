"""How late acts were written, counted by the database: equal delays together, no single acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, select

from counter_app.domain.dossiers.delay import PROMPT_MINUTES
from counter_app.domain.reports.recording import Lateness, Measured
from counter_app.store.figure_tables import acted, actor
from counter_app.store.reports.acts import COUNTED_ROW, MINUTE_OF_DAY, written
from counter_app.store.tables import delivery


@dataclass(frozen=True, slots=True)
class DelayGroup:
    """`count` entries with the same delay. `told`: another moment than the entry's own is known."""

    measured: Measured
    officer: str
    counter: str
    agency: str
    lateness: Lateness
    minutes: int
    told: bool
    count: int


_WHO = (actor.c.officer, actor.c.counter, actor.c.agency)
_LEFT_OF_DAY = 1440 - 1 - MINUTE_OF_DAY


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of delay: which acts have it, its minutes, and those that were left of its day."""

    measured: ColumnElement[Any]
    minutes: ColumnElement[Any]
    same_day: ColumnElement[Any]
    told: ColumnElement[Any]
    having: ColumnElement[bool]


_KINDS = (
    _Kind(
        acted.c.measured,
        func.coalesce(acted.c.minutes, 0),
        MINUTE_OF_DAY,
        acted.c.minutes.is_not(None),
        acted.c.measured != "",
    ),
    _Kind(  # days of a date are whole ones: no day later is the same day
        literal(Measured.SIGNED.value),
        acted.c.signed_minutes,
        literal(0),
        literal(value=True),
        acted.c.signed_minutes.is_not(None),
    ),
    _Kind(
        literal(Measured.SENT.value),
        acted.c.sent_minutes,
        _LEFT_OF_DAY,
        literal(value=True),
        acted.c.sent_minutes.is_not(None),
    ),
)


def delay_groups(
    connection: Connection, first: date, last: date, *, steps_only: bool = False
) -> Iterator[DelayGroup]:
    """Yield the delays of the acts that were written on these days, equal ones together.

    `steps_only`: without those of a signature, and of the line. Steps of which nothing else was
    told are by far the most: they have no minutes to sort by, and are prompt.
    """
    untold = (
        select(acted.c.measured, acted.c.actor, func.count().label("amount"))
        .where(written(first, last), COUNTED_ROW, acted.c.measured != "", acted.c.minutes.is_(None))
        .group_by(acted.c.actor, acted.c.measured)
    )
    for row in _named(connection, untold):
        yield _group(row, 0, Lateness.PROMPT, told=False, count=row.amount)
    for kind in _KINDS[:1] if steps_only else _KINDS:
        same_day = and_(kind.minutes > PROMPT_MINUTES, kind.minutes <= kind.same_day)
        told = (
            select(
                kind.measured.label("measured"),
                acted.c.actor,
                kind.minutes.label("minutes"),
                func.count().label("amount"),
                func.sum(case((same_day, 1), else_=0)).label("same_day"),
            )
            .where(written(first, last), COUNTED_ROW, kind.having, kind.told)
            .group_by("measured", acted.c.actor, "minutes")
        )
        for row in _named(connection, told):
            if row.minutes <= PROMPT_MINUTES:
                parts = {Lateness.PROMPT: row.amount}
            else:
                late = row.amount - row.same_day
                parts = {Lateness.SAME_DAY: row.same_day, Lateness.LATER: late}
            for lateness, count in parts.items():
                if count:
                    yield _group(row, row.minutes, lateness, told=True, count=count)


def _named(connection: Connection, counted: Select[Any]) -> Iterator[Any]:
    """Yield the rows with the names of their actors."""
    groups = counted.subquery()
    named = select(*groups.c, *_WHO).join(actor, actor.c.key == groups.c.actor)
    yield from connection.execute(named)


def _group(row: Any, minutes: int, lateness: Lateness, *, told: bool, count: int) -> DelayGroup:
    return DelayGroup(
        Measured(row.measured),
        row.officer,
        row.counter,
        row.agency,
        lateness,
        minutes,
        told,
        count,
    )


def dossiers_of_delay(
    connection: Connection, first: date, last: date, where: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the dossiers of the entries that `where` narrows down to, each once.

    Its names: "measured" (one, or several with a space between), "lateness", "told" ("1"),
    "officer", "counter", "agency".
    """
    found: dict[str, None] = {}
    wanted = where.get("measured", "").split()
    for kind in _KINDS:
        lateness = case(
            (kind.minutes <= PROMPT_MINUTES, Lateness.PROMPT.value),
            (kind.minutes <= kind.same_day, Lateness.SAME_DAY.value),
            else_=Lateness.LATER.value,
        )
        acts = (
            select(
                kind.measured.label("measured"),
                lateness.label("lateness"),
                kind.told.label("told"),
                *_WHO,
                delivery.c.dossier.label("home"),
            )
            .join_from(acted, actor, actor.c.key == acted.c.actor)
            .join(delivery, delivery.c.position == acted.c.position)
            .where(written(first, last), COUNTED_ROW, kind.having)
            .subquery()
        )
        chosen = select(acts.c.home).where(acts.c.home.is_not(None))
        if wanted:
            chosen = chosen.where(acts.c.measured.in_(wanted))
        for name in ("lateness", "officer", "counter", "agency"):
            if name in where:
                chosen = chosen.where(acts.c[name] == where[name])
        if where.get("told"):
            chosen = chosen.where(acts.c.told.is_(True))
        found |= dict.fromkeys(row.home for row in connection.execute(chosen.distinct()))
    return tuple(found)

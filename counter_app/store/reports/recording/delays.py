"""How late acts were written, counted by the database: equal delays together, no single acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
)

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.delay import PROMPT_MINUTES, KnownBy
from counter_app.domain.journal.outcome import State
from counter_app.store.tables import delivery, fact, journal, tombstone


class Measured(Enum):
    """What the time was measured of; values stand in the drill of a number."""

    RECEIVED = "received"
    HANDED = "handed"
    BACK = "back"
    RESULT_IN = "result_in"
    RETURNED = "returned"
    SIGNED = "signed"  # from the date on the result to its coming to the counter
    SENT = "sent"  # from the entry to the server's receipt


class Lateness(Enum):
    """How late an entry is."""

    PROMPT = "prompt"  # within PROMPT_MINUTES
    SAME_DAY = "same_day"
    LATER = "later"


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


def has_flag(flag: str) -> ColumnElement[bool]:
    """Return the condition that a fact bears a flag."""
    return fact.c.flags.contains(f'"{flag}"')


COUNTED_ACT = and_(
    delivery.c.state != State.SUPERSEDED.value,
    ~has_flag("practice"),
    or_(
        delivery.c.dossier.is_(None),
        delivery.c.dossier.not_in(select(tombstone.c.dossier).where(tombstone.c.state == "hidden")),
    ),
)
"""Acts that reports count: no practice, none that another took the place of, none taken away."""

_STEPS = (Kind.RECEIVED, Kind.HANDED_OVER, Kind.RESULT_TAKEN_IN, Kind.RETURNED)
_DATED = has_flag(KnownBy.DATE.value)
_STEP = case(
    (fact.c.kind == Kind.RECEIVED.value, Measured.RECEIVED.value),
    (fact.c.kind == Kind.RETURNED.value, Measured.RETURNED.value),
    (fact.c.kind == Kind.RESULT_TAKEN_IN.value, Measured.RESULT_IN.value),
    (has_flag("back"), Measured.BACK.value),
    else_=Measured.HANDED.value,
)
# A result's date says nothing of when it came: beside its own line the act is one of this moment.
_TOLD = case((_DATED, None), else_=fact.c.delay_minutes)
_SERVER = func.substr(delivery.c.receipt, 1, func.instr(delivery.c.receipt, " ") - 1)
_DAY_MINUTES = 1440
_HALF_SECOND = 1 / 120
_ON_WAY = func.max(
    0,
    cast(
        (func.julianday(_SERVER) - func.julianday(journal.c.occurred_at)) * _DAY_MINUTES
        + _HALF_SECOND,
        Integer,
    ),
)
_MINUTE_OF_DAY = cast(func.substr(journal.c.occurred_at, 12, 2), Integer) * 60 + cast(
    func.substr(journal.c.occurred_at, 15, 2), Integer
)
_LEFT_OF_DAY = _DAY_MINUTES - 1 - _MINUTE_OF_DAY


def _lateness(minutes: ColumnElement[Any], same_day: ColumnElement[Any]) -> ColumnElement[str]:
    return case(
        (minutes <= PROMPT_MINUTES, Lateness.PROMPT.value),
        (minutes <= same_day, Lateness.SAME_DAY.value),
        else_=Lateness.LATER.value,
    )


def _acts(
    first: date,
    last: date,
    measured: ColumnElement[Any],
    minutes: ColumnElement[Any],
    same_day: ColumnElement[Any],
    told: ColumnElement[Any],
    condition: ColumnElement[bool],
) -> Select[Any]:
    return (
        select(
            measured.label("measured"),
            journal.c.officer,
            journal.c.counter,
            fact.c.agency,
            _lateness(minutes, same_day).label("lateness"),
            minutes.label("minutes"),
            told.label("told"),
            delivery.c.dossier.label("home"),
        )
        .select_from(fact)
        .join(journal, journal.c.position == fact.c.position)
        .join(delivery, delivery.c.position == fact.c.position)
        .where(fact.c.day.between(first.isoformat(), last.isoformat()), COUNTED_ACT, condition)
    )


def _queries(first: date, last: date) -> Mapping[str, Select[Any]]:
    steps = fact.c.kind.in_([kind.value for kind in _STEPS])
    zero = func.coalesce(_TOLD, 0)
    own = and_(delivery.c.own.is_(True), delivery.c.receipt.is_not(None))
    # Days of a date are whole ones: no day later is the same day.
    dated = and_(fact.c.kind == Kind.RESULT_TAKEN_IN.value, _DATED)
    return {
        "steps": _acts(first, last, _STEP, zero, _MINUTE_OF_DAY, _TOLD.is_not(None), steps),
        "signed": _acts(
            first,
            last,
            literal(Measured.SIGNED.value),
            func.coalesce(fact.c.delay_minutes, 0),
            literal(0),
            literal(value=True),
            dated,
        ),
        "sent": _acts(
            first,
            last,
            literal(Measured.SENT.value),
            _ON_WAY,
            _LEFT_OF_DAY,
            literal(value=True),
            own,
        ),
    }


def delay_groups(connection: Connection, first: date, last: date) -> Iterator[DelayGroup]:
    """Yield the delays of the acts that were written on these days, equal ones together."""
    for query in _queries(first, last).values():
        acts = query.subquery()
        by = [column for column in acts.c if column.name != "home"]
        counted = select(*by, func.count().label("amount")).group_by(*by)
        for row in connection.execute(counted):
            yield DelayGroup(
                Measured(row.measured),
                row.officer,
                row.counter,
                row.agency,
                Lateness(row.lateness),
                row.minutes,
                bool(row.told),
                row.amount,
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
    for query in _queries(first, last).values():
        acts = query.subquery()
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

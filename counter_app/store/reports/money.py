"""Fees as the acts took them and took them back, in whole đồng; the cash sheets say the same.

Money is counted where it passed through somebody's hands: it belongs to the day of the act and to
whoever did it, whatever became of the dossier. Only practice is left out, and what was superseded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, case, cast, func, literal, select

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.payment import total
from counter_app.domain.journal.outcome import State
from counter_app.store.reports.figures import Key, Span, held
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, delivery, fact, journal
from counter_app.store.views.void_certifications import Line, certified_lines

_TAKEN = "taken:"
"""How the flag of a reception begins that tells what was collected at once."""

_COLUMNS = {
    "field_name": fact.c.field_name,
    "procedure": fact.c.procedure,
    "counter": journal.c.counter,
    "officer": journal.c.officer,
    "kind": case((fact.c.kind == Kind.CERTIFIED.value, literal("certified")), else_=literal("")),
}
"""What money is grouped by; counter and officer are those that took it. `kind`: "certified", ""."""

MONEY_KINDS = (Kind.RECEIVED, Kind.PAID, Kind.PAYMENT_CANCELLED, Kind.CERTIFIED)

_AT_ONCE = cast(func.substr(fact.c.flags, func.instr(fact.c.flags, _TAKEN) + len(_TAKEN)), Integer)
"""The digits behind the flag's name: SQLite reads a number up to the first other letter."""

_ACTS = (
    select()
    .select_from(fact)
    .join(journal, journal.c.position == fact.c.position)
    .join(delivery, delivery.c.position == fact.c.position)
    .where(
        fact.c.kind.in_([kind.value for kind in MONEY_KINDS]),
        delivery.c.state != State.SUPERSEDED.value,
        ~fact.c.flags.contains('"practice"'),
        (fact.c.kind != Kind.RECEIVED.value) | fact.c.flags.contains(_TAKEN),
    )
)
_VOIDS = (
    select(
        body.c.data,
        *(_COLUMNS[name].label(name) for name in ("field_name", "procedure", "counter", "officer")),
    )
    .select_from(fact)
    .join(journal, journal.c.position == fact.c.position)
    .join(body, body.c.position == fact.c.position)
    .join(delivery, delivery.c.position == fact.c.position)
    .where(
        held(fact.c.day),
        fact.c.kind == Kind.NUMBER_VOID.value,
        delivery.c.state != State.SUPERSEDED.value,
    )
    .order_by(fact.c.position)
)


@dataclass(frozen=True, slots=True)
class Money:
    """Sums of one group. `back` is what counter-entries took back, above 0; `dossiers` had any."""

    at_reception: int = 0
    paid: int = 0
    back: int = 0
    certified: int = 0
    dossiers: int = 0

    @property
    def total(self) -> int:
        """What was kept."""
        return self.at_reception + self.paid - self.back + self.certified

    def __add__(self, other: Money) -> Money:
        return Money(
            self.at_reception + other.at_reception,
            self.paid + other.paid,
            self.back + other.back,
            self.certified + other.certified,
            self.dossiers + other.dossiers,
        )


class Takings:
    """The money inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sums(self, by: Sequence[str], span: Span) -> dict[Key, Money]:
        """Return the money of a span for each value of `by`: names of columns, and "kind".

        A certification that is made void is money given back: it is taken off on the day of that
        act, of whoever did it, as on the cash sheets.
        """
        keys = [_COLUMNS[name].label(name) for name in by]
        query = (
            _ACTS.add_columns(
                *keys,
                _sum_of(Kind.RECEIVED, _AT_ONCE).label("at_reception"),
                _sum_of(Kind.PAID, fact.c.amount).label("paid"),
                _sum_of(Kind.PAYMENT_CANCELLED, -fact.c.amount).label("back"),
                _sum_of(Kind.CERTIFIED, fact.c.amount).label("certified"),
                func.count(delivery.c.dossier.distinct()).label("dossiers"),
            )
            .where(held(fact.c.day))
            .group_by(*keys)
        )
        found = {
            tuple(str(value) for value in row[: len(keys)]): Money(*row[len(keys) :])
            for row in self._connection.execute(query, span.values)
        }
        for key, amount in self._void(by, span):
            found[key] = found.get(key, Money()) + Money(certified=-amount)
        return found

    def dossiers(self, span: Span) -> int:
        """Return how many dossiers had money taken or taken back in a span, each once."""
        query = _ACTS.add_columns(func.count(delivery.c.dossier.distinct()))
        return int(
            self._connection.execute(query.where(held(fact.c.day)), span.values).scalar_one()
        )

    def behind(self, span: Span, where: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return the uids of the dossiers of which money was taken or taken back in a span."""
        query = (
            _ACTS.add_columns(delivery.c.dossier)
            .where(
                held(fact.c.day),
                delivery.c.dossier.is_not(None),
                *(_COLUMNS[name] == value for name, value in where if name in _COLUMNS),
            )
            .distinct()
        )
        return tuple(sorted(self._connection.execute(query, span.values).scalars()))

    def _void(self, by: Sequence[str], span: Span) -> list[tuple[Key, int]]:
        """Return what was given back for certifications made void in a span, and by whom."""
        first: dict[Line, Any] = {}
        for row in self._connection.execute(_VOIDS, span.values):
            if isinstance(told := body_of(Kind.NUMBER_VOID, row.data), NumberVoid):
                first.setdefault((told.block, told.first), row)
        written = certified_lines(self._connection, first)
        found = []
        for line, row in first.items():
            certified = written.get(line)
            if certified is not None and not certified.body.practice:
                key = tuple("certified" if n == "kind" else str(getattr(row, n)) for n in by)
                found.append((key, total(certified.body.fees)))
        return found


def _sum_of(kind: Kind, amount: Any) -> Any:
    return func.sum(case((fact.c.kind == kind.value, amount), else_=0), type_=Integer)

"""Fees as the acts took them and took them back, in whole đồng; the cash sheets say the same.

Money is counted where it passed through somebody's hands: it belongs to the day of the act and to
whoever did it, whatever became of the dossier. Only practice is left out, and what was superseded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, case, func, literal, select

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.payment import total
from counter_app.domain.journal.outcome import State
from counter_app.store.figure_tables import acted, actor
from counter_app.store.reports.acts import NOT_SUPERSEDED, written
from counter_app.store.reports.figures import Key, Span, held
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, delivery, fact, journal
from counter_app.store.views.void_certifications import Line, certified_lines

_COLUMNS = {
    "field_name": acted.c.field_name,
    "procedure": acted.c.procedure,
    "counter": actor.c.counter,
    "officer": actor.c.officer,
    "kind": case((acted.c.kind == Kind.CERTIFIED.value, literal("certified")), else_=literal("")),
}
"""What money is grouped by; counter and officer are those that took it. `kind`: "certified", ""."""

_ACTS = (
    select()
    .select_from(acted)
    .join(actor, actor.c.key == acted.c.actor)
    .join(delivery, delivery.c.position == acted.c.position)
    .where(acted.c.amount.is_not(None), NOT_SUPERSEDED)
)
_VOID_COLUMNS = {
    "field_name": fact.c.field_name,
    "procedure": fact.c.procedure,
    "counter": journal.c.counter,
    "officer": journal.c.officer,
}
_VOIDS = (
    select(
        body.c.data,
        *(column.label(name) for name, column in _VOID_COLUMNS.items()),
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
                _sum_of(Kind.RECEIVED, acted.c.amount).label("at_reception"),
                _sum_of(Kind.PAID, acted.c.amount).label("paid"),
                _sum_of(Kind.PAYMENT_CANCELLED, -acted.c.amount).label("back"),
                _sum_of(Kind.CERTIFIED, acted.c.amount).label("certified"),
                func.count(delivery.c.dossier.distinct()).label("dossiers"),
            )
            .where(written(span.first, span.last))
            .group_by(*keys)
        )
        found = {
            tuple(str(value) for value in row[: len(keys)]): Money(*row[len(keys) :])
            for row in self._connection.execute(query)
        }
        for key, amount in self._void(by, span):
            found[key] = found.get(key, Money()) + Money(certified=-amount)
        return found

    def dossiers(self, span: Span) -> int:
        """Return how many dossiers had money taken or taken back in a span, each once."""
        query = _ACTS.add_columns(func.count(delivery.c.dossier.distinct()))
        return int(
            self._connection.execute(query.where(written(span.first, span.last))).scalar_one()
        )

    def behind(self, span: Span, where: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return the uids of the dossiers of which money was taken or taken back in a span."""
        query = (
            _ACTS.add_columns(delivery.c.dossier)
            .where(
                written(span.first, span.last),
                delivery.c.dossier.is_not(None),
                *(_COLUMNS[name] == value for name, value in where if name in _COLUMNS),
            )
            .distinct()
        )
        return tuple(sorted(self._connection.execute(query).scalars()))

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
    return func.sum(case((acted.c.kind == kind.value, amount), else_=0), type_=Integer)

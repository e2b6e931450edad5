"""Fees as the acts took them and took them back, in whole đồng; the cash sheets say the same.

Money is counted where it passed through somebody's hands: it belongs to the day of the act and to
whoever did it, whatever became of the dossier. Only practice is left out, and what was superseded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, Text, case, cast, func, literal, select

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.outcome import State
from counter_app.store.reports.figures import Key, Span, held
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, delivery, fact, journal

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
    select(body.c.data)
    .join(fact, fact.c.position == body.c.position)
    .where(fact.c.kind == Kind.NUMBER_VOID.value)
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

        Certifications that were made void are taken off where they were taken.
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
        """Return the certifications of a span that were made void, with what they had cost."""
        void = {
            (told.block, told.first)
            for row in self._connection.execute(_VOIDS.where(fact.c.day >= span.first.isoformat()))
            if isinstance(told := body_of(Kind.NUMBER_VOID, row.data), NumberVoid)
        }
        serials = {serial for block, serial in void if "/" in block}  # of a book, not of a grant
        keys = [_COLUMNS[name] for name in by]
        query = (
            _ACTS.add_columns(fact.c.amount, body.c.data, *keys)
            .join(body, body.c.position == fact.c.position)
            .where(
                held(fact.c.day),
                fact.c.kind == Kind.CERTIFIED.value,
                func.json_extract(cast(body.c.data, Text), "$.serial").in_(serials),
            )
        )
        found = []
        for row in self._connection.execute(query, span.values) if serials else ():
            told = body_of(Kind.CERTIFIED, row.data)
            if isinstance(told, Certified) and (told.block, told.serial) in void:
                found.append((tuple(str(value) for value in row[2:]), row.amount))
        return found


def _sum_of(kind: Kind, amount: Any) -> Any:
    return func.sum(case((fact.c.kind == kind.value, amount), else_=0), type_=Integer)

"""Acts of a span of days, counted from the facts, which stay when bodies are erased.

An act belongs to the day on which it was done. What was superseded isn't counted, what the province
refused is: it happened. Acts about dossiers that reports don't count aren't counted either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, case, func, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.outcome import State
from counter_app.store.figure_tables import life
from counter_app.store.reports.figures import Key, Span, held, narrowed
from counter_app.store.reports.lives import COUNTED
from counter_app.store.subjects.entry_rows import flags_of
from counter_app.store.tables import delivery, fact

EVENTS: Mapping[str, tuple[Kind, ...]] = {
    "supplemented": (Kind.SUPPLEMENT_REQUESTED,),
    "extended": (Kind.DUE_EXTENDED, Kind.DUE_MOVED),
    "apologised": (Kind.APOLOGY_SENT,),
}
"""Figures that count the dossiers of which something was done in the span."""

BREACH = "breach:"
"""How the flag of a broken limit begins; its code follows."""

_OF_A_DOSSIER = (
    select(life.c.dossier)
    .select_from(fact)
    .join(delivery, delivery.c.position == fact.c.position)
    .join(life, life.c.dossier == delivery.c.dossier)
    .where(COUNTED, delivery.c.state != State.SUPERSEDED.value)
)


@dataclass(frozen=True, slots=True)
class Broken:
    """One limit that was broken: how often, and of how many dossiers."""

    code: str
    acts: int
    dossiers: tuple[str, ...]


class Events:
    """The acts inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, by: Sequence[str], span: Span) -> dict[Key, dict[str, int]]:
        """Return, for each value of the columns `by` of the dossiers, `EVENTS` as dossiers."""
        keys = [life.c[name] for name in by]
        event = case(
            *((fact.c.kind == kind.value, name) for name in EVENTS for kind in EVENTS[name])
        ).label("event")
        query = (
            _OF_A_DOSSIER.with_only_columns(
                *keys, event, func.count(life.c.dossier.distinct()).label("dossiers")
            )
            .where(held(fact.c.day), _of_kinds(*EVENTS))
            .group_by(*keys, event)
        )
        found: dict[Key, dict[str, int]] = {}
        for row in self._connection.execute(query, span.values):
            key = tuple(str(value) for value in row[: len(keys)])
            found.setdefault(key, dict.fromkeys(EVENTS, 0))[row.event] = row.dossiers
        return found

    def behind(self, event: str, span: Span, where: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return the uids of the dossiers behind one of `EVENTS`."""
        query = _OF_A_DOSSIER.where(held(fact.c.day), _of_kinds(event), *narrowed(where)).distinct()
        return tuple(sorted(self._connection.execute(query, span.values).scalars()))

    def broken(
        self, by: Sequence[str], span: Span, where: Sequence[tuple[str, str]] = ()
    ) -> dict[Key, tuple[Broken, ...]]:
        """Return the broken limits of a span by their codes, for each value of `by`."""
        keys = [life.c[name] for name in by]
        query = _OF_A_DOSSIER.add_columns(fact.c.flags, *keys).where(
            held(fact.c.day),
            life.c.breaches > 0,
            fact.c.flags.contains(BREACH),
            *narrowed(where),
        )
        acts: dict[Key, dict[str, list[str]]] = {}
        for row in self._connection.execute(query, span.values):
            codes = acts.setdefault(tuple(str(value) for value in row[2:]), {})
            for flag in flags_of(row.flags):
                if flag.startswith(BREACH):
                    codes.setdefault(flag.removeprefix(BREACH), []).append(row.dossier)
        return {
            key: tuple(
                Broken(code, len(uids), tuple(sorted(set(uids))))
                for code, uids in sorted(codes.items())
            )
            for key, codes in acts.items()
        }


def _of_kinds(*events: str) -> ColumnElement[bool]:
    kinds = [kind.value for event in events for kind in EVENTS[event]]
    return fact.c.kind.in_(kinds)

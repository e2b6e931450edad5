"""What was done between two days, act by act: for cash, books and the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from counter_app.domain.acts.kinds import AUDIT_LANE, Body, Kind
from counter_app.domain.journal.entry import Entry
from counter_app.domain.journal.outcome import State
from counter_app.store.failures import UnreadableEntryError
from counter_app.store.subjects.entry_rows import ENTRY_COLUMNS, body_of, entry_of
from counter_app.store.tables import body, delivery, dossier, fact, journal

_GONE = frozenset({State.SUPERSEDED})
_ROWS = (
    select(
        journal.c.position,
        *ENTRY_COLUMNS,
        body.c.data,
        delivery.c.state,
        delivery.c.dossier.label("home"),
        dossier.c.code.label("official_code"),
        dossier.c.provisional_code,
        dossier.c.portal_code,
        dossier.c.applicant,
        dossier.c.procedure_name,
    )
    .select_from(fact)
    .join(journal, journal.c.position == fact.c.position)
    .join(body, body.c.position == fact.c.position)
    .join(delivery, delivery.c.position == fact.c.position)
    .outerjoin(dossier, dossier.c.uid == delivery.c.dossier)
)
_AUDITED = tuple(kind.value for kind in AUDIT_LANE)


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act with its dossier in words; `body` is None after a purge, `code` "" without one.

    `dossier` is the uid of the dossier that it belongs to here, "" for none.
    """

    position: int
    entry: Entry
    body: Body | None
    state: State
    code: str = ""
    applicant: str = ""
    procedure_name: str = ""
    dossier: str = ""


class DayActs:
    """The acts inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(
        self,
        first: date,
        last: date,
        kinds: Iterable[Kind] = (),
        *,
        counter: str = "",
        officer: str = "",
        after: int = 0,
        limit: int | None = None,
    ) -> tuple[ActRow, ...]:
        """Return the acts of the days `first` to `last`, both included, as they were written.

        No `kinds`: all of them; "" for `counter` and `officer`: anybody's. `after` is the position
        behind which to go on, `limit` the most to return. What was superseded is left out; what the
        server refused is there: it happened. Raises UnreadableEntryError.
        """
        wanted = tuple(kind.value for kind in kinds)
        query = _ROWS.where(
            fact.c.day.between(first.isoformat(), last.isoformat()),
            delivery.c.state.not_in([state.value for state in _GONE]),
            journal.c.position > after,
        ).order_by(journal.c.position)
        if wanted:
            query = query.where(fact.c.kind.in_(wanted))
        if counter:
            query = query.where(journal.c.counter == counter)
        if officer:
            query = query.where(journal.c.officer == officer)
        if limit is not None:
            query = query.limit(limit)
        return self._rows(query)

    def latest(
        self,
        first: date,
        last: date,
        kinds: Iterable[Kind] = (),
        *,
        officer: str = "",
        about: str = "",
        before: int | None = None,
        limit: int = 50,
    ) -> tuple[ActRow, ...]:
        """Return the acts of the days `first` to `last`, the newest first: pages of the log.

        `about` is a piece of a code: acts of the dossiers that bear it, and what of the audit lane
        names it. `before` is the position to go on from. Nothing is left out, not even what was
        superseded: it was done. Raises UnreadableEntryError.
        """
        wanted = tuple(kind.value for kind in kinds)
        # Positions first: sorting whole rows with their bodies would be dear over many days.
        chosen = (
            select(fact.c.position)
            .join(journal, journal.c.position == fact.c.position)
            .where(fact.c.day.between(first.isoformat(), last.isoformat()))
            .order_by(fact.c.position.desc())
            .limit(limit)
        )
        if wanted:
            chosen = chosen.where(fact.c.kind.in_(wanted))
        if officer:
            chosen = chosen.where(journal.c.officer == officer)
        if before is not None:
            chosen = chosen.where(fact.c.position < before)
        if about:
            chosen = _about(chosen, about)
        return self._rows(
            _ROWS.where(journal.c.position.in_(chosen)).order_by(journal.c.position.desc())
        )

    def _rows(self, query: Select[Any]) -> tuple[ActRow, ...]:
        found = []
        for row in self._connection.execute(query):
            entry = entry_of(row)
            try:
                told = body_of(entry.kind, row.data)
            except ValueError as error:
                raise UnreadableEntryError(entry.uid) from error
            codes = (row.official_code, row.provisional_code, row.portal_code, entry.code)
            found.append(
                ActRow(
                    row.position,
                    entry,
                    told,
                    State(row.state),
                    next(filter(None, codes), ""),
                    row.applicant or "",
                    row.procedure_name or "",
                    row.home or "",
                )
            )
        return tuple(found)


def _about(chosen: Select[Any], code: str) -> Select[Any]:
    codes = (dossier.c.code, dossier.c.provisional_code, dossier.c.portal_code)
    bearing = select(dossier.c.uid).where(
        or_(*(column.contains(code, autoescape=True) for column in codes))
    )
    named = and_(journal.c.kind.in_(_AUDITED), func.instr(body.c.data, code) > 0)
    return (
        chosen.join(delivery, delivery.c.position == fact.c.position)
        .join(body, body.c.position == fact.c.position)
        .where(
            or_(
                delivery.c.dossier.in_(bearing),
                journal.c.code.contains(code, autoescape=True),
                named,
            )
        )
    )

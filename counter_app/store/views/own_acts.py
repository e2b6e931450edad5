"""This machine's own acts in the order of their writing: what the second journal copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.entry import Entry
from counter_app.store.subjects.entry_rows import ENTRY_COLUMNS, entry_of
from counter_app.store.tables import body, delivery, journal


@dataclass(frozen=True, slots=True)
class OwnAct:
    """One own entry: its place here, its header, its body's bytes (None once they were erased)."""

    position: int
    entry: Entry
    data: bytes | None


class OwnActs:
    """Own acts inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def since(self, position: int, limit: int) -> tuple[tuple[OwnAct, ...], int]:
        """Return own acts after `position`, at most `limit`, and up to where that looked."""
        query: Select[Any] = (
            select(journal.c.position, *ENTRY_COLUMNS, body.c.data)
            .join(body, body.c.position == journal.c.position)
            .join(delivery, delivery.c.position == journal.c.position)
            .where(journal.c.position > position, delivery.c.own)
            .order_by(journal.c.position)
            .limit(limit)
        )
        rows = self._connection.execute(query).all()
        acts = tuple(OwnAct(row.position, entry_of(row), row.data) for row in rows)
        if len(acts) == limit:
            return acts, acts[-1].position
        last = self._connection.execute(select(func.max(journal.c.position))).scalar()
        return acts, last or 0

    def of_kind(self, kind: Kind) -> tuple[OwnAct, ...]:
        """Return all own acts of one kind: for kinds of which there are few."""
        query: Select[Any] = (
            select(journal.c.position, *ENTRY_COLUMNS, body.c.data)
            .join(body, body.c.position == journal.c.position)
            .join(delivery, delivery.c.position == journal.c.position)
            .where(journal.c.kind == kind.value, delivery.c.own)
            .order_by(journal.c.position)
        )
        rows = self._connection.execute(query)
        return tuple(OwnAct(row.position, entry_of(row), row.data) for row in rows)

    def left(self, position: int) -> int:
        """Return how many own acts stand after `position`."""
        query = select(func.count()).select_from(delivery)
        after = query.where(delivery.c.position > position, delivery.c.own)
        return self._connection.execute(after).scalar_one()

    def uid_at(self, position: int) -> str | None:
        """Return the uid of the entry at `position`; None when there is none."""
        query = select(journal.c.uid).where(journal.c.position == position)
        uid: str | None = self._connection.execute(query).scalar()
        return uid

"""Fold every dossier anew from the journal. What already stood there must come out the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select, update
from sqlalchemy.exc import DatabaseError

from counter_app.domain.acts.kinds import Kind
from counter_app.store.failures import UnreadableEntryError
from counter_app.store.reports.acts import Acts
from counter_app.store.reports.lives import Lives
from counter_app.store.subjects.projection import (
    Projection,
    dossier_with_code,
    first_key,
    folded,
    free_key,
    row_values,
)
from counter_app.store.subjects.setup import Setup
from counter_app.store.tables import delivery, dossier, journal, tombstone

_STEP = 500
_BIRTHS = (Kind.RECEIVED.value, Kind.SUBMITTED.value)
_ROW = select(dossier).where(dossier.c.uid == bindparam("home"))
_DELETE = dossier.delete().where(
    or_(dossier.c.key == bindparam("wanted"), dossier.c.uid == bindparam("home"))
)


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """How many dossiers there are, and how many rows were not what the journal says.

    `bound` entries were waiting for a code that is known by now. `unreadable` dossiers have an
    entry whose bytes were changed: their rows were left as they are. `search_rebuilt`: the search
    index didn't agree with the rows and was made anew.
    """

    dossiers: int
    changed: int
    removed: int
    bound: int
    unreadable: int
    search_rebuilt: bool

    @property
    def was_equal(self) -> bool:
        """True when everything could be folded and the rebuild changed nothing."""
        changed = self.changed or self.removed or self.bound or self.search_rebuilt
        return not (changed or self.unreadable)


def rebuild(
    connection: Connection, progress: Callable[[int, int], None] | None = None
) -> RebuildReport:
    """Fold all dossiers and replace the rows that differ, inside the caller's transaction."""
    # The index first: with a broken one, the rows' own triggers would break it further.
    search_rebuilt = not search_agrees(connection)
    if search_rebuilt:
        connection.exec_driver_sql("INSERT INTO search(search) VALUES ('rebuild')")
    bound = _bind(connection)
    changed = unreadable = 0
    known: set[str] = set()
    for home, values in fresh_rows(connection, progress):
        known.add(home)
        if values is None:
            unreadable += 1
            continue
        if stored_row(connection, home) != values:
            connection.execute(_DELETE, {"wanted": values["key"], "home": home})
            connection.execute(dossier.insert(), values)
            changed += 1
    removed = 0
    for row in connection.execute(select(dossier.c.uid)).all():
        if row.uid not in known:
            connection.execute(_DELETE, {"wanted": None, "home": row.uid})
            removed += 1
    for reading in (Lives, Acts):
        reading(connection, Setup(connection)).forget()
    return RebuildReport(len(known), changed, removed, bound, unreadable, search_rebuilt)


def fresh_rows(
    connection: Connection, progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield (uid, row with key) of every dossier, folded anew, in the order of its reception.

    The row is None where an entry's body can't be decoded.
    """
    receptions = (
        select(delivery.c.position, delivery.c.dossier)
        .join(journal, journal.c.position == delivery.c.position)
        .where(journal.c.kind.in_(_BIRTHS), delivery.c.dossier.is_not(None))
        .order_by(delivery.c.position)
    )
    total = connection.execute(select(func.count()).select_from(receptions.subquery())).scalar_one()
    hidden = select(tombstone.c.dossier).where(tombstone.c.state == "hidden")
    seen: set[str] = set(connection.execute(hidden).scalars())  # the server took them away
    keys: set[int] = set()
    done = behind = 0
    while rows := connection.execute(
        receptions.where(delivery.c.position > behind).limit(_STEP)
    ).all():
        for row in rows:
            done += 1
            if row.dossier in seen:
                continue
            seen.add(row.dossier)
            try:
                found = folded(connection, row.dossier)
            except UnreadableEntryError:
                yield row.dossier, None
                continue
            if found is None:
                continue
            values = row_values(found)
            key = free_key(first_key(values["received_ms"], found.uid), keys.__contains__)
            keys.add(key)
            yield row.dossier, {"key": key, **values}
        if progress is not None:
            progress(done, total)
        behind = rows[-1].position


def stored_row(connection: Connection, home: str) -> dict[str, Any] | None:
    """Return the row of a dossier as it stands; None when there is none."""
    row = connection.execute(_ROW, {"home": home}).mappings().first()
    return None if row is None else dict(row)


def search_agrees(connection: Connection) -> bool:
    """Return whether the search index says what the rows say (FTS5's own check)."""
    try:
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def _bind(connection: Connection) -> int:
    """Bind entries that wait for a code which is known by now; return how many."""
    unbound = (
        select(delivery.c.position, journal.c.code)
        .join(journal, journal.c.position == delivery.c.position)
        .where(delivery.c.dossier.is_(None), journal.c.code.is_not(None))
    )
    projection = Projection(connection)
    bound = 0
    for row in connection.execute(unbound).all():
        home = dossier_with_code(connection, row.code)
        if home is not None:
            connection.execute(
                update(delivery).where(delivery.c.position == row.position).values(dossier=home)
            )
            projection.refresh(home)
            bound += 1
    return bound

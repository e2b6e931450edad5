"""Rows of the journal ↔ entries."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from counter_app.domain.acts.kinds import BODIES, Body, Kind
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Entry, Origin, Recorded
from counter_app.domain.journal.nesting import is_too_deep
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.plain import from_plain, to_plain
from counter_app.store.failures import UnreadableEntryError
from counter_app.store.prepared import Prepared
from counter_app.store.tables import body, delivery, journal

ENTRY_COLUMNS = tuple(column for column in journal.c if column.name != "position")

HISTORY: Select[Any] = (
    select(
        *ENTRY_COLUMNS,
        body.c.data,
        delivery.c.state,
        delivery.c.server_version,
        delivery.c.flags.label("answer_flags"),
    )
    .select_from(journal)
    .join(delivery, delivery.c.position == journal.c.position)
    .join(body, body.c.position == journal.c.position)
)
"""Entries with their bodies and outcomes; the caller adds which, and their order."""


def entry_values(entry: Entry) -> dict[str, Any]:
    """Return the columns of `entry`."""
    return {
        "uid": entry.uid,
        "chain": entry.chain,
        "n": entry.n,
        "prev_hash": entry.prev_hash,
        "hash": entry.hash,
        "dossier": entry.dossier,
        "code": entry.code,
        "after": entry.after,
        "kind": entry.kind.value,
        "schema": entry.schema,
        "body_sha256": entry.body_sha256,
        "officer": entry.officer,
        "officer_auth": entry.officer_auth,
        "counter": entry.counter,
        "occurred_at": entry.occurred_at.isoformat(),
        "clock_quality": entry.clock_quality.value,
        "origin": entry.origin.value,
        "supersedes": entry.supersedes,
    }


def entry_of(row: Any) -> Entry:
    """Return the entry of a row that has `ENTRY_COLUMNS`.

    Raises `UnreadableEntryError` when somebody wrote what no entry holds.
    """
    try:
        return Entry(
            uid=row.uid,
            chain=row.chain,
            n=row.n,
            prev_hash=row.prev_hash,
            hash=row.hash,
            kind=Kind(row.kind),
            schema=row.schema,
            body_sha256=row.body_sha256,
            officer=row.officer,
            officer_auth=row.officer_auth,
            counter=row.counter,
            occurred_at=datetime.fromisoformat(row.occurred_at),
            clock_quality=ClockQuality(row.clock_quality),
            origin=Origin(row.origin),
            dossier=row.dossier,
            code=row.code,
            after=row.after,
            supersedes=row.supersedes,
        )
    except (ValueError, TypeError) as error:
        raise UnreadableEntryError(str(row.uid)) from error


def body_of(kind: Kind, data: bytes | None) -> Body | None:
    """Return the body in `data`, None when erased. Raises ValueError when it doesn't fit `kind`."""
    return None if data is None else from_plain(BODIES[kind], json.loads(data))


def foreign_body(kind: Kind, data: bytes | None) -> Body | None:
    """Return a body that comes from elsewhere, looked at before it is parsed.

    Raises ValueError when it doesn't fit `kind` or nests too deep.
    """
    if data is not None and is_too_deep(data.decode("utf-8")):
        raise ValueError("nested too deep")
    return body_of(kind, data)


def outcome_of(row: Any) -> Outcome:
    """Return the outcome of a row of `HISTORY`."""
    return Outcome(State(row.state), row.server_version, flags_of(row.answer_flags))


def flags_text(flags: Iterable[str]) -> str:
    """Return flags as the JSON text that a column keeps."""
    return json.dumps(to_plain(tuple(flags)), ensure_ascii=False) if flags else "[]"


def flags_of(text: str) -> tuple[str, ...]:
    """Return the flags in a column's JSON text."""
    return () if text == "[]" else tuple(json.loads(text))


def history(
    connection: Connection, query: Prepared, values: dict[str, Any]
) -> tuple[list[Recorded], dict[str, Outcome]]:
    """Return the entries that `query` (a `HISTORY`) finds, and their outcomes by uid.

    Raises UnreadableEntryError for stored bytes that aren't what was written.
    """
    entries: list[Recorded] = []
    outcomes: dict[str, Outcome] = {}
    for row in query.all(connection, values):
        outcomes[row.uid] = outcome_of(row)
        entry = entry_of(row)
        try:
            entries.append(Recorded(entry, body_of(entry.kind, row.data)))
        except ValueError as error:
            raise UnreadableEntryError(entry.uid) from error
    return entries, outcomes

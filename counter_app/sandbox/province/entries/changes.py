"""The feed of a centre: accepted entries in commit order, behind opaque cursors."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

from sqlalchemy import Connection, select
from sqlalchemy.engine import RowMapping

from counter_app.contract.feed import FeedChange
from counter_app.sandbox.province import removals
from counter_app.sandbox.province.entries.journal import wire_entry
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t

STREAM = "office"
"""The one stream: what all counters of the centre did, and what the server decided."""

PAGE_BYTES = 1024 * 1024
"""A page ends early when its bodies are larger."""


def page(
    tx: Connection, centre: str, cursor: str, limit: int, secret: bytes
) -> tuple[tuple[FeedChange, ...], str, bool]:
    """Return (changes after `cursor`, the next cursor, whether there is more).

    An empty cursor begins at the start. Raises `RefusalError` (`cursor-gone`) for one that isn't
    this server's, or that lies beyond its end (the server itself came back from a copy).
    """
    where = t.centre.c.code == centre
    last: int = tx.execute(select(t.centre.c.feed_position).where(where)).scalar_one()
    position = _read(centre, cursor, secret)
    if position is None or position > last:
        raise RefusalError("cursor-gone")
    query = (
        select(t.feed.c.position, t.entry)
        .join(t.entry, t.entry.c.uid == t.feed.c.uid)
        .where(t.feed.c.centre == centre, t.feed.c.position > position)
        .order_by(t.feed.c.position)
        .limit(limit)
    )
    rows = [*tx.execute(query).mappings(), *removals.told(tx, centre, position, limit)]
    changes: list[FeedChange] = []
    size = 0
    for row in sorted(rows, key=lambda each: int(each["position"]))[:limit]:
        size += len(row.get("body", b""))
        if changes and size > PAGE_BYTES:
            break
        position = row["position"]
        changes.append(_change(row))
    return tuple(changes), _write(centre, position, secret), position < last


def _change(row: RowMapping) -> FeedChange:
    if "body" not in row:
        return FeedChange(
            dossier=row["dossier"],
            server_version=row["version"],
            entry=None,
            reason=row["reason"],
        )
    return FeedChange(
        dossier=row["dossier"],
        server_version=row["version"],
        entry=wire_entry(row["header"], row["body"]),
        flags=tuple(json.loads(row["flags"])),
    )


def _write(centre: str, position: int, secret: bytes) -> str:
    number = position.to_bytes(8, "big")
    return base64.urlsafe_b64encode(number + _seal(centre, number, secret)).decode()


def _read(centre: str, cursor: str, secret: bytes) -> int | None:
    if not cursor:
        return 0
    try:
        raw = base64.b64decode(cursor, altchars=b"-_", validate=True)
    except ValueError:
        return None
    number, seal = raw[:8], raw[8:]
    if not hmac.compare_digest(seal, _seal(centre, number, secret)):
        return None
    return int.from_bytes(number, "big")


def _seal(centre: str, number: bytes, secret: bytes) -> bytes:
    return hmac.digest(secret, centre.encode() + b"\n" + number, hashlib.sha256)[:16]

"""Scanned papers: taken piece by piece, whole only when the digest of the whole agrees.

Every step is one transaction, so a killed server goes on from the last piece that it answered, and
a piece that comes twice changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.entries import EntryStatus
from counter_app.contract.files.messages import FileOffer, FileProgress, FileReceipt
from counter_app.domain.acts.kinds import Kind
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t

ABANDONED = timedelta(days=7)
"""How long an upload may stand still before it is forgotten: a counter tries every few minutes."""


class NotWholeError(Exception):
    """All bytes are there and they are another file. They must go, in a transaction of its own."""


def offer(
    tx: Connection,
    device: RowMapping,
    wanted: FileOffer,
    *,
    now: datetime,
    abandoned: timedelta = ABANDONED,
) -> FileProgress:
    """Take a file in hand, or tell how far it has come. Raises `RefusalError` (`file-untold`).

    Uploads of which nothing came for as long as `abandoned` are forgotten at this occasion.
    """
    clear_abandoned(tx, now - abandoned)
    centre = device["centre"]
    if not _is_told(tx, centre, wanted):
        raise RefusalError("file-untold")
    row = _row(tx, centre, wanted.sha256)
    if row is None:
        tx.execute(
            insert(t.file).values(
                centre=centre, sha256=wanted.sha256, size=wanted.size, offset=0, received_at=None
            )
        )
    elif row["size"] != wanted.size:
        raise RefusalError("file-untold")
    if row is None or row["received_at"] is None:
        _touch(tx, centre, wanted.sha256, now)
    use = select(t.file_use.c.entry).where(t.file_use.c.entry == wanted.entry)
    if tx.execute(use).first() is None:
        tx.execute(
            insert(t.file_use).values(
                entry=wanted.entry,
                centre=centre,
                sha256=wanted.sha256,
                dossier=wanted.dossier,
                device=device["number"],
            )
        )
    return progress(tx, centre, wanted.sha256, now=now)


def progress(tx: Connection, centre: str, sha256: str, *, now: datetime) -> FileProgress:
    """Return how far a file has come. Raises `RefusalError` (`file-unknown`)."""
    row = _known(tx, centre, sha256)
    receipt = None
    if row["received_at"] is not None:
        at = datetime.fromisoformat(row["received_at"])
        receipt = FileReceipt(sha256=sha256, size=row["size"], received_at=at)
    return FileProgress(
        sha256=sha256, size=row["size"], offset=row["offset"], receipt=receipt, server_time=now
    )


def take_piece(
    tx: Connection, centre: str, sha256: str, offset: int, data: bytes, *, now: datetime
) -> FileProgress:
    """Take the next piece of a file; one that is there already changes nothing.

    Raises `RefusalError` (`file-unknown`, `file-offset`), and `NotWholeError` after the last piece.
    """
    row = _known(tx, centre, sha256)
    if offset != row["offset"] or row["received_at"] is not None:
        if data and _bytes(tx, centre, sha256)[offset : offset + len(data)] == data:
            return progress(tx, centre, sha256, now=now)
        raise RefusalError("file-offset")
    after = offset + len(data)
    if not data or after > row["size"]:
        raise RefusalError("file-offset")
    tx.execute(insert(t.file_piece).values(centre=centre, sha256=sha256, at=offset, data=data))
    values: dict[str, Any] = {"offset": after}
    if after == row["size"]:
        if hashlib.sha256(_bytes(tx, centre, sha256)).hexdigest() != sha256:
            raise NotWholeError
        values["received_at"] = now.isoformat()
        tx.execute(delete(t.upload).where(*_of(t.upload, centre, sha256)))
    else:
        _touch(tx, centre, sha256, now)
    tx.execute(update(t.file).where(*_of(t.file, centre, sha256)).values(**values))
    return progress(tx, centre, sha256, now=now)


def start_again(tx: Connection, centre: str, sha256: str) -> None:
    """Forget the bytes of a file that isn't what its digest says; it may come anew."""
    tx.execute(delete(t.file_piece).where(*_of(t.file_piece, centre, sha256)))
    tx.execute(update(t.file).where(*_of(t.file, centre, sha256)).values(offset=0))


def adopt_uploads(tx: Connection, now: datetime) -> None:
    """Enter the uploads of a database that is older than the book of them, as if touched now."""
    f, u = t.file.c, t.upload.c
    entered = exists().where(u.centre == f.centre, u.sha256 == f.sha256)
    unknown = select(f.centre, f.sha256).where(f.received_at.is_(None), ~entered)
    for row in tx.execute(unknown).all():
        _touch(tx, row.centre, row.sha256, now)


def clear_abandoned(tx: Connection, before: datetime) -> int:
    """Forget files that aren't whole and of which nothing came since `before`; return how many.

    Whoever comes back to one offers it anew and begins at its first byte.
    """
    u = t.upload.c
    old = select(u.centre, u.sha256).where(u.touched_at < before.isoformat())
    rows = tx.execute(old).all()
    for row in rows:
        for table in (t.upload, t.file_piece, t.file_use, t.file):
            tx.execute(delete(table).where(*_of(table, row.centre, row.sha256)))
    return len(rows)


def of_dossier(tx: Connection, dossier: str) -> list[dict[str, Any]]:
    """Return the whole files of a dossier for the clerk, without those that were taken off it."""
    use, file, entry = t.file_use.c, t.file.c, t.entry.c
    query = (
        select(use.sha256, use.entry, file.size, file.received_at, entry.body)
        .join(t.file, (file.centre == use.centre) & (file.sha256 == use.sha256))
        .join(t.entry, entry.uid == use.entry)
        .where(use.dossier == dossier, file.received_at.is_not(None))
        .order_by(entry.version)
    )
    gone = set(_removed(tx, dossier))
    found = []
    for row in tx.execute(query):
        paper = str(json.loads(row.body)["paper"])
        if (paper, row.sha256) not in gone:
            found.append(
                {
                    "sha256": row.sha256,
                    "entry": row.entry,
                    "paper": paper,
                    "size": row.size,
                    "received_at": row.received_at,
                }
            )
    return found


def contents(tx: Connection, dossier: str, sha256: str) -> bytes:
    """Return a whole file of a dossier. Raises `RefusalError` (`file-unknown`)."""
    if all(each["sha256"] != sha256 for each in of_dossier(tx, dossier)):
        raise RefusalError("file-unknown")
    use = t.file_use.c
    query = select(use.centre).where(use.dossier == dossier, use.sha256 == sha256).limit(1)
    return _bytes(tx, tx.execute(query).scalar_one(), sha256)


def _touch(tx: Connection, centre: str, sha256: str, now: datetime) -> None:
    values = {"touched_at": now.isoformat()}
    where = _of(t.upload, centre, sha256)
    if not tx.execute(update(t.upload).where(*where).values(**values)).rowcount:
        tx.execute(insert(t.upload).values(centre=centre, sha256=sha256, **values))


def _is_told(tx: Connection, centre: str, wanted: FileOffer) -> bool:
    """Return whether an accepted entry of the centre tells of this file."""
    c = t.entry.c
    query = select(c.body).where(
        c.uid == wanted.entry,
        c.centre == centre,
        c.dossier == wanted.dossier,
        c.kind == Kind.PAPER_SCANNED.value,
        c.status == EntryStatus.ACCEPTED.value,
    )
    body = tx.execute(query).scalar()
    if body is None:
        return False
    told = json.loads(body)
    return (told["sha256"], told["size"]) == (wanted.sha256, wanted.size)


def _removed(tx: Connection, dossier: str) -> Iterator[tuple[str, str]]:
    """Yield (paper, digest) of what was taken off a dossier and not scanned again since."""
    c = t.entry.c
    query = (
        select(c.kind, c.body)
        .where(c.dossier == dossier, c.status == EntryStatus.ACCEPTED.value)
        .where(c.kind.in_((Kind.PAPER_SCANNED.value, Kind.SCAN_REMOVED.value)))
        .order_by(c.version)
    )
    last: dict[tuple[str, str], str] = {}
    for kind, body in tx.execute(query):
        told = json.loads(body)
        last[told["paper"], told["sha256"]] = kind
    yield from (key for key, kind in last.items() if kind == Kind.SCAN_REMOVED.value)


def _bytes(tx: Connection, centre: str, sha256: str) -> bytes:
    c = t.file_piece.c
    query = select(c.data).where(*_of(t.file_piece, centre, sha256)).order_by(c.at)
    return b"".join(tx.execute(query).scalars())


def _known(tx: Connection, centre: str, sha256: str) -> RowMapping:
    row = _row(tx, centre, sha256)
    if row is None:
        raise RefusalError("file-unknown")
    return row


def _row(tx: Connection, centre: str, sha256: str) -> RowMapping | None:
    query = select(t.file).where(*_of(t.file, centre, sha256)).with_for_update()
    return tx.execute(query).mappings().one_or_none()


def _of(table: Any, centre: str, sha256: str) -> tuple[Any, Any]:
    return table.c.centre == centre, table.c.sha256 == sha256

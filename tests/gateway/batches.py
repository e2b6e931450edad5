"""Entries and their answers for tests of the wire; synthetic."""

from __future__ import annotations

import json
from datetime import datetime

from counter_app.contract.entries import EntryBatch, WireEntry
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, seal
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.plain import Plain

DAY = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
AUTHOR = Author("tran.thi.mau", "online", "1")


def uid(number: int) -> str:
    return uuid7(1_772_413_200_000 + number, number.to_bytes(10, "big"))


def batch(size: int = 3, number: int = 9_000) -> EntryBatch:
    head = ChainHead(uid(8_000))
    entries = []
    for at in range(size):
        body: Plain = {"minutes": at, "what": "Đã xem hồ sơ"}
        data = canonical(body)
        entry = seal(
            head,
            uid=uid(at),
            kind=Kind.VIEWED,
            data=data,
            author=AUTHOR,
            occurred_at=DAY,
            clock_quality=ClockQuality.SYNCED,
        )
        head = entry.head()
        entries.append(WireEntry.of(entry, data))
    return EntryBatch(device="00001", epoch=1, batch_id=uid(number), entries=tuple(entries))


def result(entry: WireEntry, **changes: object) -> dict[str, object]:
    return {
        "uid": entry.uid,
        "sha256": entry.body_sha256,
        "status": "accepted",
        "server_version": 1,
    } | changes


def answer(to: EntryBatch, **changes: object) -> bytes:
    last = to.entries[-1]
    plain: dict[str, object] = {
        "batch_id": to.batch_id,
        "head": {"n": last.n, "hash": last.hash},
        "results": [result(entry) for entry in to.entries],
        "server_time": DAY.isoformat(),
    }
    return json.dumps(plain | changes).encode()

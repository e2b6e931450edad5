"""Entries on their way up, and what became of them."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from counter_app.contract.problem import WireProblem
from counter_app.contract.shapes import (
    WHOLE,
    Code,
    Count,
    DeviceNumber,
    Message,
    Name,
    Positive,
    Sha256,
    Uid,
)
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Entry, Origin

BATCH_ENTRIES = 50
"""The largest number of entries in a batch."""

BATCH_BYTES = 256 * 1024
"""The largest size of a batch after gzip, in bytes."""

BODY_BYTES = 256 * 1024
"""The largest body of one entry, in UTF-8 bytes."""


class WireEntry(Message):
    """An entry: its header, and `body` as the string of exactly its canonical bytes.

    `body_sha256` is the SHA-256 of the body's UTF-8 bytes. `hash` is the SHA-256 of the header in
    canonical JSON (RFC 8785): every field but `hash` and `body`, without those that are null and
    without `origin` when it is `counter`; times with a numeric offset (`+07:00`). The first entry
    of a chain has 64 zeros as its `prev_hash`.

    `supersedes` names an entry of this device that was refused or in conflict, or that never
    arrived: this one takes its place in the dossier, once. It may come before entries of a smaller
    `n` that stand behind that place; its `after` is that of the entry that it supersedes.
    """

    uid: Uid
    chain: Uid
    n: Positive
    prev_hash: Sha256
    hash: Sha256
    kind: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    schema_: Annotated[int, Field(ge=1, le=1000), WHOLE] = Field(alias="schema")
    body_sha256: Sha256
    officer: Annotated[str, StringConstraints(max_length=100)]
    officer_auth: Annotated[str, StringConstraints(max_length=20)]
    counter: Annotated[str, StringConstraints(max_length=40)]
    occurred_at: AwareDatetime
    clock_quality: ClockQuality
    origin: Origin = Origin.COUNTER
    dossier: Uid | None = None
    code: Code | None = None
    after: Uid | None = None
    supersedes: Uid | None = None
    body: Annotated[str, StringConstraints(max_length=BODY_BYTES)]

    @classmethod
    def of(cls, entry: Entry, body: bytes) -> WireEntry:
        """Return `entry` and its canonical `body` bytes as they go over the wire."""
        return cls(
            uid=entry.uid,
            chain=entry.chain,
            n=entry.n,
            prev_hash=entry.prev_hash,
            hash=entry.hash,
            kind=entry.kind.value,
            schema=entry.schema,
            body_sha256=entry.body_sha256,
            officer=entry.officer,
            officer_auth=entry.officer_auth,
            counter=entry.counter,
            occurred_at=entry.occurred_at,
            clock_quality=entry.clock_quality,
            origin=entry.origin,
            dossier=entry.dossier,
            code=entry.code,
            after=entry.after,
            supersedes=entry.supersedes,
            body=body.decode("utf-8"),
        )

    def entry(self) -> Entry:
        """Return the header. Raises ValueError for a kind that this program doesn't know."""
        return Entry(
            uid=self.uid,
            chain=self.chain,
            n=self.n,
            prev_hash=self.prev_hash,
            hash=self.hash,
            kind=Kind(self.kind),
            schema=self.schema_,
            body_sha256=self.body_sha256,
            officer=self.officer,
            officer_auth=self.officer_auth,
            counter=self.counter,
            occurred_at=self.occurred_at,
            clock_quality=self.clock_quality,
            origin=self.origin,
            dossier=self.dossier,
            code=self.code,
            after=self.after,
            supersedes=self.supersedes,
        )


class EntryBatch(Message):
    """`POST /v1/entries`."""

    device: DeviceNumber
    epoch: Positive
    batch_id: Uid
    entries: Annotated[tuple[WireEntry, ...], Field(min_length=1, max_length=BATCH_ENTRIES)]


class EntryStatus(Enum):
    """The server's word on an entry. EARLY (unknown `after`, item 425) isn't definitive."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    CONFLICT = "conflict"
    EARLY = "early"


class EntryResult(Message):
    """What became of one entry. `sha256` echoes its body's digest: without it there is no ack.

    `server_version` counts the accepted entries of the dossier, from 1; 0 when not accepted and for
    entries without a dossier. `dossier` names the dossier that a code was bound to.
    """

    uid: Uid
    sha256: Sha256
    status: EntryStatus
    server_version: Count = 0
    flags: tuple[Name, ...] = ()
    problem: WireProblem | None = None
    dossier: Uid | None = None


class Head(Message):
    """The last entry of a chain that the server holds; n 0 before the first."""

    n: Count
    hash: Sha256


class Hints(Message):
    """What the server advises: pull soon, ask for numbers, wait so many seconds."""

    pull: bool = False
    numbers: bool = False
    wait_seconds: Count = 0


class BatchAnswer(Message):
    """The answer to a batch. It acknowledges only with the same `batch_id`, uids and digests."""

    batch_id: Uid
    head: Head
    results: tuple[EntryResult, ...]
    hints: Hints = Hints()
    server_time: AwareDatetime


class EntryState(Message):
    """`GET /v1/entries/{uid}`: what became of it; `known` False when it never arrived."""

    uid: Uid
    known: bool
    result: EntryResult | None = None

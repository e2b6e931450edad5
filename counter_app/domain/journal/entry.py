"""An entry (bút toán): one immutable act, its header, and its place in a chain.

The hash covers the header and the digest of the body, never the body itself, so that bodies can be
erased one day (purge) while the chain stays whole.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.journal.canonical import canonical, sha256
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.plain import Plain, to_plain

GENESIS = "0" * 64
"""`prev_hash` of the first entry of a chain."""

SCHEMA = 1
"""Version of the bodies that this program writes."""


class Origin(Enum):
    """Where an act happened: at a counter, or at the server (a decision of the agency)."""

    COUNTER = "counter"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Author:
    """Who acted. `auth` says how the officer had logged in: "online", "offline" or "none"."""

    officer: str
    auth: str
    counter: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last entry of a chain: `n` counts from 1; 0 and GENESIS before the first."""

    chain: str
    n: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class Entry:
    """The header of an entry. Field order and names are part of the hash: SYNC §1.

    `dossier` is the dossier's uid; `code` addresses a dossier that this machine has never seen.
    `after` is this chain's previous entry on the same dossier. `supersedes` is an entry that the
    server didn't take and whose place this one takes: what stood behind it stands behind this one.
    """

    uid: str
    chain: str
    n: int
    prev_hash: str
    hash: str
    kind: Kind
    schema: int
    body_sha256: str
    officer: str
    officer_auth: str
    counter: str
    occurred_at: datetime
    clock_quality: ClockQuality
    origin: Origin = Origin.COUNTER
    dossier: str | None = None
    code: str | None = None
    after: str | None = None
    supersedes: str | None = None

    def head(self) -> ChainHead:
        """Return this entry as the head of its chain."""
        return ChainHead(self.chain, self.n, self.hash)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry with its decoded body; None after a purge."""

    entry: Entry
    body: Body | None


def header_hash(entry: Entry) -> str:
    """Return the hash that `entry` must carry: SHA-256 of its canonical header without `hash`."""
    plain = to_plain(entry)
    assert isinstance(plain, dict)
    plain.pop("hash")
    return sha256(canonical(plain))


def body_bytes(body: Body) -> bytes:
    """Return the canonical bytes of a body."""
    plain: Plain = to_plain(body)
    return canonical(plain)


def seal(
    head: ChainHead,
    *,
    uid: str,
    kind: Kind,
    data: bytes,
    author: Author,
    occurred_at: datetime,
    clock_quality: ClockQuality,
    origin: Origin = Origin.COUNTER,
    dossier: str | None = None,
    code: str | None = None,
    after: str | None = None,
    supersedes: str | None = None,
) -> Entry:
    """Return the next entry of the chain whose last one is `head`; `data` are the body's bytes."""
    if occurred_at.tzinfo is None:
        raise ValueError("occurred_at needs a time zone")
    entry = Entry(
        uid=uid,
        chain=head.chain,
        n=head.n + 1,
        prev_hash=head.hash,
        hash="",
        kind=kind,
        schema=SCHEMA,
        body_sha256=sha256(data),
        officer=author.officer,
        officer_auth=author.auth,
        counter=author.counter,
        occurred_at=occurred_at,
        clock_quality=clock_quality,
        origin=origin,
        dossier=dossier,
        code=code,
        after=after,
        supersedes=supersedes,
    )
    return dataclasses.replace(entry, hash=header_hash(entry))


def follows(head: ChainHead, entry: Entry) -> bool:
    """Return whether `entry` is whole and the right next one after `head`."""
    return (
        entry.chain == head.chain
        and entry.n == head.n + 1
        and entry.prev_hash == head.hash
        and entry.hash == header_hash(entry)
    )

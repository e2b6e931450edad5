"""Entries as rows: kept for ever, read back for the fold, put into the feeds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from counter_app.contract.bodies import read_body
from counter_app.contract.entries import EntryResult, EntryStatus, WireEntry
from counter_app.contract.problem import WireProblem
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.journal.canonical import canonical, sha256
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.text import clean
from counter_app.sandbox.records import tables as t


@dataclass(frozen=True, slots=True)
class Kept:
    """A known uid: what it stood for, and the answer that it got."""

    identity: str
    result: EntryResult
    centre: str
    dossier: str | None
    accepted: bool


def identity(entry: WireEntry) -> str:
    """Return the digest of what an entry says, apart from its place in a chain.

    After a restore the same act comes back under a new chain with the same uid (SYNC §4).
    """
    said = [entry.kind, entry.body_sha256, entry.officer, entry.occurred_at.isoformat()]
    return sha256(canonical([*said, entry.dossier, entry.code]))


def kept(tx: Connection, uid: str) -> Kept | None:
    """Return what is known of `uid`."""
    row = tx.execute(select(t.entry).where(t.entry.c.uid == uid)).mappings().one_or_none()
    if row is None:
        return None
    problem = row["problem"]
    result = EntryResult(
        uid=uid,
        sha256=row["body_sha256"],
        status=EntryStatus(row["status"]),
        server_version=row["version"],
        flags=tuple(json.loads(row["flags"])),
        problem=WireProblem.model_validate_json(problem) if problem else None,
        dossier=row["dossier"],
    )
    accepted = result.status is EntryStatus.ACCEPTED
    return Kept(row["identity"], result, row["centre"], row["dossier"], accepted)


def keep(
    tx: Connection,
    entry: WireEntry,
    result: EntryResult,
    *,
    centre: str,
    device: str | None,
    now: datetime,
) -> None:
    """Keep a definitive answer together with the entry, for ever."""
    header = entry.model_dump(mode="json", by_alias=True, exclude={"body"})
    tx.execute(
        insert(t.entry).values(
            uid=entry.uid,
            identity=identity(entry),
            centre=centre,
            device=device,
            kind=entry.kind,
            dossier=result.dossier,
            header=json.dumps(header, ensure_ascii=False),
            body=entry.body.encode("utf-8"),
            body_sha256=entry.body_sha256,
            status=result.status.value,
            version=result.server_version,
            flags=json.dumps(result.flags),
            problem=result.problem.model_dump_json() if result.problem else None,
            received_at=now.isoformat(),
        )
    )


def wire_entry(header: str, body: bytes) -> WireEntry:
    """Return a kept entry as it came."""
    return WireEntry.model_validate({**json.loads(header), "body": body.decode("utf-8")})


def told(tx: Connection, uid: str) -> Dossier | None:
    """Return the dossier that the accepted entries tell of; None while it isn't born."""
    query = select(t.entry.c.header, t.entry.c.body, t.entry.c.version, t.entry.c.flags).where(
        t.entry.c.dossier == uid, t.entry.c.status == EntryStatus.ACCEPTED.value
    )
    recorded: list[Recorded] = []
    outcomes: dict[str, Outcome] = {}
    for header, body, version, flags in tx.execute(query):
        wire = wire_entry(header, body)
        if version == 0:  # an audit-lane entry that names a dossier
            continue
        entry = wire.entry()
        recorded.append(Recorded(entry, read_body(entry.kind, wire.body)))
        outcomes[entry.uid] = Outcome(State.ACCEPTED, version, tuple(json.loads(flags)))
    return fold(recorded, outcomes)


def project(tx: Connection, dossier: Dossier, centre: str) -> None:
    """Write the projection of `dossier`, which belongs to `centre`."""
    due = dossier.promise.due_at
    values = {
        "code": dossier.code or None,
        "provisional_code": dossier.provisional_code or None,
        "version": dossier.version,
        "procedure": clean(dossier.received.procedure.name),
        "applicant": clean(dossier.received.applicant.name),
        "status": int(dossier.status),
        "due_at": due.isoformat() if due else None,
    }
    changed = tx.execute(update(t.dossier).where(t.dossier.c.uid == dossier.uid).values(values))
    if not changed.rowcount:
        at = dossier.received.received_at
        tx.execute(
            insert(t.dossier).values(
                uid=dossier.uid,
                centre=centre,
                received_at=at.isoformat(),
                received_day=at.date().isoformat(),
                **values,
            )
        )


def publish(tx: Connection, uid: str, centres: set[str]) -> None:
    """Put an accepted entry into the feeds of `centres`, in commit order.

    Raising the position locks the centre's row until the commit: no later position can become
    visible before an earlier one.
    """
    for code in sorted(centres):
        where = t.centre.c.code == code
        tx.execute(update(t.centre).where(where).values(feed_position=t.centre.c.feed_position + 1))
        position = tx.execute(select(t.centre.c.feed_position).where(where)).scalar_one()
        tx.execute(insert(t.feed).values(centre=code, position=position, uid=uid))


SILENT_KINDS = frozenset({Kind.LOGGED_IN, Kind.LOGGED_OUT, Kind.VIEWED, Kind.EXPORTED})
"""Kinds that the feed leaves out: who looked at what concerns the supervisor, not each counter."""


def masked_name(name: str) -> str:
    """Return a name for another office: `Trần Thị Mẫu` → `T… T… Mẫu`."""
    words = name.split()
    hidden = [f"{word[0]}…" for word in words[:-1]]
    return " ".join([*hidden, *words[-1:]]) or "…"

"""Entries as rows: kept for ever, read back for the fold."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from counter_app.contract.entries import EntryResult, EntryStatus, WireEntry
from counter_app.contract.problem import WireProblem
from counter_app.domain.acts.kinds import BODIES, Body, Kind
from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.journal.entry import Entry, Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.plain import from_plain
from counter_app.domain.text import clean
from counter_app.sandbox.province.entries.arrivals import Arrival
from counter_app.sandbox.records import tables as t

SILENT_KINDS = frozenset({Kind.LOGGED_IN, Kind.LOGGED_OUT, Kind.VIEWED, Kind.EXPORTED})
"""Kinds that the feed leaves out: who looked at what concerns the supervisor, not each counter."""

# Statements of the intake are built once: building costs several times what SQLite needs to run.
_c = t.entry.c
_KNOWN = select(
    _c.uid, _c.identity, _c.body_sha256, _c.status, _c.version, _c.flags, _c.problem, _c.dossier,
    _c.centre,
).where(_c.uid.in_(bindparam("uids", expanding=True)))  # fmt: skip
_APPOINTED = (
    select(_c.header, _c.body)
    .where(
        _c.centre == bindparam("its_centre"),
        _c.kind == Kind.APPOINTMENT_MADE.value,
        _c.status == EntryStatus.ACCEPTED.value,
    )
    .order_by(_c.received_at, _c.uid)
)
_TOLD = select(_c.dossier, _c.header, _c.body, _c.version, _c.flags).where(
    _c.dossier.in_(bindparam("dossiers", expanding=True)),
    _c.status == EntryStatus.ACCEPTED.value,
    _c.version > 0,  # 0: an entry of the audit lane that names a dossier
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A known uid: what it stood for, and the answer that it got."""

    identity: str
    result: EntryResult
    centre: str


def known(tx: Connection, uids: Collection[str]) -> dict[str, Kept]:
    """Return what is known of `uids`."""
    return {
        row.uid: Kept(
            row.identity,
            EntryResult(
                uid=row.uid,
                sha256=row.body_sha256,
                status=EntryStatus(row.status),
                server_version=row.version,
                flags=tuple(json.loads(row.flags)),
                problem=WireProblem.model_validate_json(row.problem) if row.problem else None,
                dossier=row.dossier,
            ),
            row.centre,
        )
        for row in tx.execute(_KNOWN, {"uids": list(uids)})
    }


def entry_row(
    arrival: Arrival, result: EntryResult, *, centre: str, device: str | None, now: datetime
) -> dict[str, Any]:
    """Return the row that keeps a definitive answer together with the entry, for ever."""
    entry = arrival.entry
    return {
        "uid": entry.uid,
        "identity": arrival.identity,
        "centre": centre,
        "device": device,
        "kind": entry.kind,
        "dossier": result.dossier,
        "header": entry.model_dump_json(by_alias=True, exclude={"body"}),
        "body": entry.body.encode("utf-8"),
        "body_sha256": entry.body_sha256,
        "status": result.status.value,
        "version": result.server_version,
        "flags": json.dumps(result.flags),
        "problem": result.problem.model_dump_json() if result.problem else None,
        "received_at": now.isoformat(),
    }


def wire_entry(header: str, body: bytes) -> WireEntry:
    """Return a kept entry as it came."""
    return WireEntry.model_validate({**json.loads(header), "body": body.decode("utf-8")})


def told(tx: Connection, dossiers: Collection[str]) -> dict[str, Dossier]:
    """Return the dossiers that the accepted entries tell of, by uid; unborn ones are missing."""
    recorded: dict[str, list[Recorded]] = {}
    outcomes: dict[str, Outcome] = {}
    for dossier, header, body, version, flags in tx.execute(_TOLD, {"dossiers": list(dossiers)}):
        entry = from_plain(Entry, json.loads(header))
        # Its schema was checked when it came in, and nobody can change it since.
        kind: type[Body] = BODIES[entry.kind]
        recorded.setdefault(dossier, []).append(Recorded(entry, from_plain(kind, json.loads(body))))
        outcomes[entry.uid] = Outcome(State.ACCEPTED, version, tuple(json.loads(flags)))
    folded = {uid: fold(entries, outcomes) for uid, entries in recorded.items()}
    return {uid: dossier for uid, dossier in folded.items() if dossier is not None}


def appointments_of(tx: Connection, centre: str) -> tuple[tuple[str, AppointmentMade], ...]:
    """Return the temporary appointments of a centre with who made each, in their order."""
    found = []
    for header, body in tx.execute(_APPOINTED, {"its_centre": centre}):
        made = from_plain(AppointmentMade, json.loads(body))
        found.append((str(json.loads(header)["officer"]), made))
    return tuple(found)


def dossier_row(dossier: Dossier, centre: str) -> dict[str, Any]:
    """Return the projection of `dossier`, which belongs to `centre`."""
    due, at = dossier.promise.due_at, dossier.received.received_at
    return {
        "uid": dossier.uid,
        "centre": centre,
        "code": dossier.code or None,
        "provisional_code": dossier.provisional_code or None,
        "version": dossier.version,
        "procedure": clean(dossier.received.procedure.name),
        "applicant": clean(dossier.received.applicant.name),
        "status": int(dossier.status),
        "received_at": at.isoformat(),
        "received_day": at.date().isoformat(),
        "due_at": due.isoformat() if due else None,
    }


def masked_name(name: str) -> str:
    """Return a name for another office: `Trần Thị Mẫu` → `T… T… Mẫu`."""
    words = name.split()
    hidden = [f"{word[0]}…" for word in words[:-1]]
    return " ".join([*hidden, *words[-1:]]) or "…"

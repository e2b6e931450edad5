"""Take a batch of entries: one transaction, a savepoint for each, every answer kept for ever."""

from __future__ import annotations

import dataclasses
import logging

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.bodies import BodyError, read_body
from counter_app.contract.entries import (
    BatchAnswer,
    EntryBatch,
    EntryResult,
    EntryStatus,
    Hints,
    WireEntry,
)
from counter_app.contract.problem import FieldError, WireProblem
from counter_app.domain.acts.kinds import AUDIT_LANE, SERVER_KINDS, Body, Kind
from counter_app.domain.dossiers.fold import apply
from counter_app.domain.journal.canonical import sha256
from counter_app.domain.journal.entry import GENESIS, Entry, Origin, Recorded, header_hash
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.sandbox.province.devices import head
from counter_app.sandbox.province.entries.journal import (
    SILENT_KINDS,
    identity,
    keep,
    kept,
    project,
    publish,
    told,
)
from counter_app.sandbox.province.entries.verdict import Circumstances, verdict
from counter_app.sandbox.province.refusal import RefusalError, problem
from counter_app.sandbox.records import tables as t

_log = logging.getLogger(__name__)


class ForkError(Exception):
    """Two entries claim one place of a chain: two copies of a machine are at work."""


def take_batch(by: Circumstances, batch: EntryBatch) -> BatchAnswer:
    """Return what became of each entry. Raises `ForkError`, `RefusalError` for the whole batch."""
    assert by.device is not None
    chain = by.device["chain"]
    if any(entry.chain != chain for entry in batch.entries):
        raise RefusalError("chain-unknown")
    intake = Intake(by)
    results = tuple(intake.take(entry) for entry in batch.entries)
    return BatchAnswer(
        batch_id=batch.batch_id,
        head=head(by.tx, chain),
        results=results,
        hints=Hints(pull=any(each.status is EntryStatus.CONFLICT for each in results)),
        server_time=by.now,
    )


class Intake:
    """Takes entries one after the other and remembers, within a batch, which dossiers must wait."""

    def __init__(self, by: Circumstances) -> None:
        self._by = by
        self._tx = by.tx
        self._waiting: set[str] = set()  # dossiers, and codes, that wait behind an early entry
        self._not_taken: set[str] = set()  # uids of this batch that were refused or in conflict

    def take(self, entry: WireEntry) -> EntryResult:
        """Return what became of `entry`; a fault of ours makes it wait and harms no other."""
        try:
            with self._tx.begin_nested():
                result = self._taken(entry)
        except ForkError:
            raise
        except Exception:  # noqa: BLE001 - one bad entry never blocks another dossier
            _log.exception("entry %s could not be taken", entry.uid)
            result = _answer(entry, EntryStatus.EARLY, problem("server-fault"))
        if result.status is EntryStatus.EARLY:
            self._waiting.update(key for key in (entry.dossier, entry.code) if key)
        elif result.status is not EntryStatus.ACCEPTED:
            self._not_taken.add(entry.uid)
        return result

    def _taken(self, entry: WireEntry) -> EntryResult:
        header, wrong = _header(entry)
        if header is None:
            # Forged or undecodable: the uid isn't theirs to use, so nothing is kept.
            return _answer(entry, EntryStatus.REFUSED, wrong)
        known = kept(self._tx, entry.uid)
        if known is not None and known.identity != identity(entry):
            return _answer(entry, EntryStatus.REFUSED, problem("uid-reused"))
        is_new = self._check_place(header)
        if known is not None:
            if is_new:
                self._link(header)
            return known.result
        result = self._judged(entry, header)
        if result.status is not EntryStatus.EARLY:
            self._link(header)
        return result

    def _judged(self, entry: WireEntry, header: Entry) -> EntryResult:
        by = self._by
        by_device = by.device is not None
        if by_device and (header.kind in SERVER_KINDS or header.origin is Origin.SERVER):
            return self._refused(entry, problem("kind-forbidden"))
        try:
            body = read_body(header.kind, entry.body)
        except BodyError as error:
            errors = (
                FieldError(pointer=f"/body{each.pointer}"[:300], code=each.code)
                for each in error.errors
            )
            return self._refused(entry, problem("body-schema", *errors))
        if header.kind in AUDIT_LANE:
            return self._audit(entry, header)
        if header.kind is Kind.RECEIVED and header.dossier is None:
            return self._refused(entry, problem("dossier-missing"))
        uid, early = self._dossier_of(entry)
        if early is not None:
            return _answer(entry, EntryStatus.EARLY, early)
        if uid is None:
            return self._refused(entry, problem("dossier-missing"))
        return self._step(entry, header, body, uid)

    def _dossier_of(self, entry: WireEntry) -> tuple[str | None, WireProblem | None]:
        """Return the dossier's uid, or why the entry must wait."""
        if not self._waiting.isdisjoint({entry.dossier, entry.code}):
            return None, problem("after-unknown")
        if entry.after is not None:
            before = kept(self._tx, entry.after)
            if before is None:
                return None, problem("after-unknown")
            if entry.after in self._not_taken:
                return None, problem("after-refused")
        if entry.dossier is not None or entry.code is None:
            return entry.dossier, None
        c = t.dossier.c
        query = select(c.uid).where(or_(c.code == entry.code, c.provisional_code == entry.code))
        uid = self._tx.execute(query).scalar()
        return (uid, None) if uid else (None, problem("dossier-early"))

    def _step(self, entry: WireEntry, header: Entry, body: Body, uid: str) -> EntryResult:
        dossier = told(self._tx, uid)
        if dossier is None and header.kind is not Kind.RECEIVED:
            return _answer(entry, EntryStatus.EARLY, problem("dossier-early"))
        found = verdict(entry, body, dossier, self._by)
        if found.problem is not None:
            conflict = found.problem.status == 409
            status = EntryStatus.CONFLICT if conflict else EntryStatus.REFUSED
            return self._kept(_answer(entry, status, found.problem, dossier=uid), entry)
        version = (dossier.version if dossier else 0) + 1
        result = EntryResult(
            uid=entry.uid,
            sha256=entry.body_sha256,
            status=EntryStatus.ACCEPTED,
            server_version=version,
            flags=tuple(dict.fromkeys(found.flags)),
            dossier=uid,
        )
        outcome = Outcome(State.ACCEPTED, version, result.flags)
        header = dataclasses.replace(header, dossier=uid)
        after = apply(dossier, Recorded(header, body), outcome)
        assert after is not None
        centre = self._centre_of(uid)
        project(self._tx, after, centre)
        self._kept(result, entry)
        publish(self._tx, entry.uid, {centre, self._own_centre(centre)})
        return result

    def _audit(self, entry: WireEntry, header: Entry) -> EntryResult:
        result = _answer(entry, EntryStatus.ACCEPTED, None, dossier=entry.dossier)
        self._kept(result, entry)
        if header.kind not in SILENT_KINDS:
            publish(self._tx, entry.uid, {self._own_centre("")})
        return result

    def _refused(self, entry: WireEntry, why: WireProblem) -> EntryResult:
        return self._kept(_answer(entry, EntryStatus.REFUSED, why, dossier=entry.dossier), entry)

    def _kept(self, result: EntryResult, entry: WireEntry) -> EntryResult:
        device = self._by.device
        number = device["number"] if device else None
        centre = self._own_centre(self._centre_of(result.dossier or ""))
        keep(self._tx, entry, result, centre=centre, device=number, now=self._by.now)
        return result

    def _own_centre(self, otherwise: str) -> str:
        device = self._by.device
        return str(device["centre"]) if device else otherwise

    def _centre_of(self, uid: str) -> str:
        centre = self._tx.execute(select(t.dossier.c.centre).where(t.dossier.c.uid == uid)).scalar()
        return str(centre) if centre else self._own_centre("")

    def _check_place(self, header: Entry) -> bool:
        """Return True for a free place in the chain. Raises `ForkError` if another has it."""
        c = t.link.c
        near = and_(c.chain == header.chain, c.n.between(header.n - 1, header.n + 1))
        links: dict[int, RowMapping] = {
            row["n"]: row for row in self._tx.execute(select(t.link).where(near)).mappings()
        }
        here, before, behind = (links.get(header.n + step) for step in (0, -1, 1))
        if (
            (here is not None and here["hash"] != header.hash)
            or (before is not None and before["hash"] != header.prev_hash)
            or (behind is not None and behind["prev_hash"] != header.hash)
        ):
            raise ForkError
        return here is None

    def _link(self, header: Entry) -> None:
        self._tx.execute(
            insert(t.link).values(
                chain=header.chain,
                n=header.n,
                hash=header.hash,
                prev_hash=header.prev_hash,
                uid=header.uid,
            )
        )
        where = and_(t.chain.c.id == header.chain, t.chain.c.n < header.n)
        self._tx.execute(update(t.chain).where(where).values(n=header.n, hash=header.hash))


def _header(entry: WireEntry) -> tuple[Entry | None, WireProblem | None]:
    """Return the header when it is whole: known kind, right digests."""
    if sha256(entry.body.encode("utf-8")) != entry.body_sha256:
        return None, problem("body-digest")
    try:
        header = entry.entry()
    except ValueError:
        return None, problem("kind-unknown", FieldError(pointer="/kind", code="unknown"))
    if header_hash(header) != header.hash or (header.n == 1 and header.prev_hash != GENESIS):
        return None, problem("header-hash")
    return header, None


def _answer(
    entry: WireEntry, status: EntryStatus, why: WireProblem | None, dossier: str | None = None
) -> EntryResult:
    return EntryResult(
        uid=entry.uid, sha256=entry.body_sha256, status=status, problem=why, dossier=dossier
    )

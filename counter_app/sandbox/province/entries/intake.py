"""Take a batch of entries: one transaction, every answer kept for ever.

A batch goes in as a whole. When anything at all goes wrong with that, none of it counts, and each
entry goes in alone, behind a savepoint of its own: one bad entry never blocks another dossier.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Sequence

from counter_app.contract.entries import (
    BatchAnswer,
    EntryBatch,
    EntryResult,
    EntryStatus,
    Hints,
    WireEntry,
)
from counter_app.contract.problem import WireProblem
from counter_app.domain.acts.intake import Submitted
from counter_app.domain.acts.kinds import AUDIT_LANE, LONE_KINDS, SERVER_KINDS, Body, Kind
from counter_app.domain.dossiers.fold import apply
from counter_app.domain.journal.entry import Entry, Origin, Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.sandbox.province.devices import head, owns_chain
from counter_app.sandbox.province.entries.arrivals import Arrival, arrival
from counter_app.sandbox.province.entries.flags import audit_flags
from counter_app.sandbox.province.entries.journal import SILENT_KINDS
from counter_app.sandbox.province.entries.ledger import Ledger
from counter_app.sandbox.province.entries.verdict import Circumstances, verdict
from counter_app.sandbox.province.refusal import RefusalError, problem

_log = logging.getLogger(__name__)


class ForkError(Exception):
    """Two entries claim one place of a chain: two copies of a machine are at work."""


def take_batch(by: Circumstances, batch: EntryBatch) -> BatchAnswer:
    """Return what became of each entry. Raises `ForkError`, `RefusalError` for the whole batch."""
    assert by.device is not None
    chain = batch.entries[0].chain
    # What a restored device never sent stands in a chain that it left: it keeps its place there.
    is_own = chain == by.device["chain"] or owns_chain(by.tx, chain, by.device["number"])
    if not is_own or any(entry.chain != chain for entry in batch.entries):
        raise RefusalError("chain-unknown")
    results = take_entries(by, batch.entries)
    return BatchAnswer(
        batch_id=batch.batch_id,
        head=head(by.tx, chain),
        results=results,
        hints=Hints(pull=any(each.status is EntryStatus.CONFLICT for each in results)),
        server_time=by.now,
    )


def take_entries(by: Circumstances, entries: Sequence[WireEntry]) -> tuple[EntryResult, ...]:
    """Return what became of each entry of one chain. Raises `ForkError`."""
    try:
        with by.tx.begin_nested():
            return _Intake(by).take(entries)
    except ForkError:
        raise
    except Exception:  # noqa: BLE001 - whatever it was, it may concern one entry only
        _log.exception("a batch of %d goes in one by one", len(entries))
    intake = _Intake(by)
    return tuple(intake.take_alone(entry) for entry in entries)


class _Intake:
    """Takes entries one after the other and remembers, within a batch, which dossiers must wait."""

    def __init__(self, by: Circumstances) -> None:
        self._by = by
        self._waiting: set[str] = set()  # dossiers, and codes, that wait behind an early entry
        self._not_taken: set[str] = set()  # uids of this batch that were refused or in conflict

    def take(self, entries: Sequence[WireEntry]) -> tuple[EntryResult, ...]:
        """Return what became of `entries`; all of it is written, or none."""
        arrivals = [arrival(entry) for entry in entries]
        self._ledger = Ledger(self._by.tx, arrivals, self._by.device)
        results = tuple(self._remembered(each.entry, self._taken(each)) for each in arrivals)
        self._ledger.write()
        return results

    def take_alone(self, entry: WireEntry) -> EntryResult:
        """Return what became of `entry`; a fault of ours makes it wait and harms no other."""
        try:
            with self._by.tx.begin_nested():
                (result,) = self.take((entry,))
        except ForkError:
            raise
        except Exception:  # noqa: BLE001 - one bad entry never blocks another dossier
            _log.exception("entry %s could not be taken", entry.uid)
            early = _answer(entry, EntryStatus.EARLY, problem("server-fault"))
            return self._remembered(entry, early)
        return result

    def _remembered(self, entry: WireEntry, result: EntryResult) -> EntryResult:
        if result.status is EntryStatus.EARLY:
            self._waiting.update(key for key in (entry.dossier, entry.code) if key)
        elif result.status is not EntryStatus.ACCEPTED:
            self._not_taken.add(entry.uid)
            if entry.supersedes:  # what stood behind that place waits on
                self._not_taken.add(entry.supersedes)
        return result

    def _taken(self, arrived: Arrival) -> EntryResult:
        entry, header = arrived.entry, arrived.header
        if header is None:
            # Forged or undecodable: the uid isn't theirs to use, so nothing is kept.
            return _answer(entry, EntryStatus.REFUSED, arrived.wrong)
        known = self._ledger.known.get(entry.uid)
        if known is not None and known.identity != arrived.identity:
            return _answer(entry, EntryStatus.REFUSED, problem("uid-reused"))
        is_new = self._check_place(header)
        if known is not None:
            if is_new:
                self._ledger.link(header)
            return known.result
        result = self._judged(arrived, header)
        if result.status is not EntryStatus.EARLY:
            self._ledger.link(header)
        if result.status is EntryStatus.ACCEPTED and entry.supersedes:
            self._ledger.supersede(entry.supersedes, entry.uid)
        return result

    def _judged(self, arrived: Arrival, header: Entry) -> EntryResult:
        by_device = self._by.device is not None
        if by_device and (header.kind in SERVER_KINDS or header.origin is Origin.SERVER):
            return self._refused(arrived, problem("kind-forbidden"))
        if arrived.body is None:
            assert arrived.wrong is not None
            return self._refused(arrived, arrived.wrong)
        if (why := self._wrong_place(arrived.entry)) is not None:
            return self._kept(_answer(arrived.entry, *why, dossier=header.dossier), arrived)
        names_none = header.dossier is None and header.code is None
        if header.kind in AUDIT_LANE or (names_none and header.kind in LONE_KINDS):
            return self._audit(arrived, header)
        if header.kind is Kind.RECEIVED and header.dossier is None:
            return self._refused(arrived, problem("dossier-missing"))
        uid, early = self._dossier_of(arrived.entry)
        if early is not None:
            return _answer(arrived.entry, EntryStatus.EARLY, early)
        if uid is None:
            return self._refused(arrived, problem("dossier-missing"))
        return self._step(arrived, header, arrived.body, uid)

    def _wrong_place(self, entry: WireEntry) -> tuple[EntryStatus, WireProblem] | None:
        """Return why an entry can't stand where it says; None when it can."""
        ledger, target = self._ledger, entry.supersedes
        if ledger.superseding(entry.uid) is not None:
            return EntryStatus.REFUSED, problem("superseded")
        if target is None:
            gives_up = entry.kind == Kind.DROPPED.value
            foreign = problem("supersedes-foreign")
            return (EntryStatus.REFUSED, foreign) if gives_up else None
        known = ledger.known.get(target)
        is_taken = known is not None and known.result.status is EntryStatus.ACCEPTED
        if is_taken or ledger.superseding(target) is not None:
            return EntryStatus.CONFLICT, problem("supersedes-settled")
        home = known.result.dossier if known is not None else None
        if home is not None and entry.dossier is not None and home != entry.dossier:
            return EntryStatus.REFUSED, problem("supersedes-foreign")
        return None

    def _dossier_of(self, entry: WireEntry) -> tuple[str | None, WireProblem | None]:
        """Return the dossier's uid, or why the entry must wait."""
        if not self._waiting.isdisjoint({entry.dossier, entry.code}):
            return None, problem("after-unknown")
        if entry.after is not None:
            if entry.after not in self._ledger.known:
                return None, problem("after-unknown")
            if entry.after in self._not_taken:
                return None, problem("after-refused")
        if entry.dossier is not None or entry.code is None:
            return entry.dossier, None
        uid = self._ledger.holder(entry.code)
        return (uid, None) if uid else (None, problem("dossier-early"))

    def _step(self, arrived: Arrival, header: Entry, body: Body, uid: str) -> EntryResult:
        entry, ledger = arrived.entry, self._ledger
        dossier = ledger.dossiers.get(uid)
        if dossier is None and header.kind not in (Kind.RECEIVED, Kind.SUBMITTED):
            return _answer(entry, EntryStatus.EARLY, problem("dossier-early"))
        found = verdict(entry, body, dossier, self._by, ledger)
        if found.problem is not None:
            conflict = found.problem.status == 409
            status = EntryStatus.CONFLICT if conflict else EntryStatus.REFUSED
            return self._kept(_answer(entry, status, found.problem, dossier=uid), arrived)
        version = (dossier.version if dossier else 0) + 1
        result = EntryResult(
            uid=entry.uid,
            sha256=entry.body_sha256,
            status=EntryStatus.ACCEPTED,
            server_version=version,
            flags=tuple(dict.fromkeys(found.flags)),
            dossier=uid,
        )
        if header.dossier != uid:  # addressed by code
            header = dataclasses.replace(header, dossier=uid)
        outcome = Outcome(State.ACCEPTED, version, result.flags)
        after = apply(dossier, Recorded(header, body), outcome)
        assert after is not None
        centre = ledger.centre_of(uid) or self._own_centre(_sent_to(body))
        ledger.put(after, centre)
        self._kept(result, arrived)
        ledger.publish(entry.uid, {centre, self._own_centre(centre)})
        return result

    def _audit(self, arrived: Arrival, header: Entry) -> EntryResult:
        entry = arrived.entry
        result = _answer(entry, EntryStatus.ACCEPTED, None, dossier=entry.dossier)
        if flags := audit_flags(header.kind):
            result = result.model_copy(update={"flags": flags})
        self._kept(result, arrived)
        if header.kind not in SILENT_KINDS:
            self._ledger.publish(entry.uid, {self._own_centre("")})
        return result

    def _refused(self, arrived: Arrival, why: WireProblem) -> EntryResult:
        entry = arrived.entry
        refusal = _answer(entry, EntryStatus.REFUSED, why, dossier=entry.dossier)
        return self._kept(refusal, arrived)

    def _kept(self, result: EntryResult, arrived: Arrival) -> EntryResult:
        known = self._ledger.centre_of(result.dossier)
        centre = self._own_centre(known or _sent_to(arrived.body))
        self._ledger.keep(arrived, result, centre, self._by.now)
        return result

    def _own_centre(self, otherwise: str) -> str:
        device = self._by.device
        return str(device["centre"]) if device else otherwise

    def _check_place(self, header: Entry) -> bool:
        """Return True for a free place in the chain. Raises `ForkError` if another has it."""
        before, here, behind = self._ledger.links_around(header.n)
        if (
            (here is not None and here[0] != header.hash)
            or (before is not None and before[0] != header.prev_hash)
            or (behind is not None and behind[1] != header.hash)
        ):
            raise ForkError
        return here is None


def _sent_to(body: Body | None) -> str:
    """Return the centre to which a citizen sent a dossier; "" for other acts."""
    return body.wished.centre if isinstance(body, Submitted) else ""


def _answer(
    entry: WireEntry, status: EntryStatus, why: WireProblem | None, dossier: str | None = None
) -> EntryResult:
    return EntryResult(
        uid=entry.uid, sha256=entry.body_sha256, status=status, problem=why, dossier=dossier
    )

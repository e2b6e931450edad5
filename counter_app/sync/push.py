"""Send what waits: read a batch, close the transaction, send, write what came (SYNC §2).

Never a transaction across the network. An entry leaves the queue only with its own matching
answer; everything else goes back into it. A timeout is unknown, and unknown is simply sent again:
the server recognises the uid.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from counter_app.contract.entries import (
    BATCH_ENTRIES,
    EntryBatch,
    EntryResult,
    EntryStatus,
    WireEntry,
)
from counter_app.domain.errors.wire import (
    Fault,
    RequestRejectedError,
    WireError,
    WrongEchoError,
)
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.plain import Plain
from counter_app.domain.retry import full_jitter, is_stuck
from counter_app.gateway.answers import Acknowledged
from counter_app.store.subjects.deliveries import Outgoing
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors
from counter_app.sync.troubles import failure_text, problem_text

BODY_BYTES = 1024 * 1024
"""Bytes of bodies in a batch before packing; packed it must stay under 256 KB."""

REJECTED_IN_A_ROW = 3
"""So many single entries rejected one after the other: it isn't the entries."""

ALONE_NAME = "failed_alone"
PASSED_NAME = "passed_at"


@dataclass(frozen=True, slots=True)
class PushReport:
    """What sending brought. `sent` is the number of bytes on the wire; `error` ended it early."""

    batches: int = 0
    accepted: int = 0
    refused: int = 0
    conflicts: int = 0
    early: int = 0
    unanswered: int = 0
    quarantined: int = 0
    sent: int = 0
    wants_pull: bool = False
    wants_numbers: bool = False
    wait_seconds: int = 0
    error: WireError | None = None

    @property
    def answered(self) -> int:
        """How many entries got the server's definitive word."""
        return self.accepted + self.refused + self.conflicts


def _never() -> bool:
    return False


def push(
    doors: Doors,
    *,
    largest: int = BATCH_ENTRIES,
    stopping: Callable[[], bool] = _never,
    progress: Callable[[PushReport], None] | None = None,
) -> PushReport:
    """Send until nothing is due, something fails, the server asks for a rest, or `stopping`.

    `largest`: entries in a batch. `progress` hears the running report after each batch. What a
    batch brought is written while the next one is on its way; that one was taken before, and what
    stands behind an unwritten entry of the same dossier is never in it, and follows once that one
    is written.
    """
    size = largest
    rejected = answered = 0
    with _Desk(progress) as desk:
        batch = _take_next(doors, size, stopping)
        while batch:
            try:
                answer = doors.gateway.send(_message(doors, batch))
            except WireError as error:
                report = desk.report  # what came before is written before this is put back
                if not _is_of_the_batch(error):
                    _put_back(doors, batch, error)
                    return dataclasses.replace(report, error=error)
                if len(batch) > 1:
                    _put_back(doors, batch, error)
                    size = (len(batch) + 1) // 2
                else:
                    desk.quarantined(_set_aside(doors, batch[0], error))
                    size = largest
                    rejected += 1
                    if rejected == REJECTED_IN_A_ROW:
                        return dataclasses.replace(desk.report, error=error)
                batch = _take_next(doors, size, stopping)
                continue
            size = largest
            rejected = 0
            rests = bool(answer.hints.wait_seconds or answer.missing)
            behind = () if rests else _take_next(doors, size, stopping)
            desk.put(functools.partial(_write, doors, batch, answer))
            # Only while something is answered: what is merely put back mustn't go round for ever.
            if not (behind or rests) and desk.report.answered > answered:
                answered = desk.report.answered
                behind = _take_next(doors, size, stopping)
            batch = behind
        return desk.report


class _Desk:
    """Writes what batches brought, one after the other, beside the wire."""

    def __init__(self, progress: Callable[[PushReport], None] | None) -> None:
        self._progress = progress
        self._clerk = ThreadPoolExecutor(1, thread_name_prefix="push")
        self._report = PushReport()
        self._under_way: Future[PushReport] | None = None

    def __enter__(self) -> _Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self._clerk.shutdown()

    def put(self, write: Callable[[PushReport], PushReport]) -> None:
        """Begin to write an outcome when the one before is written. Raises what that one met."""
        self._under_way = self._clerk.submit(write, self.report)

    def quarantined(self, stuck: bool) -> None:
        """Count an entry that was set aside for good."""
        self._report = dataclasses.replace(
            self.report, quarantined=self._report.quarantined + stuck
        )

    @property
    def report(self) -> PushReport:
        """The report so far; waits until everything is written. Raises what the writing met."""
        if self._under_way is not None:
            under_way, self._under_way = self._under_way, None
            self._report = under_way.result()
            if self._progress is not None:
                self._progress(self._report)
        return self._report


def _take_next(doors: Doors, size: int, stopping: Callable[[], bool]) -> tuple[Outgoing, ...]:
    return () if stopping() else _take(doors, size)


def _take(doors: Doors, size: int) -> tuple[Outgoing, ...]:
    now = doors.now()
    with doors.store.writing() as tx:
        batch = _of_one_chain(tx.deliveries.waiting(now, size, BODY_BYTES))
        tx.deliveries.mark_in_flight(each.entry.uid for each in batch)
    return batch


def _of_one_chain(waiting: Sequence[Outgoing]) -> tuple[Outgoing, ...]:
    """Return what goes out together: after a restore the rest of the old chain goes first."""
    return tuple(takewhile(lambda each: each.entry.chain == waiting[0].entry.chain, waiting))


def _message(doors: Doors, batch: Sequence[Outgoing]) -> EntryBatch:
    return EntryBatch(
        device=doors.device,
        epoch=doors.epoch,
        batch_id=doors.new_id(),
        entries=tuple(WireEntry.of(each.entry, each.data) for each in batch),
    )


def _is_of_the_batch(error: WireError) -> bool:
    """True when the fault may lie in what was sent: smaller parts find out in which entry."""
    return error.fault is Fault.TOO_BIG or isinstance(error, RequestRejectedError)


def _put_back(doors: Doors, batch: Sequence[Outgoing], error: WireError) -> None:
    """Put the whole batch back; the next round takes it again, first in the queue."""
    alone = len(batch) == 1 and error.fault is Fault.SERVER
    if alone:
        _set_aside(doors, batch[0], error)
        return
    with doors.store.writing() as tx:
        for state, uids in _ways_back(batch, error).items():
            tx.deliveries.put_back(uids, state, None, failure_text(error))


def _ways_back(batch: Sequence[Outgoing], error: WireError) -> Mapping[State, list[str]]:
    """Return the uids by the state that they go back to.

    Only what surely never went out is merely pending; what went out before stays unknown.
    """
    ways: dict[State, list[str]] = {}
    for each in batch:
        is_new = each.attempts == 0 and not error.may_have_arrived
        ways.setdefault(State.PENDING if is_new else State.UNKNOWN, []).append(each.entry.uid)
    return ways


def _set_aside(doors: Doors, one: Outgoing, error: WireError) -> bool:
    """Put an entry that failed alone back for later, or into quarantine; return whether that.

    A failure counts only when others passed since the first one: a server that was down for hours
    says nothing about the entry.
    """
    now = doors.now()
    uid = one.entry.uid
    with doors.store.writing() as tx:
        alone, passed = _alone(tx), _passed_at(tx)
        times, since = alone.get(uid, (0, now))
        if passed is None or passed <= since:
            times, since = 0, now
        alone[uid] = (times + 1, since)
        stuck = is_stuck(times + 1, since, now, passed)
        if stuck:
            del alone[uid]
            tx.deliveries.put_back((uid,), State.QUARANTINED, None, failure_text(error))
        else:
            later = now + timedelta(seconds=full_jitter(times + 1, doors.chance()))
            (state,) = _ways_back((one,), error)
            tx.deliveries.put_back((uid,), state, later, failure_text(error))
        kept: Plain = {each: [n, first.isoformat()] for each, (n, first) in alone.items()}
        tx.setup.put(ALONE_NAME, kept or None)
    return stuck


def _write(
    doors: Doors, batch: Sequence[Outgoing], answer: Acknowledged, report: PushReport
) -> PushReport:
    now = doors.now()
    receipt = f"{answer.server_time.isoformat()} {len(batch)}"
    counts = dict.fromkeys(EntryStatus, 0)
    error: WireError | None = None
    with doors.store.writing() as tx:
        for each in batch:
            result = answer.results.get(each.entry.uid)
            if result is not None:
                counts[result.status] += 1
                _write_one(tx, each, result, now, receipt, doors)
        if answer.missing:
            error = WrongEchoError(host=doors.gateway.host)
            tx.deliveries.put_back(answer.missing, State.UNKNOWN, None, failure_text(error))
        if counts[EntryStatus.ACCEPTED]:
            tx.setup.put(PASSED_NAME, now.isoformat())
        _forget_alone(tx, answer.results)
    return dataclasses.replace(
        report,
        batches=report.batches + 1,
        accepted=report.accepted + counts[EntryStatus.ACCEPTED],
        refused=report.refused + counts[EntryStatus.REFUSED],
        conflicts=report.conflicts + counts[EntryStatus.CONFLICT],
        early=report.early + counts[EntryStatus.EARLY],
        unanswered=report.unanswered + len(answer.missing),
        sent=report.sent + answer.sent,
        wants_pull=report.wants_pull or answer.hints.pull,
        wants_numbers=report.wants_numbers or answer.hints.numbers,
        wait_seconds=answer.hints.wait_seconds,
        error=error,
    )


def keep_answer(doors: Doors, batch: Sequence[Outgoing], answer: Acknowledged) -> PushReport:
    """Write what an answer brought that came another way than by wire; old news changes nothing."""
    return _write(doors, batch, answer, PushReport())


def _write_one(
    tx: Transaction,
    sent: Outgoing,
    result: EntryResult,
    now: datetime,
    receipt: str,
    doors: Doors,
) -> None:
    uid = sent.entry.uid
    if result.status is EntryStatus.ACCEPTED:
        outcome = Outcome(State.ACCEPTED, result.server_version, result.flags)
        tx.deliveries.answered(uid, outcome, receipt)
    elif result.status is EntryStatus.EARLY:
        # Not definitive: it stays pending, and rests, else it would go out again at once.
        later = now + timedelta(seconds=full_jitter(sent.attempts + 1, doors.chance()))
        text = problem_text(result.problem, "early")
        tx.deliveries.put_back((uid,), State.PENDING, later, text)
    else:
        state = State.REFUSED if result.status is EntryStatus.REFUSED else State.CONFLICT
        text = problem_text(result.problem, state.value)
        tx.deliveries.answered(uid, Outcome(state, flags=result.flags), receipt, text)


def _alone(tx: Transaction) -> dict[str, tuple[int, datetime]]:
    """Return who failed alone: uid → how often, first when."""
    found = tx.setup.get(ALONE_NAME)
    if not isinstance(found, dict):
        return {}
    return {
        uid: (int(str(each[0])), datetime.fromisoformat(str(each[1])))
        for uid, each in found.items()
        if isinstance(each, list) and len(each) == 2
    }


def _forget_alone(tx: Transaction, results: Mapping[str, EntryResult]) -> None:
    alone = tx.setup.get(ALONE_NAME)
    if isinstance(alone, dict) and not alone.keys().isdisjoint(results):
        left = {uid: each for uid, each in alone.items() if uid not in results}
        tx.setup.put(ALONE_NAME, left or None)


def _passed_at(tx: Transaction) -> datetime | None:
    text = tx.setup.get(PASSED_NAME)
    return datetime.fromisoformat(text) if isinstance(text, str) else None

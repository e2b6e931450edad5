"""Round after round, until told to stop: the body of the sync thread. No Qt.

The officer never waits for it and it never asks him anything: it sleeps on an Event, so that a
new registration (`nudge`) goes out at once and `stop` is heard at once, even between two batches.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from counter_app.contract.devices import DeviceOrder
from counter_app.domain.enrolment import REPLACED
from counter_app.domain.errors import CounterError
from counter_app.domain.retry import Breaker, Trouble
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.sync.clock import Offset
from counter_app.sync.doors import Doors
from counter_app.sync.files import LaneTimes
from counter_app.sync.heartbeat import order_of
from counter_app.sync.push import PushReport
from counter_app.sync.round import FileLane, RoundReport, run_round
from counter_app.sync.state import SyncState, state_of
from counter_app.sync.troubles import ordered_wait, trouble_of

REST_SECONDS = 30.0

_log = logging.getLogger(__name__)

Listener = Callable[[SyncState], None]
Alarm = Callable[[BaseException], None]


def _no_alarm(_: BaseException) -> None:
    """Do nothing: the next round comes anyhow."""


class Loop:
    """The loop of one home. `run` is the body of a thread; `start` and `stop` bring one of our own.

    `rest_seconds` lie between two rounds when nothing happens. `listener` hears each new state and
    each new moment of the next try, in the loop's thread. `alarm` hears what is our own bug; the
    loop goes on after it. `reopen` gives new doors after a recovery, which speak under the new
    epoch.
    """

    def __init__(
        self,
        doors: Doors,
        listener: Listener | None = None,
        *,
        rest_seconds: float = REST_SECONDS,
        alarm: Alarm = _no_alarm,
        reopen: Callable[[], Doors] | None = None,
    ) -> None:
        self._doors = doors
        self._reopen = reopen
        self._listener = listener
        self._rest = rest_seconds
        self._alarm = alarm
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._resumed = threading.Event()
        self._thread: threading.Thread | None = None
        self._breaker = Breaker()
        self._shown: SyncState | None = None
        self._problem: CounterError | None = None
        self._since: datetime | None = None
        self._last_round: datetime | None = None
        self._offset: Offset | None = None
        self._counts = QueueCounts()
        self._order = ""
        self._files_left = (0, 0)
        # A nudge wakes the lane of files, too: what was just registered goes first.
        times = LaneTimes(pause=self._wake.wait)
        self._told = ""
        self._lane = FileLane(times=times, progress=lambda: self._show(self._problem))

    def nudge(self) -> None:
        """Say that something waits. While the breaker is open only its probe goes, when due."""
        self._wake.set()

    def resume(self) -> None:
        """Say that the cause was seen to (enrolled anew, certificate renewed): try at once."""
        self._resumed.set()
        self._wake.set()

    def start(self) -> None:
        """Run in a thread of our own. Raises RuntimeError when it runs already."""
        if self._thread is not None and self._thread.is_alive():
            raise RuntimeError("the loop runs already")
        self._stopping.clear()
        self._thread = threading.Thread(target=self.run, name="sync", daemon=True)
        self._thread.start()

    def stop(self, seconds: float | None = None) -> bool:
        """Ask the loop to end, and wait up to `seconds` (None: not at all); True when it has.

        What was on the way then is unknown and goes out again at the next start.
        """
        self._stopping.set()
        self._wake.set()
        if self._thread is not None and seconds is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def run(self) -> None:
        """Do rounds until `stop`."""
        while not self._stopping.is_set():
            self._wake.clear()
            now = self._doors.now()
            if self._resumed.is_set():
                self._resumed.clear()
                self._lane.pace.until = None
            elif self._breaker.is_open and not self._breaker.may_probe(now):
                self._wake.wait(self._breaker.seconds_left(now))
                continue
            try:
                seconds = self._one_round()
            except CounterError as error:  # the store: full, locked
                seconds = self._rest
                self._fail(Trouble.SERVER)
                self._tell(error)
            except Exception as error:  # noqa: BLE001 (our bug must not end the sending for good)
                seconds = self._rest
                self._fail(Trouble.SERVER)
                self._alarm(error)
            if not self._breaker.is_open:
                self._wake.wait(seconds)

    def _one_round(self) -> float:
        """Do a round, draw the lessons, and return the seconds to rest."""
        self._show(self._problem)
        report = run_round(
            self._doors,
            failures=self._breaker.failures,
            trouble=self._breaker.trouble,
            stopping=self._stopping.is_set,
            progress=self._on_batch,
            lane=self._lane,
        )
        self._note(report)
        self._learn(report)
        if report.recovered and self._reopen is not None:
            self._doors = self._reopen()
            return 0.0
        self._show(report.problem, report.pull.changed)
        if report.files.more:
            return 0.0
        rest = self._rest
        if report.files.rest_seconds is not None:
            rest = min(rest, report.files.rest_seconds)
        return max(rest, float(report.push.wait_seconds))

    def _note(self, report: RoundReport) -> None:
        """Log a round that moved something, or ended otherwise than the one before."""
        facts = {
            "outcome": report.problem.code if report.problem else "whole",
            "failures": self._breaker.failures,
            "batches": report.push.batches,
            "accepted": report.push.accepted,
            "refused": report.push.refused + report.push.conflicts,
            "changed": report.pull.changed,
            "numbers": report.numbers.granted,
            "files": report.files.whole,
            "recovered": report.recovered,
            "elsewhere": report.elsewhere,
        }
        moved = any((report.push.batches, report.pull.changed, report.files.whole))
        if moved or facts["outcome"] != self._told:
            seconds = (report.ended_at - report.began_at).total_seconds()
            _log.info("sync.round", extra={"facts": facts | {"seconds": seconds}})
        self._told = str(facts["outcome"])

    def _learn(self, report: RoundReport) -> None:
        self._offset = report.offset or self._offset
        if report.error is None:
            self._breaker = self._breaker.after_success()
            self._last_round = report.ended_at
            self._since = None
        else:
            self._fail(trouble_of(report.error), ordered_wait(report.error))

    def _fail(self, trouble: Trouble, retry_after: float | None = None) -> None:
        now = self._doors.now()
        self._since = self._since or now
        self._breaker = self._breaker.after_failure(now, trouble, self._doors.chance(), retry_after)

    def _on_batch(self, _: PushReport) -> None:
        self._breaker = self._breaker.after_success()
        self._show(None)

    def _show(self, error: CounterError | None, changed: int = 0) -> None:
        with self._doors.store.reading() as tx:
            self._counts = tx.deliveries.counts()
            order = order_of(tx)
            self._order = "" if order is DeviceOrder.NONE else order.value
            if tx.setup.get(REPLACED) is not None:
                self._order = REPLACED
            self._files_left = tx.files.left()
        self._tell(error, changed)

    def _tell(self, error: CounterError | None, changed: int = 0) -> None:
        self._problem = error
        state = state_of(
            self._counts,
            self._breaker,
            error=error,
            since=self._since,
            last_round=self._last_round,
            offset=self._offset,
            changed=changed,
            order=self._order,
            files=self._files_left,
        )
        shown, self._shown = self._shown, state
        is_news = shown is None or state != shown or state.next_try != shown.next_try
        if is_news and self._listener is not None:
            self._listener(state)

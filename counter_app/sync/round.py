"""One round with the server: probe, send, fetch, check, numbers, catalogues, files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from counter_app.contract.devices import DeviceOrder
from counter_app.domain.errors.wire import CursorGoneError, WireError
from counter_app.domain.retry import Trouble, batch_size, halved
from counter_app.sync import clock
from counter_app.sync.catalogues import CataloguesReport, fetch
from counter_app.sync.clock import Offset
from counter_app.sync.doors import Doors
from counter_app.sync.feed.day_check import DayReport, check_day
from counter_app.sync.files import FilesReport, LaneTimes, Pace, upload
from counter_app.sync.heartbeat import HeartbeatReport, tell
from counter_app.sync.numbers import NumbersReport, is_bound_here, top_up
from counter_app.sync.pull import CURSOR_NAME, PullReport, pull
from counter_app.sync.push import PushReport, push
from counter_app.sync.recovery import is_restored, recover
from counter_app.sync.troubles import ends_round


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What one round brought. `error` is the one that ended it, None for a whole round.

    `elsewhere`: the store belongs to another machine, so nothing was sent and no number asked for;
    it must be recovered first (SYNC §4). `recovered`: that was done in this round, which ended with
    it: the doors are to be made anew, in the new epoch. `reached`: the probe was answered.
    """

    began_at: datetime
    ended_at: datetime
    reached: bool = False
    elsewhere: bool = False
    recovered: bool = False
    offset: Offset | None = None
    push: PushReport = field(default_factory=PushReport)
    pull: PullReport = field(default_factory=PullReport)
    day: DayReport = field(default_factory=DayReport)
    heartbeat: HeartbeatReport = field(default_factory=HeartbeatReport)
    numbers: NumbersReport = field(default_factory=NumbersReport)
    catalogues: CataloguesReport = field(default_factory=CataloguesReport)
    files: FilesReport = field(default_factory=FilesReport)
    error: WireError | None = None

    @property
    def problem(self) -> WireError | None:
        """What is to be told: the error that ended the round, or the last one that didn't."""
        steps = (
            self.push.error,
            self.pull.error,
            self.day.error,
            self.numbers.error,
            self.catalogues.error,
        )
        return self.error or next((each for each in steps if each), None)


Step = (
    PushReport
    | PullReport
    | DayReport
    | HeartbeatReport
    | NumbersReport
    | CataloguesReport
    | FilesReport
)


@dataclass(frozen=True, slots=True)
class FileLane:
    """How scanned papers go in a round; whoever does round after round keeps one `pace`."""

    pace: Pace = field(default_factory=Pace)
    times: LaneTimes = field(default_factory=LaneTimes)
    progress: Callable[[], None] | None = None


def _never() -> bool:
    return False


def run_round(
    doors: Doors,
    *,
    failures: int = 0,
    trouble: Trouble | None = None,
    stopping: Callable[[], bool] = _never,
    progress: Callable[[PushReport], None] | None = None,
    lane: FileLane | None = None,
) -> RoundReport:
    """Do one round. Only one runs at a time in a home; it may be run without any loop.

    After `failures` in a row, for the reason of `trouble`, the batches are smaller. Nothing goes
    out before the probe was answered. Scanned papers go last, as `lane` says, and not at all while
    the server asks for a rest. Raises `StoreError` when the store itself fails.
    """
    began = doors.now()
    with doors.store.writing() as tx:
        # What is in flight now was in flight when a round was killed: nobody knows its fate.
        tx.deliveries.in_flight_to_unknown()
        bound = is_bound_here(tx, doors.machine)
        restored = is_restored(tx)
    try:
        _probe(doors, trouble)
    except WireError as error:
        return RoundReport(began, doors.now(), error=error)
    offset = _told_time(doors)
    if restored:
        try:
            recover(doors)
        except WireError as error:
            return RoundReport(began, doors.now(), reached=True, offset=offset, error=error)
        return RoundReport(began, doors.now(), reached=True, offset=offset, recovered=True)
    if not bound:
        return RoundReport(began, doors.now(), reached=True, elsewhere=True, offset=offset)
    largest = halved(failures) if trouble is Trouble.SERVER else batch_size(failures)
    done: dict[str, Any] = {}
    steps: dict[str, Callable[[], Step]] = {
        "push": lambda: push(doors, largest=largest, stopping=stopping, progress=progress),
        "pull": lambda: pull(doors, stopping=stopping),
        "day": lambda: _day(doors, done["pull"]),
        "heartbeat": lambda: tell(doors),
        "numbers": lambda: _numbers(doors, done),
        "catalogues": lambda: fetch(doors),
        "files": lambda: _files(doors, lane or FileLane(), done["push"], stopping),
    }
    for name, step in steps.items():
        if stopping():
            break
        report = step()
        done[name] = report
        if report.error is not None and ends_round(report.error):
            done["error"] = report.error
            break
    return RoundReport(began, doors.now(), reached=True, offset=offset, **done)


def _probe(doors: Doors, trouble: Trouble | None) -> None:
    """Ask for next to nothing. Raises `WireError`.

    After a device was refused the probe must be a call that looks at the device; the feed does.
    """
    doors.gateway.ping()
    if trouble is Trouble.HELD:
        with doors.store.reading() as tx:
            cursor = tx.setup.get(CURSOR_NAME)
        try:
            doors.gateway.changes(cursor if isinstance(cursor, str) else "", 1)
        except CursorGoneError:
            return  # it looked at the device first


def _day(doors: Doors, pulled: PullReport) -> DayReport:
    """Compare a day, unless the feed wasn't read to its end."""
    return DayReport() if pulled.error else check_day(doors, lambda: pull(doors))


def _numbers(doors: Doors, done: dict[str, Any]) -> NumbersReport:
    """Ask for numbers, unless the province takes this machine back."""
    heartbeat = done["heartbeat"]
    return top_up(doors) if heartbeat.order is DeviceOrder.NONE else NumbersReport()


def _files(
    doors: Doors, lane: FileLane, sent: PushReport, stopping: Callable[[], bool]
) -> FilesReport:
    """Send files behind the entries, unless those shall wait."""
    if sent.wait_seconds:
        return FilesReport()
    return upload(doors, lane.pace, times=lane.times, stopping=stopping, progress=lane.progress)


def _told_time(doors: Doors) -> Offset | None:
    heard = doors.gateway.heard
    if heard is None:
        return None
    with doors.store.writing() as tx:
        clock.keep(tx, heard)
    offset = clock.offset_of(heard)
    doors.compared(offset)
    return offset

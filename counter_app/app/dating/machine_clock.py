"""This machine's clock, and what the server or a person said of its date. It is never set."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from counter_app.domain.dates import VIETNAM, vietnam_time
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.doubtful_date import TOLERANCE
from counter_app.services.counter.clock import Moment
from counter_app.sync.clock import TRUSTED_FOR, Offset, quality


def machine_wall() -> datetime:
    """Return what the machine's clock says, in Vietnam's time."""
    return datetime.now(VIETNAM)


def machine_steady() -> float:
    """Return seconds that nobody can set; they go on while the machine sleeps."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)  # Linux's usual one stands still meanwhile
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(frozen=True, slots=True)
class _RunsFrom:
    """The present runs on from `at`, which was true at `steady`."""

    at: datetime
    steady: float
    quality: ClockQuality


class MachineClock:
    """The machine's clock; in place of a wrong date the server's, or one that people confirmed.

    What was said holds in this run of the program only, and no longer than the clock runs evenly:
    when somebody sets it, the date is looked at again.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] | None = None,
        steady: Callable[[], float] | None = None,
    ) -> None:
        self._wall, self._steady = wall or machine_wall, steady or machine_steady
        self._lock = Lock()
        self._even = self._wall().timestamp() - self._steady()
        self._heard: Offset | None = None
        self._offset: Offset | None = None
        self._from: _RunsFrom | None = None

    def compared(self, offset: Offset | None) -> None:
        """Take a comparison with the server's clock; its date stands in place of a wrong one.

        The same comparison may be told many times: only a new one says anything.
        """
        with self._lock:
            if offset is None or offset == self._heard:
                return
            here, at = self._read()
            there = here + offset.difference
            wrong = vietnam_time(there).date() != vietnam_time(here).date()
            is_wrong = wrong and abs(offset.difference) > TOLERANCE
            self._heard = self._offset = offset
            self._from = _RunsFrom(there, at, ClockQuality.SYNCED) if is_wrong else None

    def confirm(self, at: datetime) -> None:
        """Run on from `at`, which people confirmed."""
        with self._lock:
            self._from = _RunsFrom(at, self._read()[1], ClockQuality.CONFIRMED)

    def now(self) -> Moment:
        """Return the present in Vietnam's time."""
        with self._lock:
            here, at = self._read()
            if self._from is None:
                return Moment(here, quality(self._offset, here))
            passed = at - self._from.steady
            said = self._from.quality
            if said is ClockQuality.SYNCED and passed > TRUSTED_FOR.total_seconds():
                said = ClockQuality.LOCAL
            return Moment(self._from.at + timedelta(seconds=passed), said)

    def _read(self) -> tuple[datetime, float]:
        """Return the clock and the steady seconds; forget what was said when somebody set it."""
        here, at = self._wall(), self._steady()
        even = here.timestamp() - at
        if abs(even - self._even) > TOLERANCE.total_seconds():
            self._offset = self._from = None
        self._even = even
        return here, at

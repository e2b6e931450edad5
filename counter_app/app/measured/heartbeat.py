"""The heartbeat of the window's thread: how long the window stood still, and whose fault it was.

A virtual machine's processors are taken away by its host while others compute (on a busy host a
third of the time): a window that does nothing at all then stands still for 100 ms and more. Linux
tells how much was taken (`steal` of /proc/stat, hundredths of a second, all processors together):
that isn't the program's. What the thread computed itself always is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

EVERY = 5  # milliseconds
_STEAL = 8  # the field of /proc/stat's first line, "cpu" included


@dataclass
class Stalls:
    """The longest times in which a window stood still, in milliseconds, for each thing it did.

    `own` is without what the host took from the machine; `seen` is what an officer sat through.
    """

    own: dict[str, float] = field(default_factory=dict)
    seen: dict[str, float] = field(default_factory=dict)

    @property
    def worst(self) -> str:
        """What was being done in the longest stall of our own, "" without any."""
        return max(self.own, key=lambda doing: self.own[doing], default="")

    def add(self, doing: str, late: float, stolen: float, computed: float) -> None:
        """Note a beat that came `late`; the thread `computed` meanwhile (all in milliseconds)."""
        own = max(late - stolen, min(late, computed))
        self.own[doing] = max(own, self.own.get(doing, 0.0))
        self.seen[doing] = max(late, self.seen.get(doing, 0.0))


class Heartbeat(QObject):
    """Beats in the window's thread from `start` to `stop`.

    `doing` tells what a beat is noted for; "" is not noted.
    """

    def __init__(self, doing: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.stalls = Stalls()
        self._doing = doing
        self._steal = StolenTime()
        self._last = perf_counter(), thread_time(), self._steal.milliseconds()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beats)

    def start(self) -> None:
        """Begin to beat."""
        self._timer.start(EVERY)

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    @Slot()
    def _beats(self) -> None:
        before, computed, stolen = self._last
        self._last = perf_counter(), thread_time(), self._steal.milliseconds()
        if doing := self._doing():
            late = (self._last[0] - before) * 1000 - EVERY
            own = (self._last[1] - computed) * 1000
            self.stalls.add(doing, late, self._last[2] - stolen, own)


class StolenTime:
    """What the host has taken from this machine since it runs, where the system tells."""

    def __init__(self) -> None:
        self._file = os.open("/proc/stat", os.O_RDONLY) if sys.platform == "linux" else -1
        self._tick = 1000 / os.sysconf("SC_CLK_TCK") if self._file >= 0 else 0.0

    def milliseconds(self) -> float:
        """Return it in milliseconds; 0 where no system tells."""
        if self._file < 0:
            return 0.0
        return int(os.pread(self._file, 200, 0).split()[_STEAL]) * self._tick

    def __del__(self) -> None:
        if self._file >= 0:
            os.close(self._file)

"""The sync loop beside the window: its thread, and its states brought home by a signal.

The loop knows nothing of Qt, and this file nothing of stores or servers: it is loaded before them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

Alarm = Callable[[BaseException], None]


class RunningLoop(Protocol):
    """What `sync.loop.Loop` offers its thread."""

    def run(self) -> None:
        """Do rounds until `stop`."""

    def stop(self, seconds: float | None = None) -> bool:
        """Ask the loop to end; None waits for nothing."""

    def nudge(self) -> None:
        """Say that something waits to be sent."""

    def resume(self) -> None:
        """Say that the cause of a stop was seen to."""


MakeLoop = Callable[[Callable[["SyncState"], None], Alarm], RunningLoop]
"""Makes the loop with its listener and its alarm; both may be called from any thread."""


class SyncThread(QObject):
    """Runs one loop in a daemon thread of its own. Used from the window's thread.

    `told` brings each new SyncState, `closed` comes when the loop has ended. `state` is the last
    one that came, None before the first.
    """

    told = Signal(object)
    closed = Signal()
    _came = Signal(object)
    _ended = Signal()

    def __init__(self, make: MakeLoop, alarm: Alarm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: SyncState | None = None
        self._alarm = alarm
        self._thread: threading.Thread | None = None
        self._closing = False
        self._came.connect(self._come_home, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._loop = make(self._listen, alarm)

    def start(self) -> None:
        """Begin the rounds. Once; a closed loop isn't begun again."""
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
            self._thread.start()

    def nudge(self) -> None:
        """Say that something waits to be sent: it goes out at once, if there is a line."""
        self._loop.nudge()

    def resume(self) -> None:
        """Say that the cause of a stop was seen to: try at once."""
        self._loop.resume()

    def close(self) -> None:
        """Ask the loop to end and return at once. What is on its way now goes out again later."""
        if self._closing:
            return
        self._closing = True
        self._loop.stop()
        if self._thread is None:
            self._ended.emit()

    def _run(self) -> None:
        try:
            self._loop.run()
        except BaseException as error:  # noqa: BLE001 (the loop catches its own; this one is ours)
            self._alarm(error)
        with suppress(RuntimeError):  # the window is gone already
            self._ended.emit()

    def _listen(self, state: SyncState) -> None:
        with suppress(RuntimeError):
            self._came.emit(state)

    @Slot(object)
    def _come_home(self, state: SyncState) -> None:
        if not self._closing:
            self.state = state
            self.told.emit(state)

    @Slot()
    def _end(self) -> None:
        self.closed.emit()

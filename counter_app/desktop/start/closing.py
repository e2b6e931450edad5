"""The staged quit: the window goes at once, the threads end by themselves, nothing is waited for.

Order: what is being typed is saved, the loop and the jobs are asked to end, and when the last of
them has ended the program leaves. A thread that doesn't end within 12 s (a server that drips its
answer) is left behind: the queue is safe in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

LAST_RESORT_MS = 12_000


class Ending(Protocol):
    """Something with threads: `close` returns at once, `closed` comes when the last has ended."""

    closed: SignalInstance

    def close(self) -> None:
        """Ask it to end."""


class Closing(QObject):
    """Ends the program once. A window's closeEvent is ignored and calls `begin`.

    `save` keeps what is being typed; it may use the jobs, which still do what they were given.
    `done` comes once: leave the event loop on it. `clean` is False when the last resort was
    needed: then threads still run, and the process ends without waiting for them.
    """

    began = Signal()
    done = Signal()

    def __init__(
        self,
        save: Callable[[], None],
        alarm: Callable[[BaseException], None],
        parent: QObject | None = None,
        *,
        last_resort_ms: int = LAST_RESORT_MS,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._alarm = alarm
        self._endings: list[Ending] = []
        self._open: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(last_resort_ms)
        self._timer.timeout.connect(self._give_up)
        self.has_begun = False
        self.is_done = False
        self.clean = True

    def add(self, *endings: Ending) -> None:
        """Take more things to end, in the order in which they are asked to."""
        self._endings.extend(endings)

    @Slot()
    def begin(self) -> None:
        """Begin to end; return at once. Harmless a second time."""
        if self.has_begun:
            return
        self.has_begun = True
        self._timer.start()
        self._tried(self._save)
        self.began.emit()
        self._open = set(range(len(self._endings)))
        for number, ending in enumerate(self._endings):
            ending.closed.connect(_Tick(self, number).tick)
        for ending in self._endings:
            self._tried(ending.close)
        self._look()

    def ended(self, number: int) -> None:
        """Note that one of the things has ended."""
        self._open.discard(number)
        self._look()

    def _tried(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:  # noqa: BLE001 (a bug in one step must not keep the program open)
            self._alarm(error)

    def _look(self) -> None:
        if not self._open and not self.is_done:
            self.is_done = True
            self._timer.stop()
            self.done.emit()

    @Slot()
    def _give_up(self) -> None:
        self.clean = False
        self._open.clear()
        self._look()


class _Tick(QObject):
    """Remembers which thing it was: a slot across threads must be a QObject's own method."""

    def __init__(self, closing: Closing, number: int) -> None:
        super().__init__(closing)
        self._closing = closing
        self._number = number

    @Slot()
    def tick(self) -> None:
        """Pass on that this one has ended."""
        self._closing.ended(self._number)

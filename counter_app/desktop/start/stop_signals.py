"""SIGTERM and Ctrl-C end the window like its close button does.

Python runs signal handlers only between its own instructions, and an idle Qt loop has none: the
signal's number, a byte in a socket, wakes it.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class StopSignals(QObject):
    """`asked` comes in the window's thread when the system asks the program to end."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.settimeout(0)
        self._notifier = QSocketNotifier(
            self._here.fileno(), QSocketNotifier.Type.Read, parent=self
        )
        self._notifier.activated.connect(self._woken)
        self._before: dict[int, Any] = {}
        self._wake_before = -1

    def install(self) -> None:
        """Take the signals. Only in the main thread."""
        self._wake_before = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._note)

    def remove(self) -> None:
        """Give the signals back."""
        if self._before:
            signal.set_wakeup_fd(self._wake_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    def _note(self, number: int, frame: FrameType | None) -> None:
        """Raise nothing: the byte in the socket tells it."""

    @Slot()
    def _woken(self) -> None:
        if set(_SIGNALS).intersection(self._here.recv(64)):
            self.asked.emit()

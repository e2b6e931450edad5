"""Serial scanners as the window sees them; the port itself is read by `devices`, handed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.desktop.scanning.profile import Mode
from counter_app.desktop.scanning.raw_scan import RawScan
from counter_app.domain.people.card_repair import unwrapped


class PortState(Enum):
    """Whether the scanner is there."""

    PLUGGED = "plugged"
    GONE = "gone"


class ScannerPort(Protocol):
    """A port read by a thread of its own, which calls both functions; it reconnects by itself."""

    def start(self, received: Callable[[str], None], plugged: Callable[[bool], None]) -> None:
        """Begin to read: `received` gets the text of each scan, `plugged` each change."""

    def stop(self) -> None:
        """Stop reading and give the port back; return when the thread has ended."""


class PortFeed(QObject):
    """Brings the scans of a port home to the thread of the window.

    `scanned` carries RawScan: connect it to `ScanRouter.take`. `state_changed` carries PortState.
    """

    scanned = Signal(object)
    state_changed = Signal(object)
    _received = Signal(str)
    _plugged = Signal(bool)

    def __init__(
        self,
        port: ScannerPort,
        name: str,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._device = f"{Mode.SERIAL.value}:{name}"
        self._clock = clock
        self.state = PortState.GONE
        self._received.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._plugged.connect(self._change, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to read the port."""
        self._port.start(self._received.emit, self._plugged.emit)

    def stop(self) -> None:
        """Give the port back."""
        self._port.stop()

    @Slot(str)
    def _take(self, text: str) -> None:
        scan = RawScan(unwrapped(text), self._device, 0.0, (), self._clock(), typed=text)
        self.scanned.emit(scan)

    @Slot(bool)
    def _change(self, plugged: bool) -> None:
        state = PortState.PLUGGED if plugged else PortState.GONE
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

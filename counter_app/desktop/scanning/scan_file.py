"""A file as a scanner (`--scan-file`): each line appended is a scan. For tests and journeys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from counter_app.desktop.scanning.profile import Mode
from counter_app.desktop.scanning.raw_scan import RawScan
from counter_app.domain.people.card_repair import unwrapped

_LOOKED_EVERY = 50  # milliseconds


class ScanFile(QObject):
    """Follows a file from its end; it needn't exist yet. `scanned` carries RawScan."""

    scanned = Signal(object)

    def __init__(
        self, path: Path, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._clock = clock
        self._place = self._size()
        self._timer = QTimer(self, interval=_LOOKED_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        size = self._size()
        if size < self._place:  # written anew
            self._place = 0
        if size == self._place:
            return
        with self._path.open("rb") as file:
            file.seek(self._place)
            whole, end, _ = file.read().rpartition(b"\n")  # the last line may not be finished
        self._place += len(whole) + len(end)
        for line in whole.decode("utf-8", "replace").splitlines() if end else ():
            if text := unwrapped(line):
                now = self._clock()
                self.scanned.emit(RawScan(text, Mode.FILE.value, 0.0, (), now, typed=line))

    def _size(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

"""The hub of `Changed` values: told from anywhere, heard by whoever shows something."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from counter_app.desktop.changed import Changed

MERGED_MS = 100
"""Everything told within this time after the first is heard as one."""


class Changes(QObject):
    """`changed` carries a Changed, at most once in 100 ms. `tell` may be called in any thread."""

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None, merged_ms: int = MERGED_MS) -> None:
        super().__init__(parent)
        self._waiting: Changed | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(merged_ms)
        self._timer.timeout.connect(self._pass_on)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def tell(self, change: Changed) -> None:
        """Say what changed; return at once."""
        self._told.emit(change)

    @Slot(object)
    def _take(self, change: Changed) -> None:
        self._waiting = change if self._waiting is None else self._waiting | change
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _pass_on(self) -> None:
        merged, self._waiting = self._waiting, None
        if merged is not None:
            self.changed.emit(merged)

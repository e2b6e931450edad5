"""A clock that goes while somebody sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

SECOND_MS = 1_000


class Seconds(QObject):
    """Calls `tick` each second while `screen` is shown."""

    def __init__(self, screen: QWidget, tick: Callable[[], None]) -> None:
        super().__init__(screen)
        self._tick = tick
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._pass)
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Go while the screen is shown."""
        if event.type() is QEvent.Type.Show:
            self._timer.start()
        elif event.type() is QEvent.Type.Hide:
            self._timer.stop()
        return super().eventFilter(watched, event)

    @Slot()
    def _pass(self) -> None:
        self._tick()

"""Whether somebody is at the counter: keys and mouse in any window of the program.

Only the windows themselves are watched, not every widget: they hear each key once, and nothing of
the thousand other events a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
LOOKS_EACH_MS = 5_000
_SECOND = 1_000


class IdleWatch(QObject):
    """`idle` comes once after `minutes` without a sign of somebody; 0 minutes: never.

    `now` counts seconds, also while the machine sleeps: waking up it is locked at once.
    """

    idle = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        minutes: float,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
        looks_each_ms: int = LOOKS_EACH_MS,
    ) -> None:
        super().__init__(parent)
        self._seconds = minutes * 60
        self._now = now
        self._last = now()
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setInterval(looks_each_ms)
        if looks_each_ms >= _SECOND:  # Qt rounds a very coarse timer to whole seconds
            self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._look)
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())
        if minutes > 0:
            self._timer.start()

    def touch(self) -> None:
        """Note a sign that no window hears: a scan from a serial port, an unlocking."""
        self._last = self._now()
        self._has_told = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Note keys and mouse; swallow nothing."""
        if event.type() in _SIGNS:
            self.touch()
        return super().eventFilter(watched, event)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time does no harm

    @Slot()
    def _look(self) -> None:
        passed = self._now() - self._last
        if passed < 0:  # the clock was set back: count anew
            self.touch()
        elif passed >= self._seconds and not self._has_told:
            self._has_told = True
            self.idle.emit()

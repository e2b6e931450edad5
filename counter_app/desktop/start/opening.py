"""The home opens behind the painted window: heavy imports, key, store, all in a worker.

The first paint waits for none of it (STACK: 0.13 s against 0.7 s). What opens the home is handed
in as a callable that does its own imports.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from counter_app.desktop.jobs import Jobs
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import NotEnrolledError


class Opened(Protocol):
    """An open home; what else it offers is between its maker and who takes it from `opened`."""

    def close(self) -> None:
        """Close store and lock. Called once, when nothing works with them any more."""


class Opening(QObject):
    """Opens one home, as often as somebody asks to try again.

    `opened` carries what the opener returned; `not_enrolled` asks for the first-run wizard;
    `failed` carries the CounterError, for its words and a second try. All come in the window's
    thread, also when the window is closing already (then nobody listens).
    """

    opened = Signal(object)
    not_enrolled = Signal()
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, opener: Callable[[], Opened], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._opener = opener
        self._held: Opened | None = None
        self._under_way = False

    def begin_behind(self, window: QWidget) -> None:
        """Begin when `window` has been painted for the first time."""
        _FirstPaint(window, self).painted.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Open the home, unless it is open or just being opened."""
        if self._under_way or self._held is not None:
            return
        self._under_way = True
        self._jobs.run(self._open, self._is_open, self._is_not)

    def leave(self) -> None:
        """Close the home, if it was opened. After `Closing.done`, when no thread uses it."""
        held, self._held = self._held, None
        if held is not None:
            held.close()

    def _open(self) -> Opened:
        # Kept here and not on its way home: a window that is closed meanwhile must still close it.
        self._held = self._opener()
        return self._held

    def _is_open(self, opened: Opened) -> None:
        self._under_way = False
        self.opened.emit(opened)

    def _is_not(self, error: CounterError) -> None:
        self._under_way = False
        if isinstance(error, NotEnrolledError):
            self.not_enrolled.emit()
        else:
            self.failed.emit(error)


class _FirstPaint(QObject):
    """Tells once, behind the first paint of a window."""

    painted = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Wait for the window's paint event; what is drawn reaches the screen behind it."""
        if watched is self._window and event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        self.painted.emit()
        self.deleteLater()

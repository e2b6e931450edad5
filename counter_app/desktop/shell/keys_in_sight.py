"""`KeysInSight`: keys that were put where nobody sees them come back."""

from __future__ import annotations

import weakref

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget


class KeysInSight(QObject):
    """Looks after the keys of `window`.

    An answer may come when its page was left already, and the page then asks for the keys: Qt
    gives them to a hidden field, and what is typed is lost. They go back to where they were, else
    to what is still seen of the place where they are.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._seen: weakref.ref[QWidget] | None = None
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)  # a field may be given the keys just before it is shown
        self._look.timeout.connect(self._bring_back)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._changed)

    @Slot(QWidget, QWidget)
    def _changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        if now.isVisible():
            self._seen = weakref.ref(now)
        else:
            self._look.start()

    @Slot()
    def _bring_back(self) -> None:
        keys = QApplication.focusWidget()
        if keys is None or keys.isVisible() or keys.window() is not self._window:
            return
        seen = self._seen() if self._seen is not None else None
        place: QWidget | None = seen if seen is not None and shiboken6.isValid(seen) else keys
        while place is not None and not place.isVisible():
            place = place.parentWidget()
        if place is not None:
            place.setFocus()

"""What a scan sounds and looks like: a high beep and a green edge, or a low double one and a red.

The words come in the toast; sound and edge only say at once which of the two it was, also to
somebody who looks at the card. Both can be off (`ScannerProfile`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.desktop.scanning.profile import ScannerProfile
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone

_HIGH = ((2400, 60),)
_LOW_TWICE = ((420, 90), (420, 90))
_EDGE = 2  # pixels
_FLASH = 120  # milliseconds
_BETWEEN = 160  # milliseconds from one beep of the system to the next

Sound = Callable[[Sequence[tuple[int, int]]], bool]
"""Plays tones of (hertz, milliseconds); False where the machine has none (`devices.beeper`)."""


class Feedback(QObject):
    """Tells the officer, without words, whether a scan was taken."""

    def __init__(self, look: Look, window: QWidget, sound: Sound) -> None:
        super().__init__(window)
        self._sound = sound
        self._edge = _EdgeFlash(look, window)
        self._audible = self._visible = True
        self._second = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._second.timeout.connect(self._beep)

    def set_profile(self, profile: ScannerProfile) -> None:
        """Sound and flash as the officer chose."""
        self._audible, self._visible = profile.sound, profile.flash

    def accepted(self) -> None:
        """Say: taken."""
        if self._visible:
            self._edge.flash(Tone.OK)
        if self._audible and not self._sound(_HIGH):
            self._beep()

    def rejected(self) -> None:
        """Say: not what is wanted now."""
        if self._visible:
            self._edge.flash(Tone.ERROR)
        if self._audible and not self._sound(_LOW_TWICE):
            self._beep()
            self._second.start()

    @Slot()
    def _beep(self) -> None:
        QApplication.beep()


class _EdgeFlash(QWidget):
    """A frame over the whole window that takes neither clicks nor focus."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._tone = Tone.OK
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("floats", True)  # noqa: FBT003  Qt's own signature
        self.hide()
        self._end = QTimer(self, singleShot=True, interval=_FLASH)
        self._end.timeout.connect(self.hide)
        window.installEventFilter(self)

    def flash(self, tone: Tone) -> None:
        """Show the frame for a moment."""
        self._tone = tone
        self._fit()
        self.raise_()
        self.show()
        self.update()
        self._end.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Keep to the edge of a window that changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Lie along the edge only: a whole window would be painted anew for it, twice a scan."""
        self.setGeometry(self._window.rect())
        inner = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Draw the frame only: what lies under it stays as it is."""
        painter = QPainter(self)
        pen = QPen(self._look.colour(self._tone), _EDGE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = _EDGE // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))

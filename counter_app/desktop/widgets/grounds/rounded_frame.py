"""`RoundedFrame`: the line and the round corners of a list, painted over its rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, painter_on, rounded, snapped


class RoundedFrame(QWidget):
    """Lies over `view` and lets the mouse through. `on_card`: what is behind is a card."""

    def __init__(
        self, look: Look, view: QAbstractScrollArea, radius: int, *, on_card: bool = False
    ) -> None:
        super().__init__(view)
        self._look, self._view, self._radius, self._on_card = look, view, radius, on_card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("floats", True)  # noqa: FBT003 (Qt's signature)
        view.installEventFilter(self)
        look.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Follow the size of the list."""
        if watched is self._view and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._view.rect())
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Cover the corners with what is behind the list, then paint the line."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = snapped(painter, QRectF(self.rect()))
        corners = QPainterPath()
        corners.addRect(rect)
        behind = tokens.card if self._on_card else tokens.window
        painter.fillPath(corners.subtracted(rounded(rect, self._radius)), QColor(behind))
        box(painter, rect, self._radius, None, tokens.line)
        painter.end()

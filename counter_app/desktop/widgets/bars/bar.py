"""`Bar`: the ground of the top bar and of the status bar."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on, snapped, whole
from counter_app.desktop.theme.type_scale import Type


class Bar(QWidget):
    """Chrome ground over the whole width; put things into `row`."""

    def __init__(
        self,
        look: Look,
        height_token: int,
        *,
        line: Literal["top", "bottom"] = "bottom",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._token, self._line = look, height_token, line
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 0, 16, 0)
        self.row.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the height from the look."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of the bar."""
        height = self._look.height(self._token, Type.BODY, 12)
        return QSize(self.row.sizeHint().width(), max(height, self.row.minimumSize().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint ground and line."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = snapped(painter, QRectF(self.rect()))
        painter.fillRect(rect, QColor(tokens.chrome))
        pen = whole(painter, 1)
        top = rect.top() if self._line == "top" else rect.bottom() - pen
        painter.fillRect(QRectF(rect.left(), top, rect.width(), pen), QColor(tokens.line))
        painter.end()

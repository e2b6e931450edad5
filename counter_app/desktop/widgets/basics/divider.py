"""`Divider`: a hair line between two things."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on, snapped, whole

_UPRIGHT = 16  # px


class Divider(QWidget):
    """Lies across the whole width, or stands 16 px high between facts of one line."""

    def __init__(
        self,
        look: Look,
        *,
        upright: bool = False,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._upright, self._strong = look, upright, strong or upright
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return one pixel by the length."""
        return QSize(1, self._look.px(_UPRIGHT)) if self._upright else QSize(16, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the line."""
        painter = painter_on(self)
        rect = snapped(painter, QRectF(self.rect()))
        pen = whole(painter, 1)
        if self._upright:
            rect.setWidth(pen)
        else:
            rect.setHeight(pen)
        tokens = self._look.tokens
        painter.fillRect(rect, QColor(tokens.button_line if self._strong else tokens.line))
        painter.end()

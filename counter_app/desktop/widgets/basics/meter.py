"""`Meter`: how much of a supply is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, painter_on

_HEIGHT = 6


class Meter(QWidget):
    """A bar 6 px high; the figure itself stands beside it in words."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._share = look, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_value(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the bar."""
        return QSize(64, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground and the filled part."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        ground = tokens.card if tokens.chip_outline else tokens.line
        box(painter, rect, 3, ground, tokens.line if tokens.chip_outline else None)
        rect.setWidth(max(6.0, rect.width() * self._share) if self._share else 0.0)
        if self._share:
            box(painter, rect, 3, tokens.accent)
        painter.end()

"""`IconButton`: lock, close and the window's own: the only icons that stand without a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, centred, painter_on, ring
from counter_app.desktop.widgets.grounds.pressable import Pressable

_SIDE, _ICON = 32, 17


class IconButton(Pressable):
    """An icon of 18 in a square of 32; its name is spoken and shown as a tool tip."""

    def __init__(self, look: Look, icon: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the square."""
        side = self._look.px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the icon; ground and ring only when there is cause."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        if self.isDown() or self.is_hovered:
            box(painter, rect, 6, tokens.soft if self.isDown() else tokens.hover)
        if self.hasFocus():
            ring(painter, rect, 6, tokens)
        side = self._look.px(_ICON)
        colour = tokens.text_2 if self.isEnabled() else tokens.disabled_text
        pixmap = self._look.tinted(self._icon, _ICON, colour, self.devicePixelRatioF())
        painter.drawPixmap(centred(rect, side, side), pixmap)
        painter.end()

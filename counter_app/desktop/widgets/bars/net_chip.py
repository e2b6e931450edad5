"""`NetChip`: whether the server is reached, and how much waits. Calm when it is not."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on, text_width
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_ICON, _GAP, _PADDING = 16, 6, 9


class NetChip(Pressable):
    """Icon and words; offline it is an outlined pill in slate, never red."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._icon, self._is_offline = "cloud-ok", False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, icon: str, text: str, *, offline: bool) -> None:
        """Show another state of the line."""
        if (icon, text, offline) != (self._icon, self.text(), self._is_offline):
            self._icon, self._is_offline = icon, offline
            self.setText(text)
            self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the chip: the same with and without its outline."""
        width = text_width(self.text(), self._look.font(Type.CAPTION, MEDIUM))
        width += self._look.px(_ICON) + _GAP + 2 * _PADDING + 2
        return QSize(ceil(width), self._look.height(24, Type.CAPTION, 6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the chip."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        if self._is_offline:
            box(painter, rect, rect.height() / 2, tokens.card, tokens.button_line)
        elif self.is_hovered:
            box(painter, rect, rect.height() / 2, tokens.hover)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        width = self.paint_icon(painter, inner, self._icon, _ICON, tokens.text_2)
        inner.setLeft(inner.left() + width + _GAP)
        colour = tokens.text if self._is_offline else tokens.text_2
        draw_text(painter, inner, self.text(), self._look.font(Type.CAPTION, MEDIUM), colour)
        painter.end()

"""`StatusItem`: one device or fact of the status bar; a fault shows in its own place."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on, ring, text_width
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_ICON, _CHECK, _GAP, _PADDING = 16, 14, 6, 6


class StatusItem(Pressable):
    """Icon, words, and a green check behind when it works; amber icon and words when not."""

    def __init__(
        self, look: Look, icon: str, text: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, parent)
        self._icon = icon
        self._is_good = self._is_fault = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, icon: str, text: str, *, good: bool = False, fault: bool = False) -> None:
        """Show another state."""
        if (icon, text, good, fault) != (self._icon, self.text(), self._is_good, self._is_fault):
            self._icon, self._is_good, self._is_fault = icon, good, fault
            self.setText(text)
            self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of icon, words and check."""
        font = self._look.font(Type.CAPTION, MEDIUM if self._is_fault else None)
        width = self._look.px(_ICON) + _GAP + text_width(self.text(), font) + 2 * _PADDING
        if self._is_good:
            width += _GAP + self._look.px(_CHECK)
        return QSize(ceil(width), self._look.height(28, Type.CAPTION, 8))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint icon, words and check."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        if self.is_hovered:
            box(painter, rect, 6, tokens.hover)
        if self.hasFocus():
            ring(painter, rect, 6, tokens)
        colour = tokens.warn_text if self._is_fault else tokens.text_2
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        name = "warn" if self._is_fault else self._icon
        width = self.paint_icon(painter, inner, name, _ICON, colour)
        inner.setLeft(inner.left() + width + _GAP)
        font = self._look.font(Type.CAPTION, MEDIUM if self._is_fault else None)
        draw_text(painter, inner, self.text(), font, colour)
        if self._is_good:
            inner.setLeft(inner.left() + text_width(self.text(), font) + _GAP)
            self.paint_icon(painter, inner, "check", _CHECK, tokens.ok_text)
        painter.end()

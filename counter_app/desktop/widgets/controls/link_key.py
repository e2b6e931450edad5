"""`LinkKey`: a word and its key, without a box: "Sửa F4"."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.keycaps import CapLook, cap_look, keys_size
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on, text_width
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_GAP = 7
_HEIGHT = 28


class LinkKey(Pressable):
    """A small act beside a value. Focus: accent word, and a ring round its cap."""

    def __init__(
        self,
        look: Look,
        text: str,
        keys: str = "",
        type_: Type = Type.BODY,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._keys, self._type = keys, type_
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        if keys != self._keys:
            self._keys = keys
            self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of word and cap."""
        width = text_width(self.text(), self._look.font(self._type))
        if self._keys:
            width += _GAP + keys_size(self._look, self._keys)[0]
        return QSize(ceil(width), self._look.height(_HEIGHT, self._type, 4))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint word and cap."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        colour, caps = tokens.text_2, cap_look(self._look, enabled=self.isEnabled())
        if not self.isEnabled():
            colour = tokens.disabled_text
        elif self.hasFocus() or self.is_hovered:
            colour = tokens.accent
        if self.hasFocus():
            caps = CapLook(tokens.accent, tokens.card, tokens.accent)
        self.paint_caps(painter, rect, self._keys, caps)
        font = self._look.font(self._type)
        draw_text(painter, rect, self.text(), font, colour)
        if self.hasFocus():
            width = text_width(self.text(), font)
            line = QRectF(0, rect.center().y() + self._look.line(self._type) / 2 - 1, width, 2)
            box(painter, line, 0, tokens.accent)
        painter.end()

"""`ChoiceRow`: one of several answers; a digit, or a click anywhere on the row, takes it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.keycaps import cap_look, keys_size, paint_keys
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import (
    RING,
    box,
    centred,
    draw_text,
    painter_on,
    text_width,
)
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_RADIO = 18
_PADDING, _GAP = 10, 10


class ChoiceRow(Pressable):
    """Key, circle, text; a note and a code at the right. Exclusive among its siblings."""

    enter_clicks = False

    def __init__(
        self,
        look: Look,
        key: str,
        text: str,
        note: str = "",
        right: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._key, self._note, self._right = key, note, right
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._speak()

    def set(self, text: str, note: str = "", right: str = "") -> None:
        """Show other words."""
        self._note, self._right = note, right
        self.setText(text)
        self._speak()
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows all words."""
        width = 2 * _PADDING + self._look.px(_RADIO) + _GAP + self._right_width()
        if self._key:
            width += keys_size(self._look, self._key)[0] + _GAP
        width += text_width(self.text(), self._look.font(Type.BODY, MEDIUM))
        return QSize(ceil(width), self._look.height(38, Type.BODY, 14))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that it may shrink to."""
        code = text_width(self._right, self._look.font(Type.BODY, digits=True))
        return QSize(ceil(code) + 180, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the row."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        fill = tokens.hover if self.is_hovered else tokens.card
        if self.isChecked():
            fill = tokens.soft
        if self.hasFocus():
            box(painter, rect, 6, fill, tokens.accent, width=RING)
        else:
            box(painter, rect, 6, fill, tokens.button_line)
        inner = rect.adjusted(_PADDING, 0, -_PADDING - 1, 0)
        if self._key:
            width, height = keys_size(self._look, self._key)
            at = QPointF(inner.left(), centred(inner, width, height).y())
            colours = cap_look(self._look, enabled=self.isEnabled())
            paint_keys(painter, self._look, at, self._key, colours)
            inner.setLeft(inner.left() + width + _GAP)
        side = self._look.px(_RADIO)
        circle = QRectF(inner.left(), centred(inner, side, side).y(), side, side)
        line = tokens.accent if self.isChecked() else tokens.control_line
        width_of_line = RING if self.isChecked() else tokens.control_width
        box(painter, circle, side / 2, tokens.card, line, width=width_of_line)
        if self.isChecked():
            box(painter, circle.adjusted(5, 5, -5, -5), side / 2 - 5, tokens.accent)
        inner.setLeft(circle.right() + _GAP)
        if self._right:
            font = self._look.font(Type.BODY, digits=True)
            draw_text(painter, inner, self._right, font, tokens.text_2, right=True)
            inner.setRight(inner.right() - text_width(self._right, font) - 16)
        self._paint_note(painter, inner)
        colour = tokens.text if self.isEnabled() else tokens.disabled_text
        draw_text(
            painter,
            inner,
            self.text(),
            self._look.font(Type.BODY, MEDIUM),
            colour,
            elide=Qt.TextElideMode.ElideMiddle,
        )
        painter.end()

    def _paint_note(self, painter: QPainter, inner: QRectF) -> None:
        """Paint the note in what the text leaves; it is the first to go."""
        font = self._look.font(Type.CAPTION)
        text = text_width(self.text(), self._look.font(Type.BODY, MEDIUM))
        if not self._note or inner.width() - text - 16 < text_width(self._note, font):
            return
        draw_text(painter, inner, self._note, font, self._look.tokens.text_2, right=True)
        inner.setRight(inner.right() - text_width(self._note, font) - 16)

    def _right_width(self) -> float:
        width = 0.0
        if self._right:
            width += text_width(self._right, self._look.font(Type.BODY, digits=True)) + 16
        if self._note:
            width += text_width(self._note, self._look.font(Type.CAPTION)) + 16
        return width

    def _speak(self) -> None:
        words = (self._key, self.text(), self._note, self._right)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(self.text() if len(self.text()) > 60 else "")

"""`ChoiceRow`: one of several answers; a digit, or a click anywhere on the row, takes it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.breaking import draw_lines, on_lines
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
_LINES = 2
_APART = 16  # between the words and their note
_LEAST_NOTE = 96  # a shorter piece of a note says nothing


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
        self._lines = 1
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._speak()

    def set(self, text: str, note: str = "", right: str = "") -> None:
        """Show other words."""
        self._note, self._right = note, right
        self.setText(text)
        self._speak()
        self._count_lines()
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows all words."""
        width = self._before() + _PADDING + 2 + self._right_width()
        width += text_width(self.text(), self._look.font(Type.BODY, MEDIUM))
        height = self._look.height(38, Type.BODY, 14)
        return QSize(ceil(width), height + (self._lines - 1) * self._look.line(Type.BODY))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Take a second line where the words need one, and give it back."""
        super().resizeEvent(event)
        self._count_lines()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Count the lines anew in another font."""
        super().changeEvent(event)
        self._count_lines()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that it may shrink to."""
        return QSize(ceil(self._code_width()) + 180, self.sizeHint().height())

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
            inner.setRight(inner.right() - self._code_width())
        self._paint_note(painter, inner)
        words, pitch = self._words(inner.width()), self._look.line(Type.BODY)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.disabled_text))
        top = inner.center().y() - self._lines * pitch / 2
        draw_lines(painter, words, QPointF(inner.left(), top), pitch, self._lines)
        painter.end()

    def _count_lines(self) -> None:
        room = self.width() - self._before() - _PADDING - 1 - self._code_width()
        lines = min(_LINES, max(1, self._words(room).lineCount()))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _words(self, width: float) -> QTextLayout:
        font = self._look.font(Type.BODY, MEDIUM)
        return on_lines(self.text(), font, width, _LINES, Qt.TextElideMode.ElideMiddle)

    def _paint_note(self, painter: QPainter, inner: QRectF) -> None:
        """Paint the note in what the text leaves: it is shortened first, then it goes."""
        font = self._look.font(Type.CAPTION)
        text = text_width(self.text(), self._look.font(Type.BODY, MEDIUM))
        whole = text_width(self._note, font)
        room = min(whole, inner.width() - text - _APART)
        if not self._note or room < min(whole, self._look.px(_LEAST_NOTE)):
            return
        at = QRectF(inner.right() - room, inner.top(), room, inner.height())
        elide = Qt.TextElideMode.ElideRight if room < whole else Qt.TextElideMode.ElideNone
        quiet = self._look.tokens.text_2
        draw_text(painter, at, self._note, font, quiet, right=True, elide=elide)
        inner.setRight(inner.right() - room - _APART)

    def _before(self) -> float:
        """Return the width before the words: padding, key, circle."""
        width = _PADDING + self._look.px(_RADIO) + _GAP
        return width + (keys_size(self._look, self._key)[0] + _GAP if self._key else 0)

    def _code_width(self) -> float:
        if not self._right:
            return 0.0
        return text_width(self._right, self._look.font(Type.BODY, digits=True)) + 16

    def _right_width(self) -> float:
        width = self._code_width()
        if self._note:
            width += text_width(self._note, self._look.font(Type.CAPTION)) + 16
        return width

    def _speak(self) -> None:
        words = (self._key, self.text(), self._note, self._right)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(self.text() if len(self.text()) > 60 else "")

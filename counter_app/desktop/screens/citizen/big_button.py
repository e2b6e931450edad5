"""`BigButton`: an answer to touch: a face, words, and nothing that takes keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.presenters.citizen.state import BigChoice, Mood
from counter_app.desktop.screens.citizen.short_line import short_layout
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_FACES = {
    Mood.GOOD: ("face-good", Tone.OK),
    Mood.FAIR: ("face-fair", Tone.ACCENT),
    Mood.BAD: ("face-bad", Tone.WARN),
}
_FACE, _TICK, _PADDING, _RADIUS = 72, 20, 12, 12
_FLAT, _HIGH = 48, 150  # px at 100 %: without and with a face


class BigButton(Pressable):
    """`choice` tells which answer it is. A chosen reason has a tick and a thicker line."""

    def __init__(self, look: Look, choice: BigChoice, *, parent: QWidget | None = None) -> None:
        super().__init__(look, choice.text, parent)
        self.choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(choice.mood is Mood.PLAIN)
        self.setChecked(choice.chosen)

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay as it is: whether it is chosen is the presenter's to say."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return a size for a finger."""
        high = _HIGH if self.choice.mood in _FACES else _FLAT
        return QSize(self._look.px(140), self._look.px(high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the least that a finger hits."""
        return QSize(self._look.px(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the box, the face or the tick, the words."""
        painter = painter_on(self)
        look, tokens = self._look, self._look.tokens
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        fill = tokens.soft if self.isDown() or chosen else tokens.card
        line = tokens.accent if chosen else tokens.control_line
        box(painter, rect, _RADIUS, fill, line, width=3 if chosen else 2)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if self.choice.mood in _FACES:
            icon, tone = _FACES[self.choice.mood]
            side = look.px(_FACE)
            top = rect.top() + look.px(14)
            pixmap = look.icon(icon, _FACE, tone, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(rect.center().x() - side / 2, top), pixmap)
            inner.setTop(top + side)
        elif chosen:
            side = look.px(_TICK)
            pixmap = look.icon("check", _TICK, Tone.ACCENT, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.left(), rect.center().y() - side / 2), pixmap)
            inner.adjust(side + 8, 0, -side - 8, 0)
        self._paint_words(painter, inner)
        painter.end()

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        look = self._look
        type_ = Type.NAME if self.choice.mood in _FACES else Type.VALUE
        pitch = look.line(type_)
        layout = short_layout(self.text(), look.font(type_), inner.width(), 2)
        painter.setPen(look.colour(Tone.TEXT))
        top = inner.top() + (inner.height() - pitch * layout.lineCount()) / 2
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            left = inner.left() + (inner.width() - row.naturalTextWidth()) / 2
            y = top + number * pitch + (pitch - row.height()) / 2
            row.draw(painter, QPointF(left, y))

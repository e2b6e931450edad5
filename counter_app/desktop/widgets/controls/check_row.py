"""`CheckRow`: number, box, name and what stands at the right; the whole row is the box."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.keycaps import cap_look, keys_size, paint_keys
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import (
    box,
    centred,
    draw_text,
    painter_on,
    ring,
    text_width,
)
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

BOX = 20
COLUMN, COLUMN_GAP = 72, 12
"""Width of one column of counts and the space between two, in pixels at 100 %."""

PAD = 4
"""Above and below two lines of words."""

_NUMBER, _GAP, _BARE = 20, 12, 8


class CheckRow(Pressable):
    """38 high. `as_key` draws the number as a cap: where digits tick rows, and only there."""

    enter_clicks = False
    column_clicked = Signal(int)

    def __init__(
        self,
        look: Look,
        number: str,
        name: str,
        *,
        note: str = "",
        right: str = "",
        as_key: bool = False,
        columns: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self._number, self._note, self._right = number, note, right
        self._as_key, self._columns = as_key, columns
        self._current_column: int | None = None
        self._is_muted = False
        self._widths: tuple[float, float] | None = None
        self.setCheckable(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # a fixed one would forbid two lines
        self.setSizePolicy(policy)
        self._speak()

    def set(
        self, name: str, note: str = "", right: str = "", columns: tuple[str, ...] = ()
    ) -> None:
        """Show other words; the tick stays."""
        if (name, note, right, columns) == (self.text(), self._note, self._right, self._columns):
            return
        self._note, self._right, self._columns = note, right, columns
        self.setText(name)
        self._speak()
        self.restyle()

    def set_number(self, number: str) -> None:
        """Show another number."""
        if number != self._number:
            self._number = number
            self._speak()
            self.restyle()

    def set_columns(self, columns: tuple[str, ...]) -> None:
        """Show other counts."""
        self._columns = columns
        self._speak()
        self.update()

    def set_current_column(self, column: int | None) -> None:
        """Ring the count that digits change."""
        if column != self._current_column:
            self._current_column = column
            self.update()

    def set_muted(self, is_muted: bool) -> None:
        """Show that this row isn't wanted here."""
        if is_muted != self._is_muted:
            self._is_muted = is_muted
            self._widths = None
            self.update()

    def restyle(self) -> None:
        """Take the size from the look and from the words."""
        self._widths = None
        super().restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows all words."""
        width = self._words_left() + sum(self._word_widths()) + self._right_width()
        token = 35 if self._as_key else 37  # a hair line parts two rows
        return QSize(ceil(width), self._look.height(token, Type.BODY, 12))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Long names take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """Return the height of one line, or of two where the words need them."""
        one = self.sizeHint().height()
        words = sum(self._word_widths())
        room = width - self._words_left() - self._right_width()
        return one if words <= room else max(one, 2 * self._look.line(Type.BODY) + 2 * PAD + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that it may shrink to: words go on in a second line, then give way."""
        width = self._words_left() + self._right_width()
        return QSize(ceil(width) + 96, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell a click on a count from one on the row."""
        column = self._column_at(event.position())
        if column is not None and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.column_clicked.emit(column)
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the row."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        if self.is_hovered:
            box(painter, rect, 4, tokens.hover)
        self._paint_number(painter, rect)
        side = self._look.px(BOX)
        left = rect.left() + self._box_left()
        self._paint_box(painter, QRectF(left, centred(rect, side, side).y(), side, side))
        left += side + _GAP
        self._paint_words(painter, QRectF(left, rect.top(), rect.right() - left, rect.height()))
        if self.hasFocus():
            ring(painter, rect, 4, tokens)
        painter.end()

    def _paint_number(self, painter: QPainter, rect: QRectF) -> None:
        if self._as_key:
            width, height = keys_size(self._look, self._number)
            at = QPointF(rect.left(), centred(rect, width, height).y())
            colours = cap_look(self._look, enabled=self.isEnabled())
            paint_keys(painter, self._look, at, self._number, colours)
            return
        area = QRectF(rect.left(), rect.top(), self._look.px(_NUMBER), rect.height())
        font = self._look.font(Type.CAPTION, digits=True)
        draw_text(painter, area, self._number, font, self._look.tokens.text_3, centre=True)

    def _paint_box(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self._look.tokens
        if not self.isChecked():
            fill = tokens.card if self.isEnabled() else tokens.disabled_fill
            box(painter, rect, 4, fill, tokens.control_line, width=tokens.control_width)
            return
        box(painter, rect, 4, tokens.accent if self.isEnabled() else tokens.disabled_text)
        size = 14
        inner = self._look.px(size)
        ground = tokens.on_accent if self.isEnabled() else tokens.disabled_fill
        pixmap = self._look.tinted("check", size, ground, self.devicePixelRatioF())
        painter.drawPixmap(centred(rect, inner, inner), pixmap)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self._look.tokens
        is_quiet = self._is_muted or not self.isEnabled()
        self._paint_columns(painter, rect)
        if self._right:
            font = self._look.font(Type.BODY)
            draw_text(painter, rect, self._right, font, tokens.text_2, right=True)
        rect.setRight(rect.right() - self._right_width())
        font, small = self._name_font(), self._look.font(Type.CAPTION)
        colour = tokens.text_2 if is_quiet else tokens.text
        if sum(self._word_widths()) > rect.width():
            self._paint_two_lines(painter, rect, colour)
            return
        draw_text(painter, rect, self.text(), font, colour)
        rect.setLeft(rect.left() + self._word_widths()[0])
        draw_text(painter, rect, self._suffix(), small, tokens.text_3)

    def _paint_two_lines(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        """Paint name and note on two lines: a paper's name is never cut while it fits on them."""
        font, small = self._name_font(), self._look.font(Type.CAPTION)
        first, rest = broken(self.text(), font, rect.width())
        height = rect.height() / 2 - PAD
        upper = QRectF(rect.left(), rect.top() + PAD, rect.width(), height)
        lower = QRectF(rect.left(), rect.center().y(), rect.width(), height)
        draw_text(painter, upper, first, font, colour)
        elide = Qt.TextElideMode.ElideRight
        draw_text(painter, lower, rest, font, colour, elide=Qt.TextElideMode.ElideMiddle)
        if rest:
            lower.setLeft(min(lower.right(), lower.left() + text_width(rest, font)))
        suffix = self._suffix() if rest else self._note
        draw_text(painter, lower, suffix, small, self._look.tokens.text_3, elide=elide)

    def _paint_columns(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self._look.tokens
        for number, text in enumerate(self._columns):
            area = self._column_rect(number, rect)
            is_count = text.isdigit()
            font = self._look.font(Type.BODY, MEDIUM if is_count else None, digits=is_count)
            colour = tokens.text if is_count else tokens.text_3
            draw_text(painter, area, text, font, colour, centre=True)
            if number == self._current_column:
                ring(painter, area.adjusted(16, 4, -16, -4), 4, tokens)

    def _column_rect(self, number: int, rect: QRectF) -> QRectF:
        width = column_width(self._look)
        behind = len(self._columns) - 1 - number
        left = rect.right() - width - behind * (width + COLUMN_GAP)
        return QRectF(left, rect.top(), width, rect.height())

    def _column_at(self, point: QPointF) -> int | None:
        rect = QRectF(self.rect())
        found = (n for n in range(len(self._columns)) if self._column_rect(n, rect).contains(point))
        return next(found, None)

    def _box_left(self) -> int:
        """Return where the box begins: at the left when there is no number to stand before it."""
        return self._look.px(_NUMBER) + _GAP if self._number else _BARE

    def _words_left(self) -> int:
        return self._box_left() + self._look.px(BOX) + _GAP

    def _right_width(self) -> float:
        if self._columns:
            return len(self._columns) * (column_width(self._look) + COLUMN_GAP)
        if self._right:
            return text_width(self._right, self._look.font(Type.BODY)) + _GAP
        return 0.0

    def _word_widths(self) -> tuple[float, float]:
        """Return how wide name and note are: layouts ask for it again and again."""
        if self._widths is None:
            self._widths = (
                text_width(self.text(), self._name_font()),
                text_width(self._suffix(), self._look.font(Type.CAPTION)),
            )
        return self._widths

    def _suffix(self) -> str:
        return f" · {self._note}" if self._note else ""

    def _name_font(self) -> QFont:
        return self._look.font(Type.BODY, MEDIUM if self._columns and not self._is_muted else None)

    def _speak(self) -> None:
        words = (self._number, self.text(), self._note, self._right, *self._columns)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(self.text() if len(self.text()) > 60 else "")


def broken(text: str, font: QFont, width: float) -> tuple[str, str]:
    """Return the words of `text` that fit into `width`, and the rest."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if count == 1 or text_width(first, font) <= width:
            return first, " ".join(words[count:])
    return text, ""


def column_width(look: Look) -> int:
    """Return the width of a column of counts; in the biggest type the names need the room more."""
    return min(look.px(COLUMN), round(COLUMN * 1.3))


class ColumnHeads(QWidget):
    """The heads over the counts of the rows below, in the same columns."""

    def __init__(
        self, look: Look, texts: tuple[str, ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._texts = look, texts
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the width of all columns."""
        count = len(self._texts)
        width = count * column_width(self._look) + max(0, count - 1) * COLUMN_GAP
        return QSize(width, self._look.line(Type.BODY))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the heads."""
        painter = painter_on(self)
        width, left = column_width(self._look), 0.0
        for text in self._texts:
            area = QRectF(left, 0, width, self.height())
            font = self._look.font(Type.CAPTION)
            draw_text(painter, area, text, font, self._look.tokens.text_3, centre=True)
            left += width + COLUMN_GAP
        painter.end()

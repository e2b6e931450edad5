"""The head of a sheet of figures: titles in up to three lines, groups of columns over them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent

from counter_app.desktop.theme.painting import draw_text, painter_on, row_line, snapped, whole
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.lists.table_delegate import GAP, PADDING, SPARE
from counter_app.desktop.widgets.lists.table_header import TableHeader

LINES = 3
"""A title has at most so many lines; a column is as wide as that needs."""

_ROOM = 6
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignBottom.value


class SheetHead(TableHeader):
    """`groups`: what stands over each column; neighbours with the same words share them."""

    groups: tuple[str, ...] = ()
    current_column = -1
    held = 0
    """So many first columns stay in sight when the others are scrolled."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height that the titles need in the columns as they are."""
        titles = (self._needed(number) for number in range(min(self.count(), len(self.columns))))
        height = ceil(max(titles, default=0.0)) + 2 * _ROOM
        if any(self.groups):
            height += self._group_height()
        return QSize(super().sizeHint().width(), max(height, super().sizeHint().height()))

    def least_width(self, number: int) -> int:
        """Return the width with which the title of a column has no more than `LINES` lines."""
        title, measured = self.columns[number].title, QFontMetricsF(self._bold())
        words = max((measured.horizontalAdvance(word) for word in title.split()), default=0.0)
        width, whole_title = words, measured.horizontalAdvance(title)
        while width < whole_title and self._height(title, width) > LINES * measured.lineSpacing():
            width += 4
        return ceil(width) + (PADDING if number == 0 else GAP) + SPARE + 1

    def paintSection(self, painter: QPainter, area: object, number: int) -> None:  # noqa: N802
        """Paint one title, and its part of the group over it."""
        if number >= len(self.columns):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        rect = QRectF(area)  # type: ignore[call-overload]
        painter.fillRect(snapped(painter, rect), QColor(tokens.card))
        row_line(painter, rect, tokens.line)
        is_current = number == self.current_column
        painter.setFont(self._bold() if is_current else self._font())
        painter.setPen(QColor(tokens.text if is_current else tokens.text_3))
        column = self.columns[number]
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        inner = rect.adjusted(PADDING if number == 0 else GAP, _ROOM, -SPARE, -_ROOM)
        painter.drawText(inner, _WRAPPED | side.value, column.title)
        if number < len(self.groups) and self.groups[number]:
            self._paint_group(painter, rect, number)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the titles, those that stay in sight over the others."""
        super().paintEvent(event)
        if self.held and self.offset():
            painter = painter_on(self.viewport())
            for number in range(self.held):
                at, width = self.sectionPosition(number), self.sectionSize(number)
                self.paintSection(painter, QRect(at, 0, width, self.height()), number)
            painter.end()

    def _paint_group(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """Each column paints its part of the one caption: the next would paint over it."""
        first = last = number
        while first > 0 and self.groups[first - 1] == self.groups[number]:
            first -= 1
        while last + 1 < len(self.groups) and self.groups[last + 1] == self.groups[number]:
            last += 1
        left = rect.left() - (self.sectionPosition(number) - self.sectionPosition(first))
        right = left + sum(self.sectionSize(each) for each in range(first, last + 1))
        over = QRectF(left + GAP, rect.top() + 2, right - left - GAP - SPARE, self._group_height())
        painter.setClipRect(rect)
        tokens, font = self._look.tokens, self._font()
        elide = Qt.TextElideMode.ElideRight
        draw_text(painter, over, self.groups[number], font, tokens.text_2, centre=True, elide=elide)
        pen = whole(painter, 1)
        under = snapped(painter, QRectF(over.left(), over.bottom(), over.width(), pen))
        painter.fillRect(under, QColor(tokens.line))

    def _needed(self, number: int) -> float:
        room = self.sectionSize(number) - (PADDING if number == 0 else GAP) - SPARE
        return self._height(self.columns[number].title, room)

    def _height(self, title: str, width: float) -> float:
        box = QRectF(0, 0, max(width, 1), 10_000)
        return QFontMetricsF(self._bold()).boundingRect(box, _WRAPPED, title).height()

    def _group_height(self) -> int:
        return self._look.height(22, Type.CAPTION, 4)

    def _font(self) -> QFont:
        return self._look.font(Type.CAPTION, MEDIUM)

    def _bold(self) -> QFont:
        return self._look.font(Type.CAPTION, BOLD)

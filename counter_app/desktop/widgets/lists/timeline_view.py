"""`TimelineView`: what happened to a dossier, in order, one node for each thing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from counter_app.desktop.theme.breaking import draw_lines, on_lines
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import (
    box,
    draw_text,
    painter_on,
    snapped,
    text_width,
    whole,
)
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.i18n import tr

_TIME, _NODE, _ICON = 82, 28, 16
_TIME_WITH_YEAR = 106
_DAY_LETTERS = 5  # "30/06"
_NODE_GAP, _TEXT_GAP = 10, 14
_PITCH, _LINE = 62, 2
_LINES = 2


class _Rows(QWidget):
    """The rows, painted at one pitch; one whose words break takes as much more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: tuple[TimelineRow, ...] = ()
        self._tops: list[int] = [0]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.measure)

    def measure(self) -> None:
        """Place the rows anew: words, letters or width have changed."""
        look = self._look
        usual = look.line(Type.BODY) + look.line(Type.CAPTION)
        pitch = max(_PITCH, usual + 20)
        tops = [0]
        for row in self.rows:
            tops.append(tops[-1] + pitch + max(0, self._text_height(row) - usual))
        if self.rows:  # the last needs no line below it
            tops[-1] += usual + 8 - pitch
        if tops != self._tops:
            self._tops = tops
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of all rows."""
        return QSize(300, self._tops[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Break words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the rows that are in sight."""
        painter = painter_on(self)
        for number, row in enumerate(self.rows):
            top, bottom = self._tops[number], self._tops[number + 1]
            if bottom >= event.rect().top() and top <= event.rect().bottom():
                self._paint_row(painter, number, row)
        painter.end()

    def _paint_row(self, painter: QPainter, number: int, row: TimelineRow) -> None:
        look, tokens = self._look, self._look.tokens
        top, below = self._tops[number], self._tops[number + 1]
        side = look.px(_NODE)
        node = QRectF(self._times() + _NODE_GAP, top, side, side)
        if number < len(self.rows) - 1:
            line = QRectF(node.center().x() - 1, node.bottom(), _LINE, below - top - side)
            line = snapped(painter, line)
            line.setWidth(whole(painter, _LINE))
            painter.fillRect(line, QColor(tokens.button_line))
        self._paint_time(painter, QRectF(0, top, self._times(), side), row)
        self._paint_node(painter, node, row)
        left, pitch = self._left(), look.line(Type.BODY)
        title = self._title(row)
        at = QPointF(left, top + (side - pitch) / 2 - 1)
        painter.setPen(QColor(tokens.accent if row.now else tokens.text))
        draw_lines(painter, title, at, pitch, _LINES)
        small = look.line(Type.CAPTION)
        first = at.y() + _lines(title) * pitch - 1
        detail = QRectF(left, first, self.width() - left, small)
        detail.setLeft(self._paint_unsent(painter, detail, row))
        painter.setPen(QColor(tokens.text_2))
        draw_lines(painter, self._detail(row), detail.topLeft(), small, _LINES)

    def _left(self) -> float:
        """Return where the words begin."""
        return self._times() + _NODE_GAP + self._look.px(_NODE) + _TEXT_GAP

    def _times(self) -> int:
        """Return how wide the times are: days of another year are said with it."""
        with_year = any(len(row.day) > _DAY_LETTERS for row in self.rows)
        return self._look.px(_TIME_WITH_YEAR if with_year else _TIME)

    def _title(self, row: TimelineRow) -> QTextLayout:
        font = self._look.font(Type.BODY, BOLD if row.now else MEDIUM)
        return on_lines(row.title, font, self.width() - self._left(), _LINES)

    def _detail(self, row: TimelineRow) -> QTextLayout:
        """Return the detail; where it stands behind "not sent yet" it has one narrower line."""
        font, room = self._look.font(Type.CAPTION), self.width() - self._left()
        if row.unsent:
            return on_lines(row.detail, font, room - self._unsent_width(row), 1)
        return on_lines(row.detail, font, room, _LINES)

    def _text_height(self, row: TimelineRow) -> int:
        title = _lines(self._title(row)) * self._look.line(Type.BODY)
        return title + _lines(self._detail(row)) * self._look.line(Type.CAPTION)

    def _unsent_width(self, row: TimelineRow) -> float:
        words = text_width(_unsent_words(row), self._look.font(Type.CAPTION))
        return self._look.px(15) + 5 + words

    def _paint_time(self, painter: QPainter, rect: QRectF, row: TimelineRow) -> None:
        look, tokens = self._look, self._look.tokens
        font = look.font(Type.BODY, BOLD if row.now else None, digits=True)
        colour = tokens.text if row.now else tokens.text_2
        draw_text(painter, rect, row.time, font, colour, right=True)
        if row.day:
            day = rect.adjusted(0, 0, -text_width(row.time, font) - 6, 0)
            small = look.font(Type.CAPTION)
            draw_text(painter, day, row.day, small, tokens.text_3, right=True)

    def _paint_node(self, painter: QPainter, node: QRectF, row: TimelineRow) -> None:
        look, tokens = self._look, self._look.tokens
        if row.now:
            box(painter, node, node.width() / 2, tokens.accent)
            colour = tokens.on_accent
        else:
            box(painter, node, node.width() / 2, tokens.card, tokens.button_line)
            colour = tokens.tone(row.tone or Tone.TEXT_2)
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        inner = look.px(_ICON)
        at = QPointF(node.center().x() - inner / 2, node.center().y() - inner / 2)
        painter.drawPixmap(at, look.tinted(row.icon, _ICON, colour, ratio))

    def _paint_unsent(self, painter: QPainter, rect: QRectF, row: TimelineRow) -> float:
        """Paint that the server doesn't have it yet; return where the detail begins."""
        if not row.unsent:
            return rect.left()
        look = self._look
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        side = look.px(15)
        at = QPointF(rect.left(), rect.center().y() - side / 2)
        painter.drawPixmap(at, look.icon("cloud-up", 15, Tone.TEXT_2, ratio))
        words = _unsent_words(row)
        font = look.font(Type.CAPTION)
        after = rect.adjusted(side + 5, 0, 0, 0)
        draw_text(painter, after, words, font, look.tokens.text_2)
        return after.left() + text_width(words, font)


def _lines(layout: QTextLayout) -> int:
    return max(1, min(_LINES, layout.lineCount()))


def _unsent_words(row: TimelineRow) -> str:
    return tr("chờ gửi") + (" · " if row.detail else "")


class TimelineView(QScrollArea):
    """Scrolls when there is more than fits; the newest is brought into sight."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = _Rows(look)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)

    def set_rows(self, rows: tuple[TimelineRow, ...]) -> None:
        """Show what happened; nothing is done when it is the same."""
        if rows == self._content.rows:
            return
        self._content.rows = rows
        self._content.setAccessibleName(
            ". ".join(" ".join((row.day, row.time, row.title, row.detail)) for row in rows)
        )
        self._content.measure()
        self.updateGeometry()
        self.ensureVisible(0, self._content.sizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows everything."""
        return self._content.sizeHint()

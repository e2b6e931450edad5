"""`TimelineView`: what happened to a dossier, in order, one node for each thing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

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
_NODE_GAP, _TEXT_GAP = 10, 14
_PITCH, _LINE = 62, 2


class _Rows(QWidget):
    """The rows, painted at one pitch."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: tuple[TimelineRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def pitch(self) -> int:
        """Return the height from one node to the next."""
        return max(_PITCH, self._look.line(Type.BODY) + self._look.line(Type.CAPTION) + 20)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of all rows; the last needs no line below it."""
        last = self._look.line(Type.BODY) + self._look.line(Type.CAPTION) + 8
        return QSize(300, (len(self.rows) - 1) * self.pitch + last if self.rows else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the rows that are in sight."""
        painter = painter_on(self)
        first = max(0, event.rect().top() // self.pitch - 1)
        last = min(len(self.rows), event.rect().bottom() // self.pitch + 2)
        for number in range(first, last):
            self._paint_row(painter, number, self.rows[number])
        painter.end()

    def _paint_row(self, painter: QPainter, number: int, row: TimelineRow) -> None:
        look, tokens = self._look, self._look.tokens
        top = number * self.pitch
        side = look.px(_NODE)
        node = QRectF(look.px(_TIME) + _NODE_GAP, top, side, side)
        if number < len(self.rows) - 1:
            line = QRectF(node.center().x() - 1, node.bottom(), _LINE, self.pitch - side)
            line = snapped(painter, line)
            line.setWidth(whole(painter, _LINE))
            painter.fillRect(line, QColor(tokens.button_line))
        self._paint_time(painter, QRectF(0, top, look.px(_TIME), side), row)
        self._paint_node(painter, node, row)
        left = node.right() + _TEXT_GAP
        line_height = look.line(Type.BODY)
        title = QRectF(left, top + (side - line_height) / 2 - 1, self.width() - left, line_height)
        detail = QRectF(left, title.bottom() - 1, title.width(), look.line(Type.CAPTION))
        draw_text(
            painter,
            title,
            row.title,
            look.font(Type.BODY, BOLD if row.now else MEDIUM),
            tokens.accent if row.now else tokens.text,
            elide=Qt.TextElideMode.ElideRight,
        )
        detail.setLeft(self._paint_unsent(painter, detail, row))
        draw_text(
            painter,
            detail,
            row.detail,
            look.font(Type.CAPTION),
            tokens.text_2,
            elide=Qt.TextElideMode.ElideRight,
        )

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
        words = tr("chờ gửi") + (" · " if row.detail else "")
        font = look.font(Type.CAPTION)
        after = rect.adjusted(side + 5, 0, 0, 0)
        draw_text(painter, after, words, font, look.tokens.text_2)
        return after.left() + text_width(words, font)


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
        self._content.updateGeometry()
        self._content.update()
        self.updateGeometry()
        self.ensureVisible(0, self._content.sizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows everything."""
        return self._content.sizeHint()

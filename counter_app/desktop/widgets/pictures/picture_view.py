"""`PictureView`: a picture of figures; arrows go from figure to figure, the mouse shows one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on, text_width, whole
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.pictures.fills import DARK, paint_area
from counter_app.domain.reports.pictures import (
    Drawing,
    Label,
    Picture,
    PictureKind,
    Rect,
    Side,
    Stroke,
    drawing,
)

_HEIGHT, _WIDTH = 140, 320
_ROW_HEIGHT = 17  # the least height of a line of a picture with lines
_MARK = 3
_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class PictureView(QWidget):
    """`moved`: another figure is shown or hovered; `opened`: Enter or a click on one."""

    moved = Signal()
    opened = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self._drawing = Drawing()
        self._current = (0, 0)
        self._hovered: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.restyle)

    def set_picture(self, picture: Picture) -> None:
        """Show a picture; the chosen figure stays chosen where there is one in its place."""
        if picture == self._picture:
            return
        first = self._picture is None or self._picture.kind is not picture.kind
        self._picture, self._drawing, self._hovered = picture, drawing(picture), None
        series, place = self._current
        if first and picture.kind is PictureKind.FLOW:
            place = len(picture.places) - 1  # today
        self._current = (
            max(0, min(series, len(picture.series) - 1)),
            max(0, min(place, len(picture.places) - 1)),
        )
        self.setAccessibleName(picture.title)
        self._say()
        self.restyle()

    @property
    def figure(self) -> tuple[int, int] | None:
        """Return the figure to be told (series, place): under the mouse, or where the keys are."""
        if self._picture is None or not self._picture.places:
            return None
        return self._hovered or (self._current if self.hasFocus() else None)

    @property
    def current(self) -> tuple[int, int]:
        """Return the figure that Enter is about."""
        return self._current

    def restyle(self) -> None:
        """Take the sizes from the look."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the least size in which every word has its room."""
        lines = 7
        if self._picture is not None and self._picture.kind is PictureKind.SHARES:
            lines = len(self._picture.places) + 1
        high = max(_HEIGHT, lines * _ROW_HEIGHT + 6)
        return QSize(self._look.px(_WIDTH), self._look.px(high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: what is smaller can't be read."""
        return self.sizeHint()

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Go to the neighbour of the figure, to the first or last one, or open it."""
        picture, key = self._picture, event.key()
        if picture is None or not picture.places or event.modifiers() & _OTHERS:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = len(picture.places) - 1
            self._go(self._current[0], 0 if key == Qt.Key.Key_Home else last)
        elif step := _KEYS.get(Qt.Key(key)):
            series, place = step if picture.by_series else (step[1], step[0])
            self._go(self._current[0] + series, self._current[1] + place)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell the figure under the mouse."""
        self._hover(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Choose the figure under the mouse."""
        super().mousePressEvent(event)
        if found := self._at(event.position()):
            self._go(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the figure under the mouse."""
        if self._at(event.position()):
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell nothing more of what was under the mouse."""
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()
        self.moved.emit()

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        return self._drawing.at(point.x() / max(1, self.width()), point.y() / max(1, self.height()))

    def _hover(self, figure: tuple[int, int] | None) -> None:
        if figure != self._hovered:
            self._hovered = figure
            self.update()
            self.moved.emit()

    def _go(self, series: int, place: int) -> None:
        picture = self._picture
        assert picture is not None
        if not (0 <= series < len(picture.series) and 0 <= place < len(picture.places)):
            return
        self._current, self._hovered = (series, place), None
        self._say()
        self.update()
        self.moved.emit()

    def _say(self) -> None:
        """Let a reader of the screen say the figure."""
        picture = self._picture
        if picture is not None and picture.places:
            series, place = self._current
            words = (picture.places[place].words, picture.series[series])
            figure = picture.figures[series][place].words
            self.setAccessibleDescription(f"{', '.join(words)}: {figure}")

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the grid, the areas, the marks, the words, and a ring round the chosen figure."""
        painter = painter_on(self)
        tokens, shown = self._look.tokens, self._drawing
        for stroke in shown.strokes:
            if not stroke.mark:
                self._stroke(painter, stroke, QColor(tokens.line), 1)
        for area in shown.areas:
            paint_area(painter, self._rect(area.rect), area, tokens)
        for stroke in shown.strokes:
            if stroke.mark:
                self._stroke(painter, stroke, QColor(tokens.card), _MARK + 2)
                self._stroke(painter, stroke, QColor(tokens.text), _MARK)
        for label in shown.labels:
            self._label(painter, label)
        chosen = self._hovered or (self._current if self.hasFocus() else None)
        spot = (shown.spots or {}).get(chosen) if chosen is not None else None
        if spot is not None:
            ring = self._rect(spot)
            colour = tokens.accent if chosen != self._hovered or self.hasFocus() else tokens.text_3
            box(painter, ring, 2, None, tokens.card, width=3)
            box(painter, ring, 2, None, colour, width=2)
        painter.end()

    def _rect(self, rect: Rect) -> QRectF:
        wide, high = self.width(), self.height()
        return QRectF(rect.x * wide, rect.y * high, rect.width * wide, rect.height * high)

    def _stroke(self, painter: QPainter, stroke: Stroke, colour: QColor, width: float) -> None:
        wide, high = self.width(), self.height()
        pen = QPen(colour, whole(painter, width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(stroke.x1 * wide, stroke.y1 * high), QPointF(stroke.x2 * wide, stroke.y2 * high)
        )

    def _label(self, painter: QPainter, label: Label) -> None:
        tokens = self._look.tokens
        font = self._look.font(Type.CAPTION, digits=True)
        colour = tokens.text_3 if label.quiet else tokens.text
        if label.level >= DARK:
            colour = tokens.on_accent
        wide = self.width()
        room, line = label.room * wide, self._look.line(Type.CAPTION)
        x, top = label.x * wide, label.y * self.height() - line / 2
        fits = not label.short or text_width(label.text, font) <= room
        text = label.text if fits else label.short
        if label.side is Side.CENTRE:
            if label.level and text_width(label.text, font) > room:
                return  # a figure of a narrow cell is told below
            room = max(room, text_width(label.text, font))
            x = min(max(x - room / 2, 0), wide - room)
        elif label.side is Side.RIGHT:
            x -= room
        draw_text(
            painter,
            QRectF(x, top, room, line),
            text,
            font,
            colour,
            right=label.side is Side.RIGHT,
            centre=label.side is Side.CENTRE,
            elide=Qt.TextElideMode.ElideRight
            if label.side is Side.LEFT
            else Qt.TextElideMode.ElideNone,
        )


_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)

"""Shapes and text as the whole window paints them: edges on whole device pixels, no hooks.

Boxes are filled, not stroked: the outer shape in the colour of the line, then the inner one. That
stays sharp at 125 and 150 %, and an edge of another width leaves no hook in the corners.
"""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from counter_app.desktop.theme.tokens import Tokens

RING = 2
"""Width of the ring that says where keys go."""

# Joined once and as numbers: joining Qt's flags takes longer than painting a short text.
_ONE_LINE = (
    Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextSingleLine.value
    | Qt.TextFlag.TextDontClip.value
)
_SMOOTH = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)
_LEFT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value
_RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignRight.value
_CENTRE = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter.value


def painter_on(device: object) -> QPainter:
    """Return a painter with smooth edges; end it with `end()` or a `with`-less del."""
    painter = QPainter(device)  # type: ignore[call-overload]
    painter.setRenderHints(_SMOOTH)
    return painter  # type: ignore[no-any-return]


def whole(painter: QPainter, width: float) -> float:
    """Return a line width as a whole number of device pixels, in logical pixels."""
    ratio = abs(painter.deviceTransform().m11()) or 1.0
    return max(1, floor(width * ratio + 0.01)) / ratio


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """Return the rectangle moved onto whole device pixels."""
    # By hand: nothing of the window is turned, and every cell of a list comes through here.
    transform = painter.deviceTransform()
    across, down = transform.m11() or 1.0, transform.m22() or 1.0
    x, y = transform.dx(), transform.dy()
    left, top = round(rect.left() * across + x), round(rect.top() * down + y)
    right, bottom = round(rect.right() * across + x), round(rect.bottom() * down + y)
    return QRectF(
        (left - x) / across, (top - y) / down, (right - left) / across, (bottom - top) / down
    )


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    line: str | None = None,
    *,
    width: float = 1,
    bottom: float = 0,
    dashed: bool = False,
) -> None:
    """Paint a rounded box. `bottom` makes the lower line thicker (keycaps)."""
    rect = snapped(painter, rect)
    if line is None:
        if fill is not None:
            painter.fillPath(rounded(rect, radius), QColor(fill))
        return
    if dashed:
        _dashed_box(painter, rect, radius, fill, line, width)
        return
    pen = whole(painter, width)
    inner = rect.adjusted(pen, pen, -pen, -whole(painter, bottom or width))
    inner_shape = rounded(inner, max(0.0, radius - pen))
    if fill is None:
        painter.fillPath(rounded(rect, radius).subtracted(inner_shape), QColor(line))
        return
    painter.fillPath(rounded(rect, radius), QColor(line))
    painter.fillPath(inner_shape, QColor(fill))


def edge(painter: QPainter, rect: QRectF, radius: float, colour: str, width: float) -> None:
    """Fill the left strip of a rounded box, cut by its outline: what a thing is."""
    rect = snapped(painter, rect)
    strip = QPainterPath()
    strip.addRect(QRectF(rect.left(), rect.top(), whole(painter, width), rect.height()))
    painter.fillPath(rounded(rect, radius).intersected(strip), QColor(colour))


def ring(painter: QPainter, rect: QRectF, radius: float, tokens: Tokens) -> None:
    """Paint the focus ring just inside `rect`."""
    box(painter, rect, radius, None, tokens.accent, width=RING)


def row_line(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Paint a hair line along the lower edge of a row."""
    rect = snapped(painter, rect)
    pen = whole(painter, 1)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - pen, rect.width(), pen), QColor(colour))


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    *,
    right: bool = False,
    centre: bool = False,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideNone,
) -> None:
    """Paint one line of text in the middle of the height of `rect`."""
    flags = _RIGHT if right else _CENTRE if centre else _LEFT
    if elide is not Qt.TextElideMode.ElideNone:
        text = QFontMetricsF(font).elidedText(text, elide, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, flags, text)


def text_width(text: str, font: QFont) -> float:
    """Return the width of one line of text in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def centred(rect: QRectF, width: float, height: float) -> QPointF:
    """Return the upper left corner of a thing of that size in the middle of `rect`."""
    return QPointF(
        rect.left() + (rect.width() - width) / 2, rect.top() + (rect.height() - height) / 2
    )


def _dashed_box(
    painter: QPainter, rect: QRectF, radius: float, fill: str | None, line: str, width: float
) -> None:
    half = whole(painter, width) / 2
    painter.save()
    painter.setPen(QPen(QColor(line), half * 2, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()

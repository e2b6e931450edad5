"""How the areas of a picture are filled in each scheme: one hue, patterns, an outline round all."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from counter_app.desktop.theme.painting import snapped, whole
from counter_app.desktop.theme.tokens import Tokens
from counter_app.domain.reports.pictures import LEVELS, Area, Fill

_STRIPE, _DOT = 5.0, 5.0
DARK = 3
"""From this level on, text on a shade is set in the colour that stands on the accent."""


def shade(tokens: Tokens, level: int) -> QColor:
    """Return the ground of a level: from that of a card to the accent itself."""
    ground, full = QColor(tokens.card), QColor(tokens.accent)
    part = (0.0, 0.16, 0.38, 0.8, 1.0)[min(level, LEVELS)]
    return QColor(
        *(
            round(low + (high - low) * part)
            for low, high in zip(ground.getRgb()[:3], full.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )


def paint_area(painter: QPainter, rect: QRectF, area: Area, tokens: Tokens) -> None:
    """Fill `rect`; a pattern is drawn stroke by stroke, so that it is the same at any density."""
    rect = snapped(painter, rect)
    colour = QColor(tokens.late_text if area.late else tokens.accent)
    if area.fill is Fill.SHADE:
        painter.fillRect(rect, shade(tokens, area.level))
        _outline(painter, rect, QColor(tokens.line))
        return
    if area.fill is Fill.PALE:
        painter.fillRect(rect, QColor(tokens.line if not tokens.chip_outline else tokens.hover))
        _outline(painter, rect, QColor(tokens.slate))
        return
    if area.fill is Fill.SOLID:
        painter.fillRect(rect, colour)
        return
    painter.fillRect(rect, QColor(tokens.card))
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QPen(colour, 1.4))
    if area.fill is Fill.DOTTED:
        _dots(painter, rect, colour)
    elif area.fill is not Fill.EMPTY:
        _stripes(painter, rect, crossed=area.fill is Fill.CROSSED)
    painter.restore()
    _outline(painter, rect, colour)


def _stripes(painter: QPainter, rect: QRectF, *, crossed: bool) -> None:
    high = rect.height()
    for step in range(int((rect.width() + high) / _STRIPE) + 1):
        x = rect.left() - high + step * _STRIPE
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + high, rect.top()))
        if crossed:
            painter.drawLine(QPointF(x, rect.top()), QPointF(x + high, rect.bottom()))


def _dots(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for row in range(int(rect.height() / _DOT) + 1):
        for column in range(int(rect.width() / _DOT) + 1):
            x = rect.left() + (column + (0.75 if row % 2 else 0.25)) * _DOT
            painter.drawEllipse(QPointF(x, rect.top() + (row + 0.5) * _DOT), 1.0, 1.0)


def _outline(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    width = whole(painter, 1)
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    painter.fillRect(QRectF(left, top, rect.width(), width), colour)
    painter.fillRect(QRectF(left, bottom - width, rect.width(), width), colour)
    painter.fillRect(QRectF(left, top, width, rect.height()), colour)
    painter.fillRect(QRectF(right - width, top, width, rect.height()), colour)

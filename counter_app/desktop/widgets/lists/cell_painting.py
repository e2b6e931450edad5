"""How each kind of cell is painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import centred, draw_text, text_width
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.basics.status_chip import chip_size, paint_chip
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    ChipCell,
    CodeCell,
    DeadlineCell,
    DeadlineKind,
    IconCell,
    SectionCell,
    TextCell,
)

ICON = 15
ICON_GAP = 6
_DEADLINES = {
    DeadlineKind.SOON: (Tone.SOON, "clock"),
    DeadlineKind.LATE: (Tone.LATE, "late"),
}


def paint_cell(painter: QPainter, look: Look, rect: QRectF, cell: Cell) -> None:
    """Paint a cell's content into `rect`, which has the padding taken off already."""
    if isinstance(cell, TextCell):
        _paint_text(painter, look, rect, cell)
    elif isinstance(cell, CodeCell):
        draw_text(painter, rect, cell.text, code_font(look), look.tokens.tone(cell.tone))
    elif isinstance(cell, ChipCell):
        height = chip_size(look, cell.text, cell.icon)[1]
        at = QPointF(rect.left(), centred(rect, 0, height).y())
        paint_chip(painter, look, at, cell.text, cell.tone, cell.icon)
    elif isinstance(cell, DeadlineCell):
        _paint_deadline(painter, look, rect, cell)
    elif isinstance(cell, IconCell):
        _paint_icon(painter, look, rect, cell)
    else:
        _paint_section(painter, look, rect, cell)


def paint_two_lines(painter: QPainter, look: Look, rect: QRectF, cell: TextCell) -> None:
    """Paint a text and what stands below it."""
    upper, lower = look.line(Type.BODY), look.line(Type.CAPTION)
    first = QRectF(rect.left(), rect.center().y() - (upper + lower) / 2, rect.width(), upper)
    second = QRectF(rect.left(), first.bottom(), rect.width(), lower)
    _paint_text(painter, look, first, cell)
    draw_text(
        painter,
        second,
        cell.below,
        look.font(Type.CAPTION, digits=cell.digits),
        look.tokens.text_2,
        right=cell.right,
        elide=Qt.TextElideMode.ElideRight,
    )


def is_cut(look: Look, cell: Cell, width: float, *, two_lines: bool = False) -> bool:
    """Return whether a text doesn't fit its column, so that a tool tip is needed."""
    if not isinstance(cell, TextCell):
        return False
    below = text_width(cell.below, look.font(Type.CAPTION)) if two_lines else 0.0
    return max(text_width(cell.text, _text_font(look, cell)), below) > width


def code_font(look: Look) -> QFont:
    """Return the font of codes."""
    return look.font(Type.BODY, MEDIUM, digits=True)


def _text_font(look: Look, cell: TextCell) -> QFont:
    return look.font(Type.BODY, cell.weight, digits=cell.digits)


def _paint_text(painter: QPainter, look: Look, rect: QRectF, cell: TextCell) -> None:
    draw_text(
        painter,
        rect,
        cell.text,
        _text_font(look, cell),
        look.tokens.tone(cell.tone),
        right=cell.right,
        elide=Qt.TextElideMode.ElideRight,
    )


def _paint_deadline(painter: QPainter, look: Look, rect: QRectF, cell: DeadlineCell) -> None:
    """Paint the words in one column; the icon of a near or past deadline stands before it."""
    tone, icon = _DEADLINES.get(cell.kind, (Tone.TEXT_2, ""))
    is_calm = not icon
    side = look.px(ICON)
    if icon:
        at = QPointF(rect.left(), centred(rect, side, side).y())
        painter.drawPixmap(at, look.icon(icon, ICON, tone, _ratio(painter)))
    words = rect.adjusted(side + ICON_GAP, 0, 0, 0)
    font = look.font(Type.BODY, None if is_calm else BOLD)
    elide = Qt.TextElideMode.ElideRight
    draw_text(painter, words, cell.text, font, look.tokens.tone(tone), elide=elide)


def _paint_icon(painter: QPainter, look: Look, rect: QRectF, cell: IconCell) -> None:
    side = look.px(ICON)
    at = QPointF(rect.left(), centred(rect, side, side).y())
    painter.drawPixmap(at, look.icon(cell.icon, ICON, cell.tone, _ratio(painter)))
    words = rect.adjusted(side + ICON_GAP, 0, 0, 0)
    font = look.font(Type.BODY, cell.weight)
    elide = Qt.TextElideMode.ElideRight
    draw_text(painter, words, cell.text, font, look.tokens.tone(cell.tone), elide=elide)


def _paint_section(painter: QPainter, look: Look, rect: QRectF, cell: SectionCell) -> None:
    font = look.font(Type.CAPTION, MEDIUM)
    draw_text(painter, rect, cell.text, font, look.tokens.text_2)


def _ratio(painter: QPainter) -> float:
    return abs(painter.deviceTransform().m11()) or 1.0

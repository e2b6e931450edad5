"""Text on a few lines, for what is painted rather than laid out by Qt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_BREAKS = QTextOption()
_BREAKS.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

_FULL = 0.94
"""Lines break at words, so several of them hold a little less than their widths."""


def broken(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    """Return `text` broken at words into lines of `width` pixels."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_BREAKS)
    layout.setFormats(list(formats))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def on_lines(
    text: str,
    font: QFont,
    width: float,
    most: int = 2,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> QTextLayout:
    """Return `text` on at most `most` lines of `width` pixels; what is too long is shortened."""
    layout = broken(text, font, width)
    if layout.lineCount() <= most:
        return layout
    room = width if most == 1 else width * most * _FULL
    return broken(QFontMetricsF(font).elidedText(text, elide, room), font, width)


def draw_lines(painter: QPainter, layout: QTextLayout, at: QPointF, pitch: int, most: int) -> None:
    """Paint the first `most` lines of `layout` from `at` down, each in the middle of its pitch."""
    for number in range(min(most, layout.lineCount())):
        line = layout.lineAt(number)
        top = at.y() + number * pitch + (pitch - line.height()) / 2
        line.draw(painter, QPointF(at.x(), top))

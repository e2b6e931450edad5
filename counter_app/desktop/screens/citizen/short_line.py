"""`ShortLine`: a text of at most so many lines; what doesn't fit ends in "…"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line


def short_layout(text: str, font: QFont, width: float, lines: int) -> QTextLayout:
    """Return `text` in at most `lines` lines of `width`, the last one ending in "…" if need be."""
    layout = _laid(text, font, width)
    if layout.lineCount() <= lines:
        return layout
    begins = layout.lineAt(lines - 1).textStart()
    elide = Qt.TextElideMode.ElideRight
    last = QFontMetricsF(font).elidedText(text[begins:], elide, width)
    return _laid(text[:begins] + last, font, width)


class ShortLine(Line):
    """Procedures have names of up to 919 letters: the beginning is what one knows them by."""

    def __init__(
        self,
        look: Look,
        lines: int,
        type_: Type = Type.BODY,
        tone: Tone = Tone.TEXT,
        *,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._most = lines
        super().__init__(look, "", type_, tone, weight=weight, wrap=True, parent=parent)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """Return the height of the lines that are shown at a width."""
        return min(super().heightForWidth(width), self._most * self._look.line(self._type))

    def _lay_out_here(self) -> QTextLayout:
        return short_layout(self.text(), self.font(), self.width(), self._most)


def _laid(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout

"""`FlatTab`: one of several views of the same thing, without a box until it is the chosen one."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, draw_text, painter_on, text_width
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_HEIGHT, _PADDING, _COUNT_GAP = 32, 11, 6


class FlatTab(Pressable):
    """Word and figure. Nine equal pills in a row would all call; these wait to be asked."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self._count = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, count: str = "") -> None:
        """Show this word and this figure; "" shows no figure."""
        if (text, count) != (self.text(), self._count):
            self._count = count
            self.setText(text)
            self.setAccessibleName(f"{text} {count}".strip())
            self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size with the word bold: choosing it moves nothing."""
        width = text_width(self.text(), self._look.font(Type.FILTER, BOLD)) + 2 * _PADDING
        if self._count:
            width += _COUNT_GAP + text_width(self._count, self._count_font())
        return QSize(ceil(width), self._look.height(_HEIGHT, Type.FILTER, 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: its word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint it."""
        painter = painter_on(self)
        tokens, rect = self._look.tokens, QRectF(self.rect())
        radius = rect.height() / 2
        if self.isChecked():
            wide = RING if self.hasFocus() or tokens.chip_outline else 1
            line = tokens.accent if self.hasFocus() else tokens.soft_edge
            box(painter, rect, radius, tokens.soft, line, width=wide)
        elif self.hasFocus():
            box(painter, rect, radius, None, tokens.accent, width=RING)
        elif self.is_hovered:
            box(painter, rect, radius, tokens.hover)
        colour = tokens.accent if self.isChecked() else tokens.text_2
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        font = self._look.font(Type.FILTER, BOLD if self.isChecked() else None)
        draw_text(painter, inner, self.text(), font, colour)
        if self._count:
            figure = tokens.accent if self.isChecked() else tokens.text
            draw_text(painter, inner, self._count, self._count_font(), figure, right=True)
        painter.end()

    def _count_font(self) -> QFont:
        return self._look.font(Type.FILTER, BOLD, digits=True)

"""`FilterChip`: one queue of a list, with how many lie in it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, draw_text, painter_on, text_width
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_HEIGHT, _ICON = 32, 16
_PADDING, _GAP, _COUNT_GAP = 13, 7, 6


class FilterChip(Pressable):
    """A pill that stays pressed. Late and soon tint icon and number, never the word."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        *,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._icon, self._tone = icon, tone
        self._count: int | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show how many there are; None shows nothing."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(self.text() if count is None else f"{self.text()} {count}")
            self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the pill; it doesn't change when it is pressed."""
        width = text_width(self.text(), self._look.font(Type.FILTER, BOLD)) + 2 * _PADDING
        if self._icon:
            width += self._look.px(_ICON) + _GAP
        if self._count is not None:
            width += _COUNT_GAP + text_width(str(self._count), self._count_font())
        return QSize(ceil(width), self._look.height(_HEIGHT, Type.FILTER, 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: its word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the pill."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        fill, line = tokens.card, tokens.button_line
        if self.isChecked():
            fill, line = tokens.soft, tokens.soft_edge
        elif self.is_hovered:
            fill = tokens.hover
        strong = self.hasFocus()
        box(
            painter,
            rect,
            rect.height() / 2,
            fill,
            tokens.accent if strong else line,
            width=RING if strong or (self.isChecked() and tokens.chip_outline) else 1,
        )
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        word = tokens.accent if self.isChecked() else tokens.text_2
        tinted = tokens.tone(self._tone) if self._tone is not None else None
        if self._icon:
            width = self.paint_icon(painter, inner, self._icon, _ICON, tinted or word)
            inner.setLeft(inner.left() + width + _GAP)
        if self._count is not None:
            number = tinted or (tokens.accent if self.isChecked() else tokens.text)
            draw_text(painter, inner, str(self._count), self._count_font(), number, right=True)
        font = self._look.font(Type.FILTER, BOLD if self.isChecked() else None)
        draw_text(painter, inner, self.text(), font, word)
        painter.end()

    def _count_font(self) -> QFont:
        return self._look.font(Type.FILTER, BOLD, digits=True)

"""`StatusChip`: icon and word of a state on its own ground."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on, text_width
from counter_app.desktop.theme.tokens import ChipTone
from counter_app.desktop.theme.type_scale import MEDIUM, Type

HEIGHT = 24
_ICON = 15
_LEFT, _RIGHT, _GAP = 6, 8, 5


class StatusChip(QLabel):
    """A chip 24 high; as wide as its word."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        tone: ChipTone = ChipTone.NEW,
        icon: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._tone, self._icon = look, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)

    def set(self, text: str, tone: ChipTone, icon: str = "") -> None:
        """Show another state."""
        if (text, tone, icon) != (self.text(), self._tone, self._icon):
            self._tone, self._icon = tone, icon
            self.setText(text)
            self.restyle()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of icon and word."""
        width, height = chip_size(self._look, self.text(), self._icon)
        return QSize(ceil(width), ceil(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: a chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the chip."""
        painter = painter_on(self)
        paint_chip(painter, self._look, QPointF(0, 0), self.text(), self._tone, self._icon)
        painter.end()


def chip_size(look: Look, text: str, icon: str) -> tuple[float, float]:
    """Return width and height of a chip."""
    width = text_width(text, look.font(Type.CAPTION, MEDIUM)) + 2 * _RIGHT
    if icon:
        width += _LEFT - _RIGHT + look.px(_ICON) + _GAP
    return width, look.height(HEIGHT, Type.CAPTION, 4)


def paint_chip(
    painter: QPainter, look: Look, at: QPointF, text: str, tone: ChipTone, icon: str
) -> None:
    """Paint a chip with its upper left corner at `at`; in rows of lists as well."""
    width, height = chip_size(look, text, icon)
    tokens = look.tokens
    pair = tokens.chips[tone]
    rect = QRectF(at.x(), at.y(), width, height)
    outline = pair.text if tokens.chip_outline else None
    box(painter, rect, 4, pair.fill, outline, width=tokens.chip_outline or 1)
    left = rect.left() + (_LEFT if icon else _RIGHT)
    if icon:
        side = look.px(_ICON)
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        pixmap = look.tinted(icon, _ICON, pair.text, ratio)
        painter.drawPixmap(QPointF(left, rect.center().y() - side / 2), pixmap)
        left += side + _GAP
    text_rect = QRectF(left, rect.top(), rect.right() - left, height)
    draw_text(painter, text_rect, text, look.font(Type.CAPTION, MEDIUM), pair.text)

"""`Badge`: the number of a step in a circle, or the icon of how it went."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on
from counter_app.desktop.theme.tokens import ChipTone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.badge_kind import BadgeKind

__all__ = ["Badge", "BadgeKind"]

_ICON = 15


class Badge(QWidget):
    """A circle of 24 px. Content is a number, or the name of an icon."""

    def __init__(
        self,
        look: Look,
        content: str = "",
        kind: BadgeKind = BadgeKind.OUTLINE,
        *,
        size: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._content, self._kind, self._side = look, content, kind, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)

    def set(self, content: str, kind: BadgeKind) -> None:
        """Show another content or kind."""
        if (content, kind) != (self._content, self._kind):
            self._content, self._kind = content, kind
            self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the circle."""
        side = self._look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint circle and content."""
        painter = painter_on(self)
        side = self._look.px(self._side)
        rect = QRectF(0, 0, side, side)
        text, fill, line = self._colours()
        if self._kind is not BadgeKind.PLAIN:
            box(painter, rect, side / 2, fill, line)
        if self._content.isdigit() or len(self._content) == 1:
            font = self._look.font(Type.BODY if self._side >= 24 else Type.CAPTION, BOLD)
            draw_text(painter, rect, self._content, font, text, centre=True)
        elif self._content:
            size = _ICON if self._kind is not BadgeKind.PLAIN else 16
            inner = self._look.px(size)
            pixmap = self._look.tinted(self._content, size, text, self.devicePixelRatioF())
            painter.drawPixmap(QPointF((side - inner) / 2, (side - inner) / 2), pixmap)
        painter.end()

    def _colours(self) -> tuple[str, str | None, str | None]:
        """Return the colours of content, ground and line."""
        tokens = self._look.tokens
        warn, late = tokens.chips[ChipTone.SUPPLEMENT], tokens.chips[ChipTone.LATE]
        outline = tokens.accent if tokens.chip_outline else None
        return {
            BadgeKind.OUTLINE: (tokens.text_2, tokens.card, tokens.control_line),
            BadgeKind.FILLED: (tokens.on_accent, tokens.accent, None),
            BadgeKind.SOFT: (tokens.accent, tokens.soft, outline),
            BadgeKind.WARN: (warn.text, warn.fill, warn.text if outline else None),
            BadgeKind.ERROR: (late.text, late.fill, late.text if outline else None),
            BadgeKind.PLAIN: (tokens.text_2, None, None),
        }[self._kind]

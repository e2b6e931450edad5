"""`PrimaryButton`: the next act, the one filled thing of a screen."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.theme.keycaps import cap_look, keys_size
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, draw_text, painter_on, text_width
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

RESERVED = 4
"""Pixels round the filled box for the ring and its gap; nothing moves when it gets focus."""

_HEIGHT, _BIG_HEIGHT = 44, 52
_ICON, _BIG_ICON = 20, 21
_PADDING, _BIG_PADDING = 13, 17


class PrimaryButton(Pressable):
    """Icon, text from the left, keycap at the right. Disabled only with a reason beside it."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        keys: str = "",
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._icon, self._keys, self._big = icon, keys, big

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.restyle()

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self.restyle()

    def set_reason(self, reason: str) -> None:
        """Say why it can't be pressed: tool tip, description. The screen says it above."""
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size with the reserved margin."""
        padding = _BIG_PADDING if self._big else _PADDING
        width = text_width(self.text(), self._look.font(Type.NAME)) + 2 * padding
        if self._icon:
            width += self._look.px(_BIG_ICON) + 12
        if self._keys:
            width += keys_size(self._look, self._keys)[0] + 16
        height = self._look.height(_BIG_HEIGHT if self._big else _HEIGHT, Type.NAME, 16)
        return QSize(ceil(width) + 2 * RESERVED, height + 2 * RESERVED)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint box, words and key."""
        painter = painter_on(self)
        tokens = self._look.tokens
        outer = QRectF(self.rect())
        rect = outer.adjusted(RESERVED, RESERVED, -RESERVED, -RESERVED)
        colour = tokens.on_accent if self.isEnabled() else tokens.disabled_text
        if not self.isEnabled():
            dashed = tokens.is_dashed_when_disabled
            line = tokens.disabled_text if dashed else None
            box(painter, rect, 8, tokens.disabled_fill, line, dashed=dashed)
        elif self.isDown():
            box(painter, rect, 8, tokens.accent_pressed)
        else:
            box(painter, rect, 8, tokens.accent_hover if self.is_hovered else tokens.accent)
        if self.hasFocus():
            box(painter, outer, 8 + RESERVED, None, tokens.accent, width=RING)
        padding = _BIG_PADDING if self._big else _PADDING
        inner = rect.adjusted(padding, 0, -padding, 0)
        caps = cap_look(self._look, on_accent=True, enabled=self.isEnabled())
        self.paint_caps(painter, inner, self._keys, caps)
        if self._icon:
            size = _BIG_ICON if self._big else _ICON
            inner.setLeft(
                inner.left() + self.paint_icon(painter, inner, self._icon, size, colour) + 12
            )
        draw_text(painter, inner, self.text(), self._look.font(Type.NAME), colour)
        painter.end()


class _Flush(QVBoxLayout):
    """Gives what is in it the reserved pixels beyond its own place."""

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 (Qt's name)
        """Reach out on all sides."""
        super().setGeometry(rect.adjusted(-RESERVED, -RESERVED, RESERVED, RESERVED))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the filled box."""
        return super().sizeHint() - QSize(2 * RESERVED, 2 * RESERVED)

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the filled box."""
        return super().minimumSize() - QSize(2 * RESERVED, 2 * RESERVED)


def flush(button: PrimaryButton) -> QVBoxLayout:
    """Return a layout in which the filled box, not the margin for the ring, keeps to the column.

    The widget around needs 4 px to spare on every side, as cards and the panel's foot have.
    """
    layout = _Flush()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(button)
    return layout

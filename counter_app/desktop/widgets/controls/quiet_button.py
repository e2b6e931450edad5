"""`QuietButton`: any act that isn't the next one: white, with a grey line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from counter_app.desktop.theme.keycaps import keys_size
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, draw_text, painter_on, text_width
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_ICON, _CHEVRON = 17, 15
_PADDING, _GAP, _KEYS_GAP = 13, 8, 8


class QuietButton(Pressable):
    """Icon, text, keycap; with a chevron when a menu or a list follows."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        keys: str = "",
        *,
        chevron: bool = False,
        left: bool = True,
        height: int = 36,
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._icon, self._keys, self._chevron = icon, keys, chevron
        self._left, self._token, self._detail = left, height, detail
        self.setAccessibleDescription(detail)
        self._menu: QMenu | None = None
        self._is_default = False

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.restyle()

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self.restyle()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu under the button when it is pressed."""
        if self._menu is None:
            self.clicked.connect(self._open_menu)
        self._menu, self._chevron = menu, True
        self.restyle()

    def set_default(self, is_default: bool) -> None:
        """Ring it although the keys are in a field of the same dialog: Enter presses it."""
        self._is_default = is_default
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows everything."""
        return QSize(
            ceil(self._content_width()) + 2 * _PADDING,
            self._look.height(self._token, Type.BODY, 12),
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint box, words and key."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        fill = tokens.card
        if self.isDown():
            fill = tokens.soft
        elif self.is_hovered:
            fill = tokens.hover
        if not self.isEnabled():
            dashed = tokens.is_dashed_when_disabled
            box(painter, rect, 6, tokens.disabled_fill, tokens.button_line, dashed=dashed)
        elif self.hasFocus() or self._is_default:
            box(painter, rect, 6, fill, tokens.accent, width=RING)
        else:
            box(painter, rect, 6, fill, tokens.button_line)
        self._paint_content(painter, rect.adjusted(_PADDING, 0, -_PADDING, 0))
        painter.end()

    def _paint_content(self, painter: QPainter, inner: QRectF) -> None:
        tokens = self._look.tokens
        colour = tokens.text if self.isEnabled() else tokens.disabled_text
        if not self._left:
            spare = max(0.0, inner.width() - self._content_width())
            inner.adjust(spare / 2, 0, -spare / 2, 0)
        if self._icon:
            width = self.paint_icon(painter, inner, self._icon, _ICON, colour)
            inner.setLeft(inner.left() + width + _GAP)
        if self._chevron:
            side = self._look.px(_CHEVRON)
            at = QRectF(inner.right() - side, inner.top(), side, inner.height())
            self.paint_icon(painter, at, "chevron-down", _CHEVRON, colour)
            inner.setRight(at.left() - _GAP)
        self.paint_caps(painter, inner, self._keys)
        font = self._look.font(Type.BODY, MEDIUM)
        draw_text(painter, inner, self.text(), font, colour)
        if self._detail:
            inner.setLeft(inner.left() + text_width(self.text(), font) + _GAP)
            quiet = tokens.text_3 if self.isEnabled() else tokens.disabled_text
            elide = Qt.TextElideMode.ElideRight
            small = self._look.font(Type.CAPTION)
            draw_text(painter, inner, self._detail, small, quiet, elide=elide)

    def _content_width(self) -> float:
        width = text_width(self.text(), self._look.font(Type.BODY, MEDIUM))
        if self._detail:
            width += _GAP + text_width(self._detail, self._look.font(Type.CAPTION))
        if self._icon:
            width += self._look.px(_ICON) + (_GAP if self.text() or self._keys else 0)
        if self._keys:
            width += keys_size(self._look, self._keys)[0] + (_KEYS_GAP if self.text() else 0)
        if self._chevron:
            width += self._look.px(_CHEVRON) + _GAP
        return width

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.setMinimumWidth(self.width())
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
            self._menu.setFocus(Qt.FocusReason.PopupFocusReason)

"""`SearchKey`: looks like a search line, is a button: opens the palette of quick commands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.keycaps import keys_size
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, draw_text, painter_on
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.pressable import Pressable

_WIDTH, _HEIGHT, _ICON = 400, 32, 16
_PADDING = 11


class SearchKey(Pressable):
    """400 px wide, 32 high, in the middle of the top bar."""

    def __init__(
        self, look: Look, text: str, keys: str = "Ctrl+K", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, parent)
        self._keys = keys

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the usual size."""
        return QSize(_WIDTH, self._look.height(_HEIGHT, Type.BODY, 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that it may shrink to: the text gives way."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the line."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        fill = tokens.hover if self.is_hovered else tokens.card
        if self.hasFocus():
            box(painter, rect, 6, fill, tokens.accent, width=RING)
        else:
            box(painter, rect, 6, fill, tokens.button_line)
        inner = rect.adjusted(_PADDING, 0, -7, 0)
        width = self.paint_icon(painter, inner, "search", _ICON, tokens.text_2)
        inner.setLeft(inner.left() + width + 8)
        self.paint_caps(painter, inner, self._keys)
        inner.setRight(inner.right() - keys_size(self._look, self._keys)[0] - 8)
        draw_text(
            painter,
            inner,
            self.text(),
            self._look.font(Type.BODY),
            tokens.text_3,
            elide=Qt.TextElideMode.ElideRight,
        )
        painter.end()

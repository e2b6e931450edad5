"""`KeyCaps`: the keys that act now, drawn as caps."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.keycaps import cap_look, keys_size, paint_keys
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on


class KeyCaps(QWidget):
    """Caps of one stroke ("Ctrl+K") or of several ("Up Down"). Arrows are drawn, not typed."""

    def __init__(
        self, look: Look, keys: str, *, on_accent: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._keys, self._on_accent = look, keys, on_accent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)
        look.changed.connect(self.restyle)

    @property
    def keys(self) -> str:
        """Return what is shown."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Show other keys; "" shows nothing."""
        if keys != self._keys:
            self._keys = keys
            self.setAccessibleName(keys)
            self.restyle()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of all caps."""
        width, height = keys_size(self._look, self._keys)
        return QSize(ceil(width), ceil(height) if self._keys else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same: caps are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the caps."""
        painter = painter_on(self)
        colours = cap_look(self._look, on_accent=self._on_accent, enabled=self.isEnabled())
        paint_keys(painter, self._look, QPointF(0, 0), self._keys, colours)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Repaint when enabled or disabled."""
        super().changeEvent(event)
        self.update()

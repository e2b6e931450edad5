"""`IconView`: one icon. `IconCircle`: one icon in a soft circle, beside a person's name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, painter_on
from counter_app.desktop.theme.tokens import Tone


class IconView(QWidget):
    """An icon beside a word; alone it says nothing to a screen reader."""

    def __init__(
        self,
        look: Look,
        name: str,
        size: int = 18,
        tone: Tone = Tone.TEXT_2,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._side, self._tone = look, name, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)

    def set(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon; "" shows none and keeps the room."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the icon."""
        side = self._look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the icon."""
        if not self._name:
            return
        painter = painter_on(self)
        tone = self._tone if self.isEnabled() else Tone.DISABLED
        pixmap = self._look.icon(self._name, self._side, tone, self.devicePixelRatioF())
        spare = self.height() - self._look.px(self._side)
        painter.drawPixmap(QPointF(0, spare / 2), pixmap)
        painter.end()


class IconCircle(QWidget):
    """An icon in the accent colour on a soft circle."""

    def __init__(
        self, look: Look, icon: str, size: int = 44, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._side = look, icon, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the circle."""
        side = self._look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint circle and icon."""
        painter = painter_on(self)
        side, inner = self._look.px(self._side), self._look.px(self._side * 0.45)
        box(painter, QRectF(0, 0, side, side), side / 2, self._look.tokens.soft)
        size = round(self._side * 0.45)
        pixmap = self._look.icon(self._icon, size, Tone.ACCENT, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((side - inner) / 2, (side - inner) / 2), pixmap)
        painter.end()

"""`Pressable`: what every painted button has: look, hover, focus by Tab, Enter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from counter_app.desktop.theme.keycaps import CapLook, cap_look, keys_size, paint_keys
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import centred


class Pressable(QAbstractButton):
    """A button that paints itself. Its text is its name for a screen reader."""

    enter_clicks = True
    """Whether Enter presses it; in rows that are ticked Enter goes on to the next thing."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()
        self.update()

    @property
    def is_hovered(self) -> bool:
        """Return whether the mouse is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Let Enter press it, once, or pass on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            if self.enter_clicks and self.isEnabled() and not event.isAutoRepeat():
                self.click()
                return
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Leave the keys to what it lies on when it is disabled or hidden; else move on (Tab).

        Qt would give them to its neighbour, and an Enter too many would press that.
        """
        ground = self.parentWidget()
        stays = self.isEnabled() and self.isVisible()
        if stays or ground is None or not ground.isVisible():
            return super().focusNextPrevChild(forward)
        ground.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def paint_icon(
        self, painter: QPainter, rect: QRectF, name: str, size: int, colour: str
    ) -> float:
        """Paint an icon at the left end of `rect`, in the middle; return its width."""
        side = self._look.px(size)
        pixmap = self._look.tinted(name, size, colour, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left(), centred(rect, side, side).y()), pixmap)
        return side

    def paint_caps(
        self, painter: QPainter, rect: QRectF, keys: str, colours: CapLook | None = None
    ) -> float:
        """Paint keycaps at the right end of `rect`, in the middle; return their width."""
        if not keys:
            return 0.0
        width, height = keys_size(self._look, keys)
        at = QPointF(rect.right() - width, centred(rect, width, height).y())
        paint_keys(
            painter, self._look, at, keys, colours or cap_look(self._look, enabled=self.isEnabled())
        )
        return width

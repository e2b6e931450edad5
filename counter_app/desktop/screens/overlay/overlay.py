"""`Overlay`: covers its parent, shows a card, keeps the keys to itself until it is closed.

No window of its own and no loop of its own: a scan, a notice, or a lock of the screen goes on
behind it, and nothing can be left hanging.
"""

from __future__ import annotations

import weakref

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, painter_on

RADIUS = 8
_VEIL = 205  # of 255: what lies behind stays recognisable and can't be read by mistake
_LEAST_MARGIN = 16


class Overlay(QWidget):
    """A card of `width` (at 100 %) over `parent`, `top` pixels from its upper edge or centred.

    `closed` comes after it went away; the keys are then where they were before, or `parent`'s when
    that has gone.
    """

    closed = Signal()

    def __init__(
        self, look: Look, parent: QWidget, *, name: str, width: int, top: int | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._width, self._top = look, width, top
        self._host = parent
        self._before: weakref.ref[QWidget] | None = None
        self.setProperty("floats", True)  # noqa: FBT003 (Qt takes no name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = _Card(look, self)
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        parent.installEventFilter(self)
        look.changed.connect(self.place)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Return whether it is shown."""
        return not self.isHidden()

    def open(self) -> None:
        """Show it over its parent and take the keys."""
        if not self.is_open:
            before = QApplication.focusWidget()
            self._before = weakref.ref(before) if before is not None else None
        self.show()
        self.raise_()
        self.place()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_now(self) -> None:
        """Go away and give the focus back to where it was. Harmless when it is away."""
        if not self.is_open:
            return
        keys = self.window().focusWidget()
        had_keys = keys is not None and (keys is self or self.isAncestorOf(keys))
        self.hide()
        before = self._before() if self._before is not None else None
        self._before = None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_keys:
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def escape(self) -> bool:
        """Close it; False when it was away."""
        was_open = self.is_open
        self.close_now()
        return was_open

    def first_focus(self) -> QWidget:
        """Return what takes the keys first; the overlay itself unless a child does."""
        return self

    def place(self) -> None:
        """Cover the parent and put the card where it belongs, never beyond the edges."""
        self.setGeometry(self._host.rect())
        width = min(self._look.px(self._width), self.width() - 2 * _LEAST_MARGIN)
        room = self.height() - 2 * _LEAST_MARGIN
        self.body.activate()
        wanted = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else -1
        height = min(max(wanted, self.body.sizeHint().height()), room)
        top = (self.height() - height) // 2 if self._top is None else self._top
        top = max(0, min(top, self.height() - height - _LEAST_MARGIN))
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Grow with the parent."""
        if event.type() == QEvent.Type.Resize and watched is self._host and self.is_open:
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Keep Tab inside the card."""
        stops = [
            child
            for child in self.card.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isEnabled()
            and child.isVisibleTo(self)
        ]
        if not stops:
            return True
        now = QApplication.focusWidget()
        place = stops.index(now) if now in stops else (-1 if forward else 0)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + step) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc goes back; no other key reaches what lies behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Go back on a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_now()
        event.accept()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the veil over what lies behind."""
        painter = painter_on(self)
        veil = QColor(self._look.tokens.window)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def card_corner(self) -> QPoint:
        """Return the card's upper left corner in the parent."""
        return self.mapToParent(self.card.pos())


class _Card(QFrame):
    """The card: its fill, a line that stands out against the veil, as high as what is in it."""

    def __init__(self, look: Look, overlay: Overlay) -> None:
        super().__init__(overlay)
        self._look, self._overlay = look, overlay
        look.changed.connect(self.update)

    def event(self, event: QEvent) -> bool:
        """Be placed anew when something in it grew or went away."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._overlay.place()
        return taken

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = painter_on(self)
        tokens = self._look.tokens
        box(painter, QRectF(self.rect()), RADIUS, tokens.card, tokens.control_line)
        painter.end()

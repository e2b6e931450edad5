"""`Toast`: what just happened, at the lower left of the page; one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, edge, painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.edge import Edge, edge_colour
from counter_app.desktop.widgets.cards.toast_kind import ToastKind
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton

__all__ = ["Toast", "ToastKind"]

SHOWN = 4000
"""Milliseconds that a toast stays; errors stay until Esc."""

_WIDEST, _NARROWEST = 592, 200
_HEIGHT, _MARGIN, _BELOW, _GAP = 48, 16, 16, 28
_KINDS = {
    ToastKind.OK: (Edge.OK, Tone.OK, "ok"),
    ToastKind.INFO: (Edge.SLATE, Tone.SLATE, "info"),
    ToastKind.WARN: (Edge.WARN, Tone.WARN, "warn"),
    ToastKind.ERROR: (Edge.ERROR, Tone.ERROR, "late"),
}


class Toast(QWidget):
    """Lies over `page` and follows its size. A click or Esc (by way of the page) closes it."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._page = look, page
        self._kind = ToastKind.OK
        self._icon = IconView(look, "ok", 20)
        self._line = Line(look, "", Type.BODY, wrap=True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(KeyCaps(look, "Esc"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._place)
        self.setProperty("floats", True)  # noqa: FBT003 (Qt's signature)
        page.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    def say(
        self, bold: str, rest: str = "", kind: ToastKind = ToastKind.OK, icon: str = ""
    ) -> None:
        """Show a fact and what else there is to say; a newer toast takes the place of an older."""
        self._kind = kind
        _, tone, usual = _KINDS[kind]
        self._icon.set(icon or usual, tone)
        text = f"{bold} {rest}".strip()
        self._line.set_text(text, ((0, len(bold)),))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if kind is ToastKind.ERROR:
            self._timer.stop()
        else:
            self._timer.start(SHOWN)

    def close_now(self) -> bool:
        """Close it; False when there was none."""
        was_shown = not self.isHidden()
        self._timer.stop()
        self.hide()
        return was_shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Follow the size of the page."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
            self._settled.start()  # what lies in the page has its new place only then
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Close it by a click."""
        self.close_now()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint box and edge."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        box(painter, rect, 8, tokens.card, tokens.button_line, width=tokens.control_width)
        edge(painter, rect, 8, edge_colour(tokens, _KINDS[self._kind][0]), 4)
        painter.end()

    def _place(self) -> None:
        width = min(self._page.width() - 2 * _MARGIN, self._look.px(_WIDEST))
        place = self._at(max(width, _NARROWEST))
        # Never over the next act: beside it there is less width, and perhaps one line more.
        for button in self._page.findChildren(PrimaryButton):
            act = QRect(button.mapTo(self._page, QPoint(0, 0)), button.size())
            if button.isVisibleTo(self._page) and place.intersects(act) and act.left() > _NARROWEST:
                place = self._at(max(act.left() - _GAP - _MARGIN, _NARROWEST))
        self.setGeometry(place)

    def _at(self, width: int) -> QRect:
        height = max(_HEIGHT, self._row.heightForWidth(width))
        return QRect(_MARGIN, self._page.height() - height - _BELOW, width, height)

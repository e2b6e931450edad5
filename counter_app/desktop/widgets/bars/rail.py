"""`Rail`: where one can go, at the left; each with its key or with how many wait there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.theme.keycaps import keys_size
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import (
    box,
    draw_text,
    painter_on,
    ring,
    snapped,
    text_width,
    whole,
)
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.grounds.pressable import Pressable

WIDTH = 192
"""Width of the rail in pixels at 100 %."""

_HEIGHT, _LEAST, _ICON = 36, 28, 18
_SIDE, _GAP = 8, 2
_PADDING, _ICON_GAP = 12, 9


class RailItem(Pressable):
    """Icon, label, and a counter or a keycap. The place one is at has a bar of 3 px."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str,
        *,
        keys: str = "",
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._icon, self._keys, self._tone = icon, keys, tone
        self._count = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_count(self, count: int) -> None:
        """Show how many wait there; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
            self.update()

    def set_text(self, text: str) -> None:
        """Show another label."""
        self.setText(text)
        self.restyle()

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Do nothing: the rail says where one is, after the way there was free."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of an item."""
        return QSize(self._look.px(WIDTH) - 2 * _SIDE, self._look.height(_HEIGHT, Type.BODY, 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return a lower item: with big letters on a small screen items move together."""
        return QSize(self.sizeHint().width(), max(_LEAST, self._look.line(Type.BODY) + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Move focus with the arrows; Enter and Space go there."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the item."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        is_here = self.isChecked()
        if is_here:
            box(painter, rect, 6, tokens.card, tokens.button_line)
            bar = QRectF(3, (rect.height() - self._look.px(20)) / 2, 3, self._look.px(20))
            box(painter, bar, 1.5, tokens.accent)
        elif self.is_hovered:
            box(painter, rect, 6, tokens.card)
        if self.hasFocus():
            ring(painter, rect, 6, tokens)
        tinted = tokens.tone(self._tone) if self._tone is not None else None
        icon = tokens.accent if is_here else tinted or tokens.text_2
        inner = rect.adjusted(_PADDING, 0, -9, 0)
        inner.setLeft(
            inner.left() + self.paint_icon(painter, inner, self._icon, _ICON, icon) + _ICON_GAP
        )
        right = 0.0
        words = self._look.font(Type.BODY, BOLD if is_here else None)
        caps = keys_size(self._look, self._keys)[0] + 6 if self._keys else 0
        if caps and text_width(self.text(), words) <= inner.width() - caps:  # the name comes first
            self.paint_caps(painter, inner, self._keys)
            right = caps
        elif self._count:
            font = self._look.font(Type.CAPTION, BOLD, digits=True)
            number = tinted or tokens.text_2
            draw_text(painter, inner, str(self._count), font, number, right=True)
            right = text_width(str(self._count), font) + 6
        inner.setRight(inner.right() - right)
        draw_text(
            painter,
            inner,
            self.text(),
            words,
            tokens.text if is_here else tokens.text_2,
            elide=Qt.TextElideMode.ElideRight,
        )
        painter.end()


class Rail(QWidget):
    """Items from the top, and some at the foot. `picked` asks to go; `set_current` says where.

    Where the window is too low for all of them, those at the top scroll, and never get thinner
    than their letters; the place one is at, and the one with the focus, are always in sight.
    """

    picked = Signal(str)

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._items: dict[str, RailItem] = {}
        self.setAccessibleName(name)
        self._places = _Places()
        bar = self._places.verticalScrollBar()
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        self._top, self._foot = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE + 1, 11)
        column.setSpacing(0)
        for part in (self._top, self._foot):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(_GAP)
        inside = QVBoxLayout(self._places.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._top)
        inside.addStretch(1)
        column.addWidget(self._places, 1)
        column.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.restyle)
        self.restyle()

    def add(
        self,
        key: str,
        text: str,
        icon: str,
        *,
        keys: str = "",
        tone: Tone | None = None,
        foot: bool = False,
    ) -> RailItem:
        """Add a place; `key` is what `picked` says."""
        item = RailItem(self._look, text, icon, keys=keys, tone=tone)
        item.setObjectName(key)
        item.clicked.connect(self._clicked)
        self._items[key] = item
        (self._foot if foot else self._top).addWidget(item)
        return item

    def add_divider(self) -> None:
        """Part two groups of places."""
        self._top.addSpacing(8)
        row = QVBoxLayout()
        row.setContentsMargins(10, 0, 9, 0)
        row.addWidget(Divider(self._look, strong=True))
        self._top.addLayout(row)
        self._top.addSpacing(8)

    def item(self, key: str) -> RailItem:
        """Return the item of a place."""
        return self._items[key]

    def set_current(self, key: str | None) -> None:
        """Say where one is; None is a page without a place here."""
        for name, item in self._items.items():
            item.setChecked(name == key)
        self._places.here = None if key is None else self._items.get(key)
        self._places.show_here()

    def set_count(self, key: str, count: int) -> None:
        """Show how many wait at a place."""
        self._items[key].set_count(count)

    def restyle(self) -> None:
        """Take the width from the look."""
        self.setFixedWidth(self._look.px(WIDTH) + 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground and the line at the right."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = snapped(painter, QRectF(self.rect()))
        painter.fillRect(rect, QColor(tokens.chrome))
        pen = whole(painter, 1)
        line = QRectF(rect.right() - pen, rect.top(), pen, rect.height())
        painter.fillRect(line, QColor(tokens.line))
        if (thumb := self._places.thumb()) is not None:
            box(painter, thumb.translated(rect.right() - 6, 0), 1.5, tokens.control_line)
        painter.end()

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.picked.emit(sender.objectName())


class _Places(QScrollArea):
    """The items at the top; they scroll by wheel and focus, and no bar takes room from them."""

    def __init__(self) -> None:
        super().__init__()
        self.here: QWidget | None = None
        self.inside = QWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)  # Qt fills it when it becomes the content
        self.verticalScrollBar().rangeChanged.connect(self.show_here)

    @Slot()
    def show_here(self) -> None:
        """Bring the place one is at into sight."""
        layout = self.inside.layout()
        if self.here is not None and layout is not None and self.inside.isAncestorOf(self.here):
            layout.activate()
            self.ensureWidgetVisible(self.here, 0, _GAP)

    def thumb(self) -> QRectF | None:
        """Return what of the items is in sight, as a bar of 3 px; None when all are."""
        bar = self.verticalScrollBar()
        if not bar.maximum():
            return None
        all_, seen = bar.maximum() + bar.pageStep(), self.height()
        top = self.y() + bar.value() * seen / all_
        return QRectF(0, top, 3, bar.pageStep() * seen / all_)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for as much as the items would like."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for no height: the rest scrolls."""
        return QSize(self.inside.minimumSizeHint().width(), _LEAST)

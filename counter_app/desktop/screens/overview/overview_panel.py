"""Four pictures on one grid, with what they know at the foot; a page that scrolls when it must."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.overview.overview_state import OverviewState
from counter_app.desktop.presenters.reports.reports_state import Progress
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.pictures.picture_card import PictureCard
from counter_app.i18n import tr

_PICTURES, _COUNTING, _EMPTY = range(3)
_DENSITY = 2.0
_EDGE = 12  # round a page that is saved


class OverviewPanel(QWidget):
    """The widgets; the page connects them. `moved` and `opened` tell the chosen figure."""

    moved = Signal(int, int, int)
    opened = Signal(int, int, int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._last = 0
        self._title = Line(look, tr("Tổng quan"), Type.PAGE)
        self.print = QuietButton(look, tr("In"), "print", "F10")
        self.pdf = QuietButton(look, tr("PDF"), "out")
        self.pdf.setAccessibleName(tr("Kết xuất PDF"))
        self.png = QuietButton(look, tr("Ảnh"), "out")
        self.png.setAccessibleName(tr("Kết xuất ảnh"))
        self.stop = QuietButton(look, tr("Dừng"), "stop", "Esc")
        self._about = Line(look, "", Type.CAPTION, Tone.TEXT_2, elide=True, digits=True)
        self._standing = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self.cards = tuple(PictureCard(look) for _ in range(4))
        self._empty = EmptyState(look, "list", "")
        self._counting = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._meter = Meter(look)
        self._hints = HintLine(look)
        self._column = ScrollColumn()
        self._content = QWidget()
        self._lay_out(look)
        for number, card in enumerate(self.cards):
            card.moved.connect(lambda number=number: self._moved(number))
            card.opened.connect(lambda number=number: self._opened(number))

    def present(self, state: OverviewState) -> None:
        """Show the whole state."""
        self._about.set_text(state.about)
        for card, picture in zip(self.cards, state.pictures, strict=False):
            card.show_picture(picture)
        self._standing.set_text(state.standing)
        self._show_progress(state.progress)
        self._empty.set("list", state.empty)
        place = _COUNTING if state.progress else _PICTURES if state.pictures else _EMPTY
        self._stack.setCurrentIndex(place)
        self.print.setEnabled(state.can_hand_out)
        for button in (self.pdf, self.png):
            button.setEnabled(state.can_export)
        self._hints.set_hints(state.hints)

    def take_keys(self) -> None:
        """Put the keys into the picture where they were last."""
        if self._stack.currentIndex() == _PICTURES:
            views = [card.view for card in self.cards if not card.view.isHidden()]
            view = self.cards[self._last].view
            target = view if view in views else next(iter(views), None)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def painted(self) -> bytes:
        """Return the pictures with what stands at their foot as a PNG of double density."""
        content = self._content
        size = content.size()
        edge = round(_EDGE * _DENSITY)
        pixmap = QPixmap(
            round(size.width() * _DENSITY) + 2 * edge, round(size.height() * _DENSITY) + 2 * edge
        )
        pixmap.setDevicePixelRatio(_DENSITY)
        pixmap.fill(QColor(self._look.tokens.window))
        content.render(pixmap, QPoint(_EDGE, _EDGE), renderFlags=QWidget.RenderFlag.DrawChildren)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        pixmap.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def _moved(self, number: int) -> None:
        view = self.cards[number].view
        if view.hasFocus():
            self._last = number
            self._column.ensureWidgetVisible(self.cards[number])
            self.moved.emit(number, *view.current)

    def _opened(self, number: int) -> None:
        self.opened.emit(number, *self.cards[number].view.current)

    def _show_progress(self, progress: Progress | None) -> None:
        if progress is None:
            return
        self._counting.set_text(progress.words)
        self._meter.setVisible(progress.share is not None)
        self._meter.set_value(progress.share or 0.0)

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self.print, self.pdf, self.png):
            head.addWidget(button)
        grid = QGridLayout()
        grid.setSpacing(10)
        for number, card in enumerate(self.cards):
            grid.addWidget(card, number // 2, number % 2)
        for at in range(2):
            grid.setColumnStretch(at, 1)
            grid.setRowStretch(at, 1)
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._about)
        inside.addLayout(grid, 1)
        inside.addWidget(self._standing)
        self._column.body.addWidget(self._content)
        counting = Card(look, padding=(16, 16))
        counting.body.setSpacing(12)
        counting.body.addWidget(self._counting)
        counting.body.addWidget(self._meter)
        counting.body.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        counting.body.addStretch(1)
        empty = Card(look)
        empty.body.addWidget(self._empty)
        empty.body.addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for widget in (self._column, counting, empty):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 10)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(holder, 1)
        whole.addWidget(self._hints)

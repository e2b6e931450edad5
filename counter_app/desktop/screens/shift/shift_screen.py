"""The page of a shift's money: its lines at the left, the drawer and the closing at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.shift.shift_page import Closed, ShiftPage
from counter_app.desktop.presenters.shift.shift_state import Balance, ReceiptAsk, ShiftState
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.shift.count_grid import CountGrid
from counter_app.desktop.screens.shift.sheets import CancelPaymentSheet, ReceiptSheet
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.cash import MoneyDay
from counter_app.i18n import tr
from counter_app.services.printing.receipt_paper import Document

_MARGIN, _GAP, _SIDE = 16, 12, 400
_PAYER, _WHAT = 2, 3
_ROOM = 700
_TONES = {
    Balance.UNCOUNTED: Tone.TEXT_2,
    Balance.EVEN: Tone.OK,
    Balance.MORE: Tone.WARN,
    Balance.LESS: Tone.ERROR,
}


class ShiftScreen(QWidget):
    """A page of the work area; `wrote` carries what an act changed."""

    wrote = Signal(object)

    def __init__(
        self,
        look: Look,
        desk: Desk,
        make_sheet: Callable[[Closed], Document],
        make_day: Callable[[MoneyDay], Document],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._since = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._table = TableView(
            look,
            (
                Column(tr("Giờ"), 64),
                Column(tr("Mã, số"), 178),
                Column(tr("Người nộp"), 120),
                Column(tr("Khoản thu"), 140),
                Column(tr("Số tiền"), 100, right=True),
                Column(tr("Biên lai điện tử"), 0),
            ),
        )
        self._table.setAccessibleName(tr("Các khoản thu của ca"))
        self._table.set_two_lines(two_lines=True)
        self._unreceipted = Line(look, "", Type.BODY, Tone.WARN)
        self._grid = CountGrid(look)
        self._expected = Line(look, "", Type.BODY, weight=MEDIUM, digits=True)
        self._other = Line(look, "", Type.BODY, digits=True)
        self._counted = Line(look, "", Type.MONEY, digits=True)
        self._balance = Line(look, "", Type.BODY, weight=MEDIUM, wrap=True)
        self._to = Field(look, tr("Bàn giao cho"))
        self._reason = Field(look, tr("Lý do chênh lệch"))
        self._close = PrimaryButton(look, tr("Chốt ca và in"), "print", "F9", big=True)
        self._hints = HintLine(look)
        self._sheet: Sheet | None = None
        self._can_print_again = False
        self._lay_out()
        self.presenter = ShiftPage(desk, self, self.wrote.emit, make_sheet, make_day)
        self._connect()

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return tr("Thu phí, chốt ca")

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.RECEIVE: tr("chốt ca và in bảng kê"), Command.REFRESH: tr("đọc lại")}
        if self._can_print_again:
            words[Command.REPRINT] = tr("in lại bảng kê")
        words[Command.SHIFT] = tr("in bảng kê cả ngày, gộp các ca")
        return words

    def act(self, command: Command) -> bool:
        """F9 closes and prints, F10 prints again, Ctrl+T prints the whole day, F5 reads anew."""
        if command is Command.RECEIVE:
            self._go()
        elif command is Command.REFRESH:
            self.presenter.refresh()
        elif command is Command.REPRINT:
            return self.presenter.print_again()
        elif command is Command.SHIFT:
            self.presenter.print_day()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window: a code opens its dossier, where its fees are taken."""
        del scan
        return False

    def arrive(self) -> None:
        """Read the shift; the keys are in the first denomination."""
        self.presenter.arrive()

    def escape(self) -> bool:
        """Come back from the lines to the count."""
        if self._table.hasFocus():
            self.focus_count()
            return True
        return False

    def hear(self, change: Changed) -> None:
        """Something was written, here or elsewhere."""
        self.presenter.changed(change)

    # What the presenter asks.

    def present(self, state: ShiftState) -> None:
        """Show the whole state."""
        self._since.set_text(state.since)
        self._table.set_rows(state.rows)
        self._unreceipted.set_text(state.unreceipted)
        self._unreceipted.setVisible(bool(state.unreceipted))
        self._grid.present(state.denominations, state.pieces)
        self._expected.set_text(state.expected)
        self._other.set_text(state.other)
        self._counted.set_text(state.counted)
        self._balance.set_text(state.balance_words)
        self._balance.set_tone(_TONES[state.balance])
        self._to.set_text(state.handed_to)
        self._reason.set_text(state.reason)
        self._reason.setVisible(state.needs_reason)
        self._close.setEnabled(not state.closing)
        self._close.set_reason(state.closing)
        self._can_print_again = bool(state.last)
        hints = [
            Hint("Enter", tr("mệnh giá sau; trên dòng thu: biên lai điện tử")),
            Hint("Delete", tr("hủy khoản thu")),
            Hint("F9", tr("chốt ca")),
        ]
        if self._can_print_again:
            hints.append(Hint("F10", tr("in lại bảng kê")))
        hints.append(Hint("Ctrl+T", tr("bảng kê cả ngày")))
        hints.append(Hint("Ctrl+N", tr("chốt số liệu ngày")))
        self._hints.set_hints(tuple(hints))

    def focus_count(self) -> None:
        """Put the keys into the first denomination."""
        self._grid.take_keys()

    def focus_reason(self) -> None:
        """Put the keys where the difference is explained."""
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_receipt(self, ask: ReceiptAsk) -> None:
        """Ask for the e-receipt of the chosen line."""
        sheet = ReceiptSheet(self._look, self, ask)
        sheet.written.connect(self.presenter.name_receipt)
        self._open(sheet)

    def ask_cancel(self, title: str, sentence: str) -> None:
        """Ask why the chosen payment is taken back."""
        sheet = CancelPaymentSheet(self._look, self, title, sentence)
        sheet.written.connect(self.presenter.cancel)
        self._open(sheet)

    def refuse_ask(self, words: str) -> None:
        """Say what is still missing in the question."""
        if self._sheet is not None:
            self._sheet.set_error(words)

    def close_ask(self) -> None:
        """Close the question."""
        if self._sheet is not None:
            self._sheet.close()

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete takes the chosen payment back, with a question."""
        if event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self.presenter.ask_cancel()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go(self) -> None:
        self.presenter.hand_to(self._to.text())
        self.presenter.explain(self._reason.text())
        self.presenter.close()

    @Slot()
    def _counted_all(self) -> None:
        self._to.edit.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.select(index.row())

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.presenter.select(index.row())
        self.presenter.ask_receipt()

    @Slot()
    def _forget(self) -> None:
        self._sheet = None

    def _open(self, sheet: Sheet) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.destroyed.connect(self._forget)
        self._sheet = sheet
        sheet.open()

    def _connect(self) -> None:
        self._grid.counted.connect(self.presenter.count)
        self._grid.finished.connect(self._counted_all)
        self._table.moved.connect(self._moved)
        self._table.opened.connect(self._opened)
        self._to.committed.connect(self.presenter.hand_to)
        self._reason.committed.connect(self.presenter.explain)
        self._close.clicked.connect(self._go)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        """Payer and fee give way where the room is short."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = self.width() - self._side.width() - 2 * _MARGIN - _GAP
        narrow = room < self._look.px(_ROOM)
        for column in (_PAYER, _WHAT):
            self._table.setColumnHidden(column, narrow)

    def _lay_out(self) -> None:
        look = self._look
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(Line(look, self.title(), Type.PAGE))
        head.addWidget(self._since, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._table, 1)
        left.addWidget(self._unreceipted)
        self._side = side = Card(look)
        side.setFixedWidth(min(look.px(_SIDE), 440))
        asked = ScrollColumn()
        asked.body.setSpacing(8)
        asked.body.addWidget(Line(look, tr("Đếm tiền trong ngăn kéo"), Type.NAME))
        asked.body.addWidget(self._grid)
        asked.body.addStretch(1)
        sums = QGridLayout()
        sums.setHorizontalSpacing(_GAP)
        right = Qt.AlignmentFlag.AlignRight
        rows = (
            (tr("Phải có"), self._expected),
            (tr("Chuyển khoản, thẻ"), self._other),
            (tr("Đếm được"), self._counted),
        )
        for row, (words, line) in enumerate(rows):
            sums.addWidget(Line(look, words, Type.BODY, Tone.TEXT_2), row, 0)
            sums.addWidget(line, row, 1, right)
        side.body.setSpacing(8)
        side.body.addWidget(asked, 1)
        side.body.addLayout(sums)
        side.body.addWidget(self._balance)
        side.body.addWidget(self._to)
        side.body.addWidget(self._reason)
        side.body.addLayout(flush(self._close))
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addLayout(left, 1)
        middle.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addWidget(self._hints)

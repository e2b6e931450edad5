"""The page of quick certification: one line to type, the price beside it, today's book below."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.certifying.certify_page import CertifyPage
from counter_app.desktop.presenters.certifying.certify_state import CertifyState
from counter_app.desktop.scanning.meaning import CardScan, Meaning
from counter_app.desktop.screens.certifying.count_line import CountLine
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.people.citizen_card import person_of
from counter_app.i18n import tr
from counter_app.services.certifying.quick import BookLine

_MARGIN, _GAP = 16, 12
_VOID = "void"
_KINDS = (Command.FAVOURITE_1, Command.FAVOURITE_2, Command.FAVOURITE_3)


class CertifyScreen(QWidget):
    """A page of the work area; `wrote` carries what an act changed."""

    wrote = Signal(object)

    def __init__(
        self,
        look: Look,
        desk: Desk,
        print_slip: Callable[[BookLine], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: list[FilterChip] = []
        self._group = QButtonGroup(self)
        self._count = CountLine(look)
        self._said = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._price = Line(look, "", Type.MONEY, digits=True)
        self._reason = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._doubt = Line(look, "", Type.BODY, Tone.WARN, wrap=True)
        self._paper = Field(look, tr("Giấy tờ"))
        self._requester = Field(look, tr("Người yêu cầu"))
        self._signed_by = Field(look, tr("Người ký chứng thực"))
        self._transfer = CheckRow(look, "", tr("Chuyển khoản"))
        self._write = PrimaryButton(look, tr("Ghi vào sổ"), "check", "Enter", big=True)
        self._sum = Line(look, "", Type.BODY, weight=BOLD, digits=True)
        self._table = TableView(
            look,
            (
                Column(tr("Số"), 96),
                Column(tr("Giờ"), 56),
                Column(tr("Loại"), 170),
                Column(tr("Giấy tờ"), 0),
                Column(tr("Trang × bản"), 100, right=True),
                Column(tr("Phí"), 100, right=True),
                Column(tr("Người yêu cầu"), 170),
            ),
        )
        self._table.setAccessibleName(tr("Sổ chứng thực hôm nay"))
        self._hints = HintLine(look)
        self._sheet: Sheet | None = None
        self._why: Field | None = None
        self._head = QHBoxLayout()
        self._lay_out()
        self.presenter = CertifyPage(desk, self, self.wrote.emit, print_slip)
        self._connect()

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return tr("Chứng thực nhanh")

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {
            Command.RECEIVE: tr("ghi vào sổ"),
            Command.REPRINT: tr("in phiếu thu của dòng đang chọn"),
            Command.REFRESH: tr("đọc lại sổ"),
        }
        return words | {
            command: chip.text() for command, chip in zip(_KINDS, self._chips, strict=False)
        }

    def act(self, command: Command) -> bool:
        """Do a command of the window."""
        if command is Command.RECEIVE:
            self._enter()
        elif command is Command.REPRINT:
            self.presenter.print_slip()
        elif command is Command.REFRESH:
            self.presenter.refresh()
        elif command in _KINDS:
            self.presenter.choose(_KINDS.index(command))
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Take the requester's name from a card; a code opens its dossier as anywhere."""
        if not isinstance(scan, CardScan):
            return False
        self._requester.set_text(person_of(scan.reading).name)
        self._described()
        self.focus_count()
        return True

    def arrive(self) -> None:
        """Read today's book; the keys are in the line."""
        self.presenter.arrive()

    def escape(self) -> bool:
        """Come back to the line from anywhere on the page."""
        if self._count.edit.hasFocus():
            return False
        self.focus_count()
        return True

    def hear(self, change: Changed) -> None:
        """Nothing that others write is in this counter's book."""
        del change

    # What the presenter asks.

    def present(self, state: CertifyState) -> None:
        """Show the whole state."""
        self._make_chips(state.kinds)
        if self._chips:
            self._chips[state.kind].setChecked(True)
        self._count.set_text(state.typed)
        self._said.set_text(state.said)
        self._price.set_text(state.price)
        self._reason.set_text(state.reason)
        self._reason.setVisible(bool(state.reason))
        self._doubt.set_text(state.doubt)
        self._doubt.setVisible(bool(state.doubt))
        self._paper.set_text(state.paper)
        self._paper.set_placeholder(state.paper_usual)
        self._requester.set_text(state.requester)
        self._signed_by.set_text(state.signed_by)
        self._transfer.setChecked(state.by_transfer)
        self._write.setEnabled(not state.reason)
        self._write.set_reason(state.reason)
        number = tr("Ghi số {number}").format(number=state.next_number)
        self._write.setText(number if state.next_number else tr("Ghi vào sổ"))
        self._sum.set_text(state.sum)
        self._table.set_rows(state.rows)

    def focus_count(self) -> None:
        """Put the keys into the line of pages and copies, all of it selected."""
        self._count.take_keys()

    def ask_void(self, number: str) -> None:
        """Ask why the line `number` is made void."""
        sheet = Sheet(
            self._look,
            self,
            tr("Bỏ số chứng thực {number}").format(number=number),
            tr("Số này ở lại trong sổ với lý do, không cấp lại. Tiền đã thu được trừ khỏi ca."),
        )
        sheet.stay = True
        self._why = Field(self._look, tr("Lý do"))
        sheet.body.addWidget(self._why)
        sheet.add_button(_VOID, tr("Bỏ số này"), default=True)
        sheet.chosen.connect(self._void_chosen)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.destroyed.connect(self._forget)
        self._sheet = sheet
        sheet.open()
        self._why.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_void(self, words: str) -> None:
        """Say what is still missing there."""
        if self._sheet is not None:
            self._sheet.set_error(words)

    def close_ask(self) -> None:
        """Close the question."""
        if self._sheet is not None:
            self._sheet.close()
        self.focus_count()

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter writes the line wherever the keys are; Delete makes the chosen line void."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self._enter()
        elif event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self.presenter.ask_void()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _enter(self) -> None:
        self._described()
        self.presenter.enter()

    @Slot()
    def _described(self) -> None:
        self.presenter.describe(self._paper.text(), self._requester.text(), self._signed_by.text())

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.select(index.row())

    @Slot(QModelIndex)
    def _opened(self, _: QModelIndex) -> None:
        self.presenter.print_slip()

    @Slot(bool)
    def _paid(self, by_transfer: bool) -> None:
        self.presenter.pay_by_transfer(by_transfer=by_transfer)

    @Slot(str)
    def _void_chosen(self, name: str) -> None:
        if name == _VOID and self._why is not None:
            self.presenter.void(self._why.text())

    @Slot()
    def _forget(self) -> None:
        self._sheet = self._why = None

    def _connect(self) -> None:
        self._group.idClicked.connect(self.presenter.choose)
        self._count.typed.connect(self.presenter.type)
        self._count.stepped.connect(self.presenter.step)
        self._count.entered.connect(self._enter)
        for field in (self._paper, self._requester, self._signed_by):
            field.committed.connect(self._described)
        self._transfer.toggled.connect(self._paid)
        self._write.clicked.connect(self._enter)
        self._table.moved.connect(self._moved)
        self._table.opened.connect(self._opened)

    def _make_chips(self, kinds: tuple[str, ...]) -> None:
        if len(self._chips) == len(kinds):
            return
        for place, words in enumerate(kinds):
            chip = FilterChip(self._look, words)
            self._chips.append(chip)
            self._group.addButton(chip, place)
            self._head.addWidget(chip)

    def _lay_out(self) -> None:
        look = self._look
        self._head.setSpacing(_GAP)
        self._head.addWidget(Line(look, self.title(), Type.PAGE))
        self._head.addStretch(1)
        card = Card(look)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._count)
        prices = QVBoxLayout()
        prices.setSpacing(2)
        prices.addWidget(self._said)
        prices.addWidget(self._price)
        top.addLayout(prices, 1)
        button = flush(self._write)
        top.addLayout(button)
        card.body.addLayout(top)
        card.body.addWidget(self._reason)
        card.body.addWidget(self._doubt)
        more = QGridLayout()
        more.setHorizontalSpacing(_GAP)
        for place, widget in enumerate((self._paper, self._requester, self._signed_by)):
            more.addWidget(widget, 0, place)
        more.addWidget(self._transfer, 0, 3, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(more)
        self._hints.set_hints(
            (
                Hint("Up Down", tr("thêm, bớt bản")),
                Hint("Enter", tr("ghi")),
                Hint("Ctrl+1", tr("đến"), joined=True),
                Hint("Ctrl+3", tr("loại")),
                Hint("Delete", tr("bỏ số đang chọn")),
                Hint("F10", tr("in phiếu thu")),
            )
        )
        under = QHBoxLayout()
        under.addWidget(Line(look, tr("Sổ hôm nay"), Type.NAME))
        under.addStretch(1)
        under.addWidget(self._sum)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(self._head)
        outer.addWidget(card)
        outer.addLayout(under)
        outer.addWidget(self._table, 1)
        outer.addWidget(self._hints)

"""The page of piles: what happens to them, the scanned rows, the unit and one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.piles.pile_page import PilePage
from counter_app.desktop.presenters.piles.pile_state import PileState
from counter_app.desktop.presenters.steps.told_later import done_label, done_placeholder
from counter_app.desktop.scanning.meaning import CodeScan, Meaning
from counter_app.desktop.screens.steps.folded_field import FoldedField
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr
from counter_app.services.dossiers.piles import Pile, PileList
from counter_app.services.printing.receipt_paper import Document

_MARGIN, _GAP = 16, 12
_SIDE = 322
_PROCEDURE, _ROOM = 3, 760
_CHIPS = {
    Pile.OUT: "Giao hồ sơ",
    Pile.BACK: "Nhận lại hồ sơ",
    Pile.RESULTS: "Nhận kết quả về",
}
_PILES = tuple(_CHIPS)


class PilesPage(QWidget):
    """A page of the work area; `wrote` carries what an act changed."""

    wrote = Signal(object)

    def __init__(
        self,
        look: Look,
        desk: Desk,
        make_list: Callable[[PileList], Document],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Line(look, "", Type.PAGE)
        self._chips: dict[Pile, FilterChip] = {}
        self._group = QButtonGroup(self)
        for place, pile in enumerate(_PILES):
            chip = FilterChip(look, tr(_CHIPS[pile]))
            self._chips[pile] = chip
            self._group.addButton(chip, place)
        self._table = TableView(
            look,
            (
                Column(tr("STT"), 48, right=True),
                Column(tr("Mã hồ sơ"), 190),
                Column(tr("Chủ hồ sơ"), 158),
                Column(tr("Thủ tục"), 200),
                Column(tr("Đơn vị, kết quả"), 0),
            ),
        )
        self._table.setAccessibleName(tr("Chồng hồ sơ đã quét"))
        self._empty = EmptyState(look, "scan", tr("Quét mã trên từng giấy tiếp nhận của chồng."))
        self._unit_label = Line(look, "", Type.BODY, weight=MEDIUM)
        self._unit = SearchField(look, tr("Gõ tên đơn vị"))
        self._units = PickerView(look, max_rows=6)
        self._person = Field(look, tr("Người nhận"))
        self._result_code = Line(look, "", Type.BODY, weight=BOLD, digits=True)
        self._kind = Field(look, tr("Loại giấy"))
        self._number = Field(look, tr("Số, ký hiệu"))
        self._abstract = Field(look, tr("Trích yếu"))
        self._done = FoldedField(look, done_label(), digits=True)
        self._done.set_placeholder(done_placeholder())
        self._doubt = Line(look, "", Type.BODY, Tone.WARN, wrap=True)
        self._problem = Line(look, "", Type.BODY, Tone.ERROR, wrap=True)
        self._reason = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._proceed = PrimaryButton(look, "", "print", "F9", big=True)
        self._again = QuietButton(look, tr("In lại danh sách"), "print", "F10")
        self._hints = HintLine(look)
        self._result = QWidget()
        self._lay_out()
        self.presenter = PilePage(desk, self, self.wrote.emit, make_list)
        self._connect()

    def _connect(self) -> None:
        self._group.idClicked.connect(self._chosen)
        self._table.moved.connect(self._moved)
        self._table.opened.connect(self._opened)
        self._unit.changed.connect(self.presenter.type_unit)
        self._unit.stepped.connect(self._units.step)
        self._unit.entered.connect(self._unit_entered)
        self._units.chosen.connect(self.presenter.pick_unit)
        self._person.committed.connect(self.presenter.name_person)
        for field in (self._kind, self._number, self._abstract):
            field.committed.connect(self._described)
        self._done.committed.connect(self.presenter.tell_when)
        self._proceed.clicked.connect(self._go)
        self._again.clicked.connect(self.presenter.print_again)

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return self._title.text()

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.RECEIVE: self._proceed.text()}
        if self._again.isVisible():
            words[Command.REPRINT] = tr("in lại danh sách vừa ghi")
        return words

    def act(self, command: Command) -> bool:
        """F9 writes and prints, F10 prints the last list again."""
        if command is Command.RECEIVE:
            self._go()
        elif command is Command.REPRINT:
            return self.presenter.print_again()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Take a code into the pile; a card is no part of it."""
        if isinstance(scan, CodeScan):
            self.presenter.add(scan.code)
            return True
        return False

    def arrive(self) -> None:
        """Show the page as it was left."""
        self.presenter.arrive()

    def escape(self) -> bool:
        """Leave the unit's line for the rows; a pile isn't thrown away by Esc."""
        if self._unit.edit.hasFocus():
            self.focus_rows()
            return True
        return False

    def hear(self, change: Changed) -> None:
        """Something was written, here or elsewhere."""
        self.presenter.changed(change)

    # What the presenter asks.

    def present(self, state: PileState) -> None:
        """Show the whole state."""
        self._title.set_text(state.title)
        self._chips[state.pile].setChecked(True)
        self._table.set_rows(state.rows)
        if state.rows:
            self._table.select_row(state.current)
        self._table.setVisible(bool(state.rows))
        self._empty_card.setVisible(not state.rows)
        self._unit_label.set_text(state.unit_label)
        self._unit.edit.setAccessibleName(state.unit_label)
        self._unit.set_text(state.unit)
        self._units.set_rows(state.units)
        self._units.setVisible(bool(state.units))
        self._person.label.set_text(state.person_label)
        self._person.edit.setAccessibleName(state.person_label)
        self._person.set_text(state.person)
        self._show_result(state)
        if self._done.text() != state.done:
            self._done.set_text(state.done)
        self._done.set_problem(state.done_problem)
        self._doubt.set_text(state.doubt)
        self._doubt.setVisible(bool(state.doubt))
        self._problem.set_text(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._reason.set_text(state.reason)
        self._reason.setVisible(bool(state.reason))
        self._proceed.setText(state.proceed)
        self._proceed.setEnabled(not state.reason)
        self._proceed.set_reason(state.reason)
        self._again.setVisible(bool(state.again))
        self._again.setText(tr("In lại {number}").format(number=state.again))
        self._hints.set_right(state.count)
        enter = tr("số, ký hiệu") if state.result is not None else tr("đơn vị")
        self._hints.set_hints(
            (
                Hint("Up Down", tr("chọn")),
                Hint("Delete", tr("bỏ khỏi chồng")),
                Hint("Enter", enter),
                Hint("F9", tr("ghi và in")),
            )
        )

    def focus_unit(self) -> None:
        """Put the keys into the line of the unit."""
        self._unit.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._unit.edit.selectAll()

    def focus_rows(self) -> None:
        """Put the keys into the pile."""
        (self._table if self._table.isVisibleTo(self) else self).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    # Events.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The procedure's name gives way where the room is short."""
        super().resizeEvent(event)
        room = self.width() - self._side.width() - 2 * _MARGIN - _GAP
        self._table.setColumnHidden(_PROCEDURE, room < self._look.px(_ROOM))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete takes a row out; Enter leads to what is still missing."""
        if event.key() == Qt.Key.Key_Delete:
            self.presenter.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        else:
            super().keyPressEvent(event)

    def _next(self) -> None:
        if self._result.isVisibleTo(self):
            self._number.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_unit()

    def _show_result(self, state: PileState) -> None:
        fields = state.result
        self._result.setVisible(fields is not None)
        if fields is not None:
            self._result_code.set_text(fields.code)
            self._kind.set_text(fields.kind)
            self._number.set_text(fields.number)
            self._abstract.set_text(fields.abstract)

    @Slot(int)
    def _chosen(self, place: int) -> None:
        self.presenter.choose(_PILES[place])
        self.focus_rows()

    @Slot(QModelIndex)
    def _opened(self, _: QModelIndex) -> None:
        self._next()

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    @Slot()
    def _unit_entered(self) -> None:
        self.presenter.pick_unit(self._units.current())

    @Slot()
    def _described(self) -> None:
        self.presenter.describe(self._kind.text(), self._number.text(), self._abstract.text())

    @Slot()
    def _go(self) -> None:
        self.presenter.name_person(self._person.text())
        self.presenter.tell_when(self._done.text())
        if self._result.isVisibleTo(self):
            self._described()
        self.presenter.proceed()

    def _lay_out(self) -> None:
        look = self._look
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title)
        head.addStretch(1)
        for chip in self._chips.values():
            head.addWidget(chip)
        self._empty_card = Card(look)
        self._empty_card.body.addWidget(self._empty)
        self._empty_card.body.addStretch(1)
        self._side = side = Card(look)
        side.setFixedWidth(min(look.px(_SIDE), 400))
        asked = ScrollColumn()
        asked.body.setSpacing(8)
        asked.body.addWidget(self._unit_label)
        asked.body.addWidget(self._unit)
        asked.body.addWidget(self._units)
        asked.body.addWidget(self._person)
        result = QVBoxLayout(self._result)
        result.setContentsMargins(0, 8, 0, 0)
        result.setSpacing(8)
        for widget in (self._result_code, self._kind, self._number, self._abstract):
            result.addWidget(widget)
        asked.body.addWidget(self._result)
        asked.body.addSpacing(8)
        asked.body.addWidget(self._done)
        asked.body.addStretch(1)
        column = side.body
        column.setSpacing(8)
        column.addWidget(asked, 1)
        column.addWidget(self._doubt)
        column.addWidget(self._problem)
        column.addWidget(self._reason)
        column.addLayout(flush(self._proceed))
        column.addWidget(self._again)
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(self._table, 1)
        middle.addWidget(self._empty_card, 1)
        middle.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addWidget(self._hints)

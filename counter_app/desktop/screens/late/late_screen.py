"""The page of late dossiers: rows to tick, reason, signer, and one key for each of two steps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.late.late_page import LatePage
from counter_app.desktop.presenters.late.late_rows import columns
from counter_app.desktop.presenters.late.late_state import LateFields, LateState
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

_MARGIN, _GAP, _SIDE = 16, 12, 322
_GIVE_WAY = (4, 2, 6)
"""Columns that go where the room is short: the promised day, the name, the expected day."""

_LEAST_REST = 120


class LateScreen(QWidget):
    """A page of the work area. `opened` carries a dossier's uid, `wrote` what an act changed."""

    opened = Signal(str)
    wrote = Signal(object)

    def __init__(self, look: Look, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._columns = look, columns()
        self._title = Line(look, "", Type.PAGE)
        self._summary = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._table = TableView(look, self._columns)
        self._table.setAccessibleName(tr("Hồ sơ trễ hẹn"))
        self._empty = EmptyState(look, "ok", "")
        self._reason = Field(look, tr("Lý do cho mọi thư"))
        self._reasons = PickerView(look, max_rows=5)
        self._signer = Field(look, tr("Người ký"), placeholder=tr("để trống thì không in tên"))
        self._row = QWidget()
        self._code = Line(look, "", Type.BODY, weight=BOLD, digits=True)
        self._own = Field(look, tr("Lý do riêng"), placeholder=tr("như lý do chung"))
        self._day = Field(look, tr("Dự kiến có kết quả"), digits=True)
        self._problem = Line(look, "", Type.BODY, Tone.ERROR, wrap=True)
        self._why = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._proceed = PrimaryButton(look, "", "print", "F9", big=True)
        self._again = QuietButton(look, tr("In lại thư"), "print", "F10")
        self._hints = HintLine(look)
        self._lay_out()
        self.presenter = LatePage(desk, self, self.wrote.emit)
        self._connect()

    def _connect(self) -> None:
        self._table.moved.connect(self._moved)
        self._table.opened.connect(self._opened)
        self._table.clicked.connect(self._clicked)
        self._reason.changed.connect(self.presenter.say_reason)
        self._reasons.chosen.connect(self.presenter.pick_reason)
        self._signer.changed.connect(self.presenter.say_signer)
        self._own.committed.connect(self.presenter.say_own)
        self._day.committed.connect(self.presenter.say_day)
        self._proceed.clicked.connect(self._go)
        self._again.clicked.connect(self.presenter.print_again)
        self._look.changed.connect(self._fit)

    def hear(self, change: Changed) -> None:
        """Something was written; while the page is hidden, `arrive` will look anew."""
        if self.isVisible():
            self.presenter.changed(change)

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return self._title.text()

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.REFRESH: tr("làm mới")}
        if self._proceed.isEnabled():
            words[Command.RECEIVE] = self._proceed.text()
        if self._again.isVisible():
            words[Command.REPRINT] = self._again.text()
        return words

    def act(self, command: Command) -> bool:
        """F5 looks anew, F9 goes on, F10 prints the letters that wait again."""
        if command is Command.REFRESH:
            self.presenter.arrive()
        elif command is Command.RECEIVE:
            self._go()
        elif command is Command.REPRINT:
            return self.presenter.print_again()
        else:
            return False
        return True

    def scanned(self, _scan: Meaning) -> bool:
        """Leave scans to the window."""
        return False

    def arrive(self) -> None:
        """Look anew; keys go into the rows."""
        self.presenter.arrive()
        self.focus_rows()

    def escape(self) -> bool:
        """Leave a line for the rows; nothing that was typed is lost."""
        typing = (self._reason, self._signer, self._own, self._day)
        if any(field.edit.hasFocus() for field in typing):
            self.focus_rows()
            return True
        return False

    # What the presenter asks.

    def present(self, state: LateState) -> None:
        """Show the whole state."""
        had_keys = self._table.hasFocus() or self.hasFocus()
        self._title.set_text(state.title)
        self._summary.set_text(state.summary)
        self._summary.setVisible(bool(state.summary))
        self._table.set_rows(state.rows)
        if state.current >= 0:
            self._table.select_row(state.current)
        self._stack.setCurrentIndex(1 if state.empty else 0)
        self._empty.set("ok", state.empty)
        self._side.setVisible(bool(state.rows))
        self._reason.label.set_text(state.reason_label)
        self._reason.edit.setAccessibleName(state.reason_label)
        self._reason.set_text(state.reason)
        self._reasons.set_rows(state.reasons)
        self._reasons.set_current(-1)  # digits take one; Enter is the row's
        self._reasons.setVisible(bool(state.reasons))
        self._signer.set_text(state.signer)
        self._signer.setVisible(not state.waits)
        self._show_row(state.row)
        self._problem.set_text(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._why.set_text(state.why)
        self._why.setVisible(bool(state.why))
        self._proceed.setText(state.proceed)
        self._proceed.set_icon("check" if state.waits else "print")
        self._proceed.setEnabled(state.can_proceed)
        self._proceed.set_reason(state.why)
        self._again.setVisible(state.waits)
        self._hints.set_hints(state.hints)
        self._hints.set_right(state.count)
        self._fit()
        if had_keys:
            self.focus_rows()

    def focus_rows(self) -> None:
        """Put the keys into the rows."""
        rows = self._stack.currentIndex() == 0
        (self._table if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_reason(self) -> None:
        """Put the keys into the line of the reason."""
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reason.edit.selectAll()

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""
        self.opened.emit(uid)

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Space ticks, A ticks the group, digits take one of the office's reasons."""
        key = event.key()
        if not self._table.hasFocus() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.presenter.toggle()
        elif key == Qt.Key.Key_A:
            self.presenter.toggle_all()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.presenter.pick_reason(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let columns give way where the room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Hidden or shown, the card's width is kept: rows don't jump.
        room = self.width() - self._side.width() - 2 * _MARGIN - _GAP
        hidden: set[int] = set()
        for place in _GIVE_WAY:
            if self._needed(hidden) > room:
                hidden.add(place)
        self._table.set_columns(
            tuple(
                each._replace(width=0) if at in hidden else each
                for at, each in enumerate(self._columns)
            )
        )
        for place in range(len(self._columns)):
            self._table.setColumnHidden(place, place in hidden)

    def _needed(self, hidden: set[int]) -> int:
        px = self._look.px
        shown = (each.width for at, each in enumerate(self._columns) if at not in hidden)
        return sum(map(px, shown)) + px(_LEAST_REST)

    def _show_row(self, fields: LateFields | None) -> None:
        self._row.setVisible(fields is not None)
        if fields is not None:
            self._code.set_text(fields.code)
            self._own.set_text(fields.reason)
            self._day.set_text(fields.day)
            self._day.set_problem(fields.day_problem, doubt=fields.is_doubt)

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())
        self.presenter.open()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        """A click on the tick is the space key."""
        if index.column() == 0:
            self.presenter.move_to(index.row())
            self.presenter.toggle()

    @Slot()
    def _go(self) -> None:
        self.presenter.say_own(self._own.text())
        self.presenter.say_day(self._day.text())
        self.presenter.proceed()

    def _lay_out(self) -> None:
        look = self._look
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        empty = Card(look)
        empty.body.addWidget(self._empty)
        empty.body.addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._table)
        self._stack.addWidget(empty)
        self._side = side = Card(look)
        side.setFixedWidth(min(look.px(_SIDE), 400))
        asked = ScrollColumn()
        asked.body.setSpacing(8)
        asked.body.addWidget(self._reason)
        asked.body.addWidget(self._reasons)
        asked.body.addWidget(self._signer)
        row = QVBoxLayout(self._row)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for widget in (self._code, self._day, self._own):
            row.addWidget(widget)
        asked.body.addWidget(self._row)
        asked.body.addStretch(1)
        column = side.body
        column.setSpacing(8)
        column.addWidget(asked, 1)
        column.addWidget(self._problem)
        column.addWidget(self._why)
        column.addLayout(flush(self._proceed))
        column.addWidget(self._again)
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(holder, 1)
        middle.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addWidget(self._hints)

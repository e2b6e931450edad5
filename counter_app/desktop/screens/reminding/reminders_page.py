"""The page of reminders: one table in groups, and the key that prints it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reminding.reminder_page import ReminderPage, columns
from counter_app.desktop.presenters.reminding.reminder_state import ReminderState
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.officers.roles import Act
from counter_app.i18n import tr
from counter_app.services.officers.permits import may
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.reminding.reminders import Reminder

_MARGIN, _GAP = 16, 12
_GIVE_WAY = (4, 3)
"""Columns that go where the room is short: the promised hour, where it lies."""

_LEAST_REST = 150


class RemindersPage(QWidget):
    """A page of the work area. `opened` carries a dossier's uid, `late` asks for the late ones."""

    opened = Signal(str)
    late = Signal()

    def __init__(
        self,
        look: Look,
        desk: Desk,
        make_list: Callable[[Sequence[Reminder]], Document],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._columns = look, columns()
        self._title = Line(look, "", Type.PAGE)
        self._summary = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._late = QuietButton(look, tr("Trễ hẹn, thư xin lỗi"), "late", "Ctrl+Shift+X")
        if not may(desk.workplace, desk.session, Act.APOLOGISE):
            self._late.hide()
        self._print = QuietButton(look, tr("In danh sách"), "print", "F10")
        self._table = TableView(look, self._columns)
        self._table.setAccessibleName(tr("Hồ sơ cần nhắc"))
        self._empty = EmptyState(look, "ok", "")
        self._hints = HintLine(look)
        self._lay_out(look)
        self.presenter = ReminderPage(desk, self, make_list)
        self._print.clicked.connect(self.presenter.print_list)
        self._late.clicked.connect(self._late_asked)
        self._table.opened.connect(self._opened)
        self._table.moved.connect(self._moved)
        look.changed.connect(self._fit)

    def hear(self, change: Changed) -> None:
        """Something was written; while the page is hidden, `arrive` will refresh it."""
        if self.isVisible():
            self.presenter.changed(change)

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return self._title.text()

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.REFRESH: tr("làm mới")}
        if self._print.isEnabled():
            words[Command.REPRINT] = tr("in danh sách")
        return words

    def act(self, command: Command) -> bool:
        """F5 looks anew, F10 and Ctrl+P print the list."""
        if command is Command.REFRESH:
            self.presenter.arrive()
            return True
        return command is Command.REPRINT and self.presenter.print_list()

    def scanned(self, _scan: Meaning) -> bool:
        """Leave scans to the window."""
        return False

    def arrive(self) -> None:
        """Look anew; keys go into the rows."""
        self.presenter.arrive()
        self._focus_rows()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    # What the presenter asks.

    def present(self, state: ReminderState) -> None:
        """Show the whole state."""
        had_keys = self._table.hasFocus() or self.hasFocus()
        self._title.set_text(state.title)
        self._summary.set_text(state.summary)
        self._summary.setVisible(bool(state.summary))
        self._print.setEnabled(state.can_print)
        self._table.set_rows(state.rows)
        if state.current >= 0:
            self._table.select_row(state.current)
        self._hints.set_hints(state.hints)
        self._hints.set_right(state.position)
        self._empty.set("ok", state.empty)
        self._stack.setCurrentIndex(1 if state.empty else 0)
        self._fit()
        if had_keys:
            self._focus_rows()

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""
        self.opened.emit(uid)

    # Events.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let columns give way where the room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN - _GAP
        hidden: set[int] = set()
        for place in _GIVE_WAY:
            if self._needed(hidden) > room:
                hidden.add(place)
        # A hidden column takes no room from the rest.
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

    def _focus_rows(self) -> None:
        rows = self._stack.currentIndex() == 0
        (self._table if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _late_asked(self) -> None:
        self.late.emit()

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())
        self.presenter.open()

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    def _lay_out(self, look: Look) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        head.addWidget(self._late)
        head.addWidget(self._print)
        empty = Card(look)
        empty.body.addWidget(self._empty)
        empty.body.addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._table)
        self._stack.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(holder, 1)
        outer.addWidget(self._hints)

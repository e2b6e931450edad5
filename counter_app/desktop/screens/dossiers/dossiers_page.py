"""The page of dossier lists: one search line, queues, one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.models.dossier_table import DossierTable
from counter_app.desktop.presenters.dossiers.dossier_list import DossierList
from counter_app.desktop.presenters.dossiers.line_cells import columns
from counter_app.desktop.presenters.dossiers.list_state import ListState
from counter_app.desktop.presenters.dossiers.register_print import RegisterPrint
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.dossiers.drop_button import DropButton
from counter_app.desktop.screens.dossiers.fitting import fitted
from counter_app.desktop.screens.dossiers.queue_chips import QueueChips
from counter_app.desktop.screens.dossiers.register_sheet import RegisterAsker
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.dossiers.dossier_line import DossierLine, Order
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import Queue

_MARGIN, _GAP, _BAR = 16, 12, 12
_OPENING = (Command.RETURN, Command.SUPPLEMENT, Command.REPRINT)


@dataclass(frozen=True, slots=True)
class Opening:
    """Which dossier to open, and what to do there at once: the value of a command, or ""."""

    uid: str
    act: str = ""


class DossiersPage(QWidget):
    """A page of the work area. `opened` carries an Opening, `reception` asks for a new one."""

    opened = Signal(object)
    reception = Signal()

    def __init__(self, look: Look, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns(Order.DUE)
        self._title = Line(look, "", Type.PAGE)
        self._search = SearchField(look, keys="Ctrl+F")
        self._days = DropButton(look, "calendar")
        self._counters = DropButton(look, "user")
        self._register = QuietButton(look, tr("In sổ"), "print")
        self._register.setAccessibleName(tr("In sổ theo dõi"))
        self._register.setToolTip(tr("In sổ theo dõi hồ sơ của quầy"))
        self._chips = QueueChips(look)
        self._table = TableView(look, self._columns)
        self._table.setAccessibleName(tr("Danh sách hồ sơ"))
        self._empty = EmptyState(look, "folder", "")
        self._hints = HintLine(look)
        self.presenter = DossierList(desk, self)
        self._asker = RegisterAsker(look, self)
        self.register = RegisterPrint(desk, self._asker)
        self._model = DossierTable(
            self.presenter.cells_of, self.presenter.more, self._columns, self
        )
        self._table.setModel(self._model)
        self._lay_out(look)
        self._search.changed.connect(self.presenter.type)
        self._search.entered.connect(self.presenter.enter)
        self._search.stepped.connect(self._step)
        self._days.picked.connect(self.presenter.pick_days)
        self._counters.picked.connect(self.presenter.pick_counter)
        self._chips.picked.connect(self.show_queue)
        self._register.clicked.connect(self.print_register)
        self._asker.picked.connect(self.register.choose)
        self._asker.left.connect(self.register.left)
        self._table.opened.connect(self._open_row)
        self._table.moved.connect(self._moved)
        self._table.head_clicked.connect(self.presenter.sort_by)
        self._empty.clicked.connect(self.presenter.help_empty)
        look.changed.connect(self._fit)

    def show_queue(self, queue: Queue) -> None:
        """Show a queue: the left rail's, or a chip's."""
        self.presenter.show_queue(queue)

    def hear(self, change: Changed) -> None:
        """Something was written; while the page is hidden, `arrive` will refresh it."""
        if self.isVisible():
            self.presenter.changed(change)

    def print_register(self) -> None:
        """Ask which days of the register are printed: of the counter that the list shows."""
        self.register.ask(self.presenter.counter)

    # ---- a page of the window

    def title(self) -> str:
        """Return the window's title."""
        return self._title.text()

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        words = {Command.FILTER: tr("tìm trong danh sách"), Command.REFRESH: tr("làm mới")}
        if self.presenter.has_current():
            said = {
                Command.RETURN: tr("trả kết quả"),
                Command.SUPPLEMENT: self.presenter.supplement_words(),
                Command.REPRINT: tr("in lại"),
            }
            words |= {each: text for each, text in said.items() if self.presenter.allows(each)}
        return words

    def act(self, command: Command) -> bool:
        """Do a command of the window."""
        if command is Command.FILTER:
            self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.edit.selectAll()
        elif command is Command.REFRESH:
            self.presenter.arrive()
        elif command in _OPENING and self.presenter.has_current():
            self.presenter.open(command.value)
        else:
            return False
        return True

    def scanned(self, _scan: Meaning) -> bool:
        """Leave scans to the window: a code opens its dossier, a card begins a reception."""
        return False

    def arrive(self) -> None:
        """Refresh; keys go into the rows, unless something is being looked for."""
        self.presenter.arrive()
        if not (self._search.edit.hasFocus() and self._search.text()):
            self._focus_rows()

    def escape(self) -> bool:
        """Empty the search line; then there is nothing to go back from."""
        if not self._search.text():
            return False
        self._search.set_text("")
        self.presenter.type("")
        self._focus_rows()
        return True

    # ---- what the presenter asks

    def present(self, state: ListState) -> None:
        """Show the whole state."""
        self._title.set_text(state.title)
        self._search.set_placeholder(state.placeholder)
        self._search.set_text(state.typed)
        self._chips.set_chips(state.states, state.alarms)
        self._days.set_drop_down(state.days)
        self._counters.set_drop_down(state.counters)
        self._columns = state.columns
        self._fit()
        self._hints.set_hints(state.hints)
        self._hints.set_right(state.position)
        empty = state.empty
        if empty is not None:
            self._empty.set(empty.icon, empty.sentence, empty.words, empty.keys)
        self._show_rows(shown=empty is None)

    def show_lines(self, lines: tuple[DossierLine, ...], current: int, *, more: bool) -> None:
        """Show these rows, `current` chosen."""
        self._model.show_lines(lines, more=more)
        self._table.select_row(current)

    def add_lines(self, lines: tuple[DossierLine, ...], *, more: bool) -> None:
        """Add rows below."""
        self._model.add_lines(lines, more=more)

    def focus_table(self) -> None:
        """Put the keys into the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_dossier(self, uid: str, act: str) -> None:
        """Leave for a dossier."""
        self.opened.emit(Opening(uid, act))

    def begin_reception(self) -> None:
        """Leave for a new reception."""
        self.reception.emit()

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Letters typed anywhere on the page go to the search line; Enter helps an empty list."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and event.text().isprintable() and event.text().strip():
            self._search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._search.edit.end(False)  # noqa: FBT003 (Qt's own argument)
            self._search.edit.insert(event.text())
            self.presenter.type(self._search.text())
            return
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.presenter.enter()
            return
        super().keyPressEvent(event)

    def _open_row(self, index: QModelIndex) -> None:
        self.presenter.open_row(index.row())

    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    def _step(self, step: int) -> None:
        """Down leads from the search line into the rows."""
        if step > 0 and self._stack.currentIndex() == 0:
            self.focus_table()

    def _focus_rows(self) -> None:
        if self._stack.currentIndex() == 0:
            self.focus_table()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let columns give way where the room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN - _BAR
        shown = fitted(self._columns, self._look.px, room)
        self._table.set_two_lines(two_lines=shown.two_lines)
        self._table.set_columns(shown.columns)
        for place in range(len(shown.columns)):
            self._table.setColumnHidden(place, place in shown.hidden)

    def _show_rows(self, *, shown: bool) -> None:
        """Show the rows or the empty state; keys that were in the rows stay on the page."""
        if not shown and self._table.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentIndex(0 if shown else 1)
        if shown and self.hasFocus():
            self.focus_table()

    def _lay_out(self, look: Look) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title)
        head.addSpacing(28)
        head.addWidget(self._search, 1)
        head.addWidget(self._days)
        head.addWidget(self._counters)
        head.addWidget(self._register)
        if not self.register.is_offered:
            self._register.hide()
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
        outer.addWidget(self._chips)
        outer.addWidget(holder, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.addWidget(self._hints)
        outer.addLayout(foot)

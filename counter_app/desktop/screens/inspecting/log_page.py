"""The page of the log: one line of filters, one table, the chosen act in full below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.models.paged_table import PagedTable
from counter_app.desktop.presenters.inspecting.log_page import InspectionLog
from counter_app.desktop.presenters.inspecting.log_state import LogState, Verdict
from counter_app.desktop.presenters.inspecting.log_words import columns
from counter_app.desktop.scanning.meaning import CodeScan, Meaning
from counter_app.desktop.screens.dossiers.drop_button import DropButton
from counter_app.desktop.screens.inspecting.detail_card import DetailCard
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr
from counter_app.services.inspecting.log import LogLine

_MARGIN, _GAP = 16, 12
_GIVE_WAY = (2, 6, 1)
"""Columns that go where the room is short: counter, sending, officer; the card below has them."""

_LEAST_REST = 100


class LogPage(QWidget):
    """A page of the work area. `opened` carries the uid of a dossier."""

    opened = Signal(str)

    def __init__(
        self,
        look: Look,
        desk: Desk,
        print_inspection: Callable[[str], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Line(look, "", Type.PAGE)
        self._search = SearchField(look, keys="Ctrl+F")
        self._days = DropButton(look, "calendar")
        self._officers = DropButton(look, "user")
        self._groups = DropButton(look, "list")
        self._check = QuietButton(look, tr("Kiểm tra chuỗi"), "ok", "F5")
        self._export = QuietButton(look, tr("Kết xuất"), "out")
        self._verdict = Banner(look)
        self._columns = columns()
        self._table = TableView(look, self._columns)
        self._table.setAccessibleName(tr("Nhật ký"))
        self._empty = EmptyState(look, "list", "")
        self._detail = DetailCard(look)
        self._hints = HintLine(look)
        self.presenter = InspectionLog(desk, self, print_inspection)
        self._model: PagedTable[LogLine] = PagedTable(
            self.presenter.cells_of, self.presenter.more, self._columns, self
        )
        self._table.setModel(self._model)
        self._lay_out(look)
        self._connect()

    def _connect(self) -> None:
        self._search.changed.connect(self.presenter.type)
        self._search.entered.connect(self.presenter.enter)
        self._search.stepped.connect(self._step)
        self._days.picked.connect(self.presenter.pick_days)
        self._officers.picked.connect(self.presenter.pick_officer)
        self._groups.picked.connect(self.presenter.pick_group)
        self._check.clicked.connect(self.presenter.check)
        self._export.clicked.connect(self.presenter.export)
        self._table.opened.connect(self._opened)
        self._table.moved.connect(self._moved)
        self._detail.open.clicked.connect(self.presenter.open)
        self._detail.print.clicked.connect(self.presenter.print_dossier)
        self._look.changed.connect(self._fit)

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
        words = {Command.FILTER: tr("tìm theo mã hồ sơ"), Command.REFRESH: tr("kiểm tra chuỗi")}
        if self._detail.print.isVisibleTo(self):
            words[Command.REPRINT] = tr("in phiếu kiểm tra hồ sơ")
        return words

    def act(self, command: Command) -> bool:
        """Do a command of the window."""
        if command is Command.FILTER:
            self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.edit.selectAll()
        elif command is Command.REFRESH:
            self.presenter.check()
        elif command is Command.REPRINT and self._detail.print.isVisibleTo(self):
            self.presenter.print_dossier()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """A code asks for what happened to its dossier."""
        if not isinstance(scan, CodeScan):
            return False
        self._search.set_text(scan.code)
        self.presenter.type(scan.code)
        return True

    def arrive(self) -> None:
        """Read the log anew; keys go into the rows."""
        self.presenter.arrive()
        if not self._search.edit.hasFocus():
            self.focus_table()

    def escape(self) -> bool:
        """Empty the search line; then there is nothing to go back from."""
        if not self._search.text():
            return False
        self._search.set_text("")
        self.presenter.type("")
        self.focus_table()
        return True

    # What the presenter asks.

    def present(self, state: LogState) -> None:
        """Show the whole state."""
        self._title.set_text(state.title)
        self._search.set_placeholder(state.placeholder)
        self._search.set_text(state.typed)
        self._days.set_drop_down(state.days)
        self._officers.set_drop_down(state.officers)
        self._groups.set_drop_down(state.groups)
        self._check.setEnabled(not state.checking)
        self._export.setVisible(state.can_export)
        self._show_verdict(state.verdict)
        self._detail.show_detail(state.detail, can_open=state.can_open, can_print=state.can_print)
        self._hints.set_hints(state.hints)
        self._hints.set_right(state.position)
        self._empty.set("list", state.empty)
        self._stack.setCurrentIndex(1 if state.empty else 0)

    def show_lines(self, lines: tuple[LogLine, ...], current: int, *, more: bool) -> None:
        """Show these rows, `current` chosen."""
        self._model.show_lines(lines, more=more)
        self._table.select_row(current)

    def add_lines(self, lines: tuple[LogLine, ...], *, more: bool) -> None:
        """Add rows below."""
        self._model.add_lines(lines, more=more)

    def focus_table(self) -> None:
        """Put the keys into the rows."""
        shown = self._stack.currentIndex() == 0
        (self._table if shown else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""
        self.opened.emit(uid)

    def ask_file(self, proposed: Path) -> None:
        """Ask where the spreadsheet goes."""
        dialog = QFileDialog(self, tr("Kết xuất nhật ký"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Bảng tính (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Letters and digits typed anywhere on the page go to the search line."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and event.text().isprintable() and event.text().strip():
            self._search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._search.edit.end(False)  # noqa: FBT003 (Qt's own argument)
            self._search.edit.insert(event.text())
            self.presenter.type(self._search.text())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let columns give way where the room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN - _GAP
        px, hidden = self._look.px, set()
        for place in (None, *_GIVE_WAY):
            if place is not None:
                hidden.add(place)
            fixed = (px(each.width) for at, each in enumerate(self._columns) if at not in hidden)
            if sum(fixed) + px(_LEAST_REST) <= room:
                break
        # A hidden column takes no room from the rest.
        self._table.set_columns(
            tuple(
                each._replace(width=0) if at in hidden else each
                for at, each in enumerate(self._columns)
            )
        )
        for place in range(len(self._columns)):
            self._table.setColumnHidden(place, place in hidden)

    def _show_verdict(self, verdict: Verdict | None) -> None:
        self._verdict.setVisible(verdict is not None)
        if verdict is not None:
            self._verdict.set_icon(verdict.icon)
            self._verdict.set_edge(verdict.edge)
            self._verdict.set(verdict.bold, verdict.rest, verdict.aside)

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())
        self.presenter.open()

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    @Slot(int)
    def _step(self, step: int) -> None:
        if step > 0:
            self.focus_table()

    @Slot(str)
    def _file_chosen(self, file: str) -> None:
        self.presenter.export_to(Path(file))

    def _lay_out(self, look: Look) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._check)
        head.addWidget(self._export)
        asked = QHBoxLayout()
        asked.setSpacing(_GAP)
        asked.addWidget(self._search, 1)
        asked.addWidget(self._days)
        asked.addWidget(self._officers)
        asked.addWidget(self._groups)
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
        outer.addLayout(asked)
        outer.addWidget(self._verdict)
        outer.addWidget(holder, 1)
        outer.addWidget(self._detail)
        outer.addWidget(self._hints)

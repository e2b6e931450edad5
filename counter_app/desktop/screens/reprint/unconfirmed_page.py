"""The page Chưa xác nhận in: a row for each paper, two keys for what the officer knows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reprint.unconfirmed import (
    UnconfirmedPresenter,
    UnconfirmedState,
    UnconfirmedView,
)
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr


class UnconfirmedPage(QWidget):
    """Shows an `UnconfirmedState`. `open_dossier` takes a uid: Enter, or a double click."""

    def __init__(
        self,
        look: Look,
        make: Callable[[UnconfirmedView], UnconfirmedPresenter],
        open_dossier: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._open_dossier = open_dossier
        self._count = Line(look, "", Type.BODY, weight=BOLD)
        self._words = Line(
            look,
            tr("Có giấy trong tay thì xác nhận; chưa có thì in lại, không đóng dấu in lại."),
            Type.BODY,
            Tone.TEXT_2,
            wrap=True,
        )
        self._table = TableView(
            look,
            (
                Column(tr("Mã hồ sơ"), 190),
                Column(tr("Chủ hồ sơ"), 190),
                Column(tr("Thủ tục"), 0),
                Column(tr("Nhận lúc"), 110),
            ),
        )
        self._table.setAccessibleName(tr("Giấy chưa xác nhận in"))
        self._empty = EmptyState(look, "check", "")
        self._nothing = Card(look)
        self._nothing.body.addWidget(self._empty)
        self._nothing.body.addStretch(1)
        self._confirm = QuietButton(look, tr("Đã có giấy"), "check", "Space")
        self._print = QuietButton(look, tr("In lại"), "print", "F10")
        self._lay_out()
        self._nothing.hide()
        self.presenter = make(self)
        self._table.moved.connect(self._moved)
        self._table.opened.connect(self._opened)
        self._confirm.clicked.connect(self._confirm_row)
        self._print.clicked.connect(self._print_row)

    def present(self, state: UnconfirmedState) -> None:
        """Show `state`."""
        self._count.set_text(state.count)
        self._table.set_rows(state.rows)
        self._table.select_row(state.current)
        for widget in (self._count, self._words, self._table, self._confirm, self._print):
            widget.setVisible(bool(state.rows))
        self._nothing.setVisible(not state.rows)
        self._empty.set("check", state.empty)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Chưa xác nhận in")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.REFRESH: tr("Đọc lại"), Command.REPRINT: tr("In lại tờ này")}

    def act(self, command: Command) -> bool:
        """F5 reads anew, F10 prints the row."""
        if command is Command.REFRESH:
            self.presenter.refresh()
        elif command is Command.REPRINT:
            self._print_row()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Read the list; the keys are in it."""
        self.presenter.refresh()
        self._table.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Space confirms the row."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._confirm_row()
        else:
            super().keyPressEvent(event)

    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row())

    def _opened(self, index: QModelIndex) -> None:
        uid = self.presenter.uid(index.row())
        if uid:
            self._open_dossier(uid)

    def _confirm_row(self) -> None:
        self.presenter.confirm(self._table.current_row())

    def _print_row(self) -> None:
        self.presenter.print_again(self._table.current_row())

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(12)
        keys.addWidget(self._confirm)
        keys.addWidget(self._print)
        keys.addWidget(BackHint(self._look), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(Line(self._look, self.title(), Type.PAGE))
        column.addWidget(self._count)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(keys)
        column.addStretch(0)

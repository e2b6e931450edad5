"""The page of dossiers that the server took away, too many at once: a row each, two answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.answers.deletions import (
    DeletionsPresenter,
    DeletionsState,
    DeletionsView,
    Question,
)
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

KEEP, HIDE = "1", "2"
"""The keys of the two answers, here and in the question that follows."""

_WIDE = (186, 170, 0, 180, 100)
_NARROW = (168, 112, 0, 150, 72)
_TITLES = ("Mã hồ sơ", "Chủ hồ sơ", "Thủ tục", "Tình trạng", "Nhận lúc")
_ROOMY = 1000  # px at 100 %


class DeletionsPage(QWidget):
    """Shows a `DeletionsState`. `open_dossier` takes a uid: Enter, or a double click."""

    def __init__(
        self,
        look: Look,
        make: Callable[[DeletionsView], DeletionsPresenter],
        open_dossier: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._open_dossier = look, open_dossier
        self._narrow = False
        self._banner = Banner(look, "warn", Edge.WARN)
        self._table = TableView(look, _columns(narrow=False))
        self._table.setAccessibleName(tr("Hồ sơ máy chủ báo bỏ"))
        self._more = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._empty = EmptyState(look, "check", "")
        self._nothing = Card(look)
        self._nothing.body.addWidget(self._empty)
        self._nothing.body.addStretch(1)
        self._keep = QuietButton(look, tr("Giữ lại"), "check", KEEP)
        self._hide = QuietButton(look, tr("Bỏ khỏi danh sách"), "", HIDE)
        self._lay_out()
        self._nothing.hide()
        self.presenter = make(self)
        self._table.opened.connect(self._opened)
        self._keep.clicked.connect(lambda: self.presenter.ask(hide=False))
        self._hide.clicked.connect(lambda: self.presenter.ask(hide=True))
        look.changed.connect(self._fit)

    # What the presenter asks.

    def present(self, state: DeletionsState) -> None:
        """Show `state`."""
        self._banner.set(state.count, state.asked)
        self._table.set_rows(state.rows)
        if self._table.current_row() < 0:
            self._table.select_row(0)
        for widget in (self._banner, self._table, self._keep, self._hide):
            widget.setVisible(not state.empty)
        for button in (self._keep, self._hide):
            button.setEnabled(not state.busy)
        self._more.set_text(state.more)
        self._more.setVisible(bool(state.more))
        self._nothing.setVisible(bool(state.empty))
        self._empty.set("check", state.empty)

    def ask(self, question: Question, *, hide: bool) -> None:
        """Ask once more; to hide is no answer that Enter gives by itself."""
        sheet = Sheet(self._look, self, question.title, question.sentence)
        sheet.add_button("yes", question.answer, HIDE if hide else KEEP, default=not hide)
        if hide:
            sheet.add_button("no", tr("Xem lại danh sách"), default=True)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def chosen(name: str) -> None:
            if name == "yes":
                self.presenter.decide(hide=hide)

        sheet.chosen.connect(chosen)
        sheet.open()

    # What the office asks.

    def title(self) -> str:
        """Return the page's name."""
        return tr("Hồ sơ máy chủ báo bỏ")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.REFRESH: tr("Đọc lại")}

    def act(self, command: Command) -> bool:
        """F5 reads anew."""
        if command is not Command.REFRESH:
            return False
        self.presenter.refresh()
        return True

    def hear(self, change: Changed) -> None:
        """Take that something was written, here or elsewhere."""
        self.presenter.changed(change)

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
        """1 keeps them, 2 lets them go: both ask once more."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and not event.isAutoRepeat() and event.text() in (KEEP, HIDE):
            self.presenter.ask(hide=event.text() == HIDE)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Give the columns the widths that fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._look.px(_ROOMY)
        if narrow != self._narrow:
            self._narrow = narrow
            self._table.set_columns(_columns(narrow=narrow))

    def _opened(self, index: QModelIndex) -> None:
        uid = self.presenter.uid(index.row())
        if uid:
            self._open_dossier(uid)

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(12)
        keys.addWidget(self._keep)
        keys.addWidget(self._hide)
        keys.addWidget(BackHint(self._look), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addWidget(Line(self._look, self.title(), Type.PAGE))
        column.addWidget(self._banner)
        column.addWidget(self._table, 1)
        column.addWidget(self._more)
        column.addWidget(self._nothing, 1)
        column.addLayout(keys)


def _columns(*, narrow: bool) -> tuple[Column, ...]:
    widths = _NARROW if narrow else _WIDE
    return tuple(Column(tr(title), width) for title, width in zip(_TITLES, widths, strict=True))

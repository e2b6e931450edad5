"""The page of the data's state: banner, four facts, the queue item by item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.presenters.data_state.data_page import DataPagePresenter
from counter_app.desktop.presenters.data_state.notes import MOST
from counter_app.desktop.presenters.data_state.page_state import (
    FACTS,
    DataPageState,
    DataPageView,
    PlaceChoice,
    QueueRow,
)
from counter_app.desktop.presenters.data_state.shown import columns
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.data_state.place_sheet import ask_place
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.cards.fact_card import FactCard
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.seconds import Seconds
from counter_app.desktop.widgets.lists.cells import SectionCell
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

_ROOMY = 1000  # px at 100 %: below it the columns give way, so that no state is cut


class DataPage(QWidget):
    """Shows a `DataPageState`; `make` gives it its presenter, which needs the page as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[DataPageView], DataPagePresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[QueueRow, ...] = ()
        self._banner = Banner(look, "cloud-up", Edge.SLATE)
        self._warning = Banner(look, "clock", Edge.WARN)
        self._notes = tuple(Banner(look, "info", Edge.WARN) for _ in range(MOST))
        self._facts = tuple(FactCard(look, icon, tr(caption)) for icon, caption in FACTS)
        self._narrow = False
        self._table = TableView(look, columns())
        self._table.setAccessibleName(tr("Việc chờ gửi"))
        self._empty = EmptyState(look, "cloud-ok", "")
        self._nothing = Card(look, padding=(0, 0))
        self._nothing.body.addWidget(self._empty)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._copy = QuietButton(look, tr("Chép dự phòng ra USB"), "usb")
        self._send = QuietButton(look, tr("Thử gửi ngay"), "refresh", "F5")
        self._replace = QuietButton(look, tr("Thay máy"), "swap")
        self._lay_out()
        self.presenter = make(self)
        self._table.opened.connect(self._open)
        self._copy.clicked.connect(self.presenter.ask_copy)
        self._send.clicked.connect(self.presenter.try_now)
        self._replace.clicked.connect(self.presenter.replace)
        self._seconds = Seconds(self, self.presenter.tick)
        look.changed.connect(self._fit)
        self._warning.hide()
        for banner in self._notes:
            banner.hide()
        self._nothing.hide()

    def present(self, state: DataPageState) -> None:
        """Show `state`; the table keeps its row while rows come and go below it."""
        _show_banner(self._banner, state.banner)
        self._warning.setVisible(state.warning is not None)
        if state.warning is not None:
            _show_banner(self._warning, state.warning)
        for at, banner in enumerate(self._notes):
            banner.setVisible(at < len(state.notes))
        for banner, note in zip(self._notes, state.notes, strict=False):
            _show_banner(banner, note)
        for card, fact in zip(self._facts, state.facts, strict=True):
            card.set(fact.value, fact.detail, fact.share)
        if state.rows != self._rows:
            self._rows = state.rows
            self._table.set_rows(tuple(row.cells for row in state.rows))
            self._choose_row()
            self._fit()
        self._table.setVisible(not state.empty)
        self._nothing.setVisible(bool(state.empty))
        self._empty.set("cloud-ok", state.empty)
        self._replace.setVisible(state.may_replace)
        self._copy.setText(state.copy_words)
        self._copy.setEnabled(not state.copying)

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        """Ask where the copy goes: drives by number, then any folder."""
        title = tr("Chép dự phòng ra USB")
        ask_place(self._look, self, title, sentence, places, self.presenter.copy_to)

    def line(self, state: SyncState) -> None:
        """Take how the wire stands."""
        self.presenter.line(state)

    def hear(self, change: Changed) -> None:
        """Take that something was written, here or elsewhere."""
        self.presenter.changed(change)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Tình trạng dữ liệu")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.REFRESH: tr("Thử gửi ngay")}

    def act(self, command: Command) -> bool:
        """F5 sends at once."""
        if command is Command.REFRESH:
            self.presenter.try_now()
            return True
        return False

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Read anew, and let the arrows move in the queue."""
        self.presenter.arrive()
        (self._send if self._table.isHidden() else self._table).setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Give the columns the widths that fit."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Stop reading for a page that nobody sees."""
        super().hideEvent(event)
        self.presenter.leave()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Line(self._look, tr("Tình trạng dữ liệu"), Type.PAGE), 1)
        head.addWidget(self._replace)
        head.addWidget(self._copy)
        head.addWidget(self._send)
        facts = QWidget()
        cards = QHBoxLayout(facts)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for card in self._facts:
            cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._banner)
        column.addWidget(self._warning)
        for banner in self._notes:
            column.addWidget(banner)
        column.addWidget(facts)
        column.addWidget(self._table, 1000)
        column.addWidget(self._nothing)
        column.addStretch(1)

    def _fit(self) -> None:
        """Choose the columns for the width, and end the table with its last row."""
        narrow = self.width() < self._look.px(_ROOMY)
        if narrow != self._narrow:
            self._narrow = narrow
            self._table.set_columns(columns(narrow=narrow))
        heads = self._table.horizontalHeader().height()
        self._table.setMaximumHeight(heads + self._table.verticalHeader().length() + 2)

    def _choose_row(self) -> None:
        """Let Enter open the first thing there is, where no row or a caption is chosen."""
        row = self._table.current_row()
        if row < 0 or isinstance(self._rows[row].cells[0], SectionCell):
            openable = (n for n, each in enumerate(self._rows) if each.opens)
            self._table.select_row(next(openable, -1))

    def _open(self, index: QModelIndex) -> None:
        self.presenter.open(index.row())


def _show_banner(banner: Banner, part: BannerPart) -> None:
    banner.set_icon(part.icon)
    banner.set_edge(part.edge)
    banner.set(part.bold, part.rest, part.aside)

"""The dossiers behind a number, over the page of reports."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.models.paged_table import PagedTable
from counter_app.desktop.presenters.reports.behind_list import BehindList
from counter_app.desktop.presenters.reports.reports_state import BehindState
from counter_app.desktop.presenters.reports.reports_words import behind_cells, behind_columns
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr
from counter_app.services.reports.lines_behind import BehindLine

_APPLICANT, _PROCEDURE = 1, 2
_LEAST_REST = 180
_MARGIN = 16


class BehindPanel(QWidget):
    """`left` asks to go back to the figures."""

    left = Signal()

    def __init__(self, look: Look, presenter: BehindList, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._presenter = look, presenter
        self._title = Line(look, "", Type.PAGE, elide=True)
        self._summary = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True)
        self._back = QuietButton(look, tr("Về báo cáo"), "arrow-left", "Esc")
        self._columns = behind_columns()
        self.table = TableView(look, self._columns)
        self.table.setAccessibleName(tr("Hồ sơ đứng sau con số"))
        self._model: PagedTable[BehindLine] = PagedTable(
            behind_cells, presenter.more, self._columns, self
        )
        self.table.setModel(self._model)
        self._empty = EmptyState(look, "list", "")
        self._hints = HintLine(look)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._summary)
        head.addWidget(self._back)
        empty = Card(look)
        empty.body.addWidget(self._empty)
        empty.body.addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(holder, 1)
        outer.addWidget(self._hints)
        self._back.clicked.connect(self.left)
        self.table.opened.connect(self._opened)
        self.table.moved.connect(self._moved)
        look.changed.connect(self._fit)

    def present(self, state: BehindState) -> None:
        """Show everything but the rows."""
        self._title.set_text(state.title)
        self._summary.set_text(state.summary)
        self._hints.set_hints(state.hints)
        self._hints.set_right(state.position)
        self._empty.set("list", state.empty)
        self._stack.setCurrentIndex(1 if state.empty else 0)

    def show_lines(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Show these dossiers; the keys go into them."""
        self._model.show_lines(lines, more=more)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.table.select_row(0)
        self.take_keys()

    def add_lines(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Add dossiers below."""
        self._model.add_lines(lines, more=more)

    def take_keys(self) -> None:
        """Put the keys into the rows, or, without any, onto the way back."""
        has_rows = self._stack.currentIndex() == 0
        (self.table if has_rows else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Put the procedure below the applicant where the room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        needed = sum(px(each.width) for each in self._columns) + px(_LEAST_REST)
        narrow = needed > self.width() - 2 * _MARGIN
        columns = list(self._columns)
        if narrow:
            both = f"{columns[_APPLICANT].title} · {columns[_PROCEDURE].title}"
            columns[_APPLICANT] = columns[_APPLICANT]._replace(width=0, title=both)
        self.table.set_two_lines(two_lines=narrow)
        self.table.set_columns(tuple(columns))
        self.table.setColumnHidden(_PROCEDURE, narrow)

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self._presenter.move_to(index.row())
        self._presenter.enter()

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self._presenter.move_to(index.row())

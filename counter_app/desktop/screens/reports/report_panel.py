"""The list of reports beside the sheet of the one that was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reports.reports_state import Progress, ReportsState
from counter_app.desktop.screens.reports.figure_card import FigureBox
from counter_app.desktop.screens.reports.period_bar import PeriodBar
from counter_app.desktop.screens.reports.sheet_grid import SheetGrid
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

_LIST, _LIST_MOST = 226, 300
_GRID, _EMPTY, _COUNTING = range(3)


class ReportPanel(QWidget):
    """The widgets; the page connects them."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._listed = -1
        self._keys_come_back = False  # they were in the figures before these went
        self._title = Line(look, tr("Báo cáo"), Type.PAGE)
        self.list = TableView(look, (Column(tr("Báo cáo"), 0),))
        self.list.setAccessibleName(tr("Các báo cáo"))
        self.list.horizontalHeader().hide()
        self._report = Line(look, "", Type.NAME, elide=True)
        self._basis = Line(look, "", Type.CAPTION, Tone.TEXT_3, elide=True)
        self.print = QuietButton(look, tr("In"), "print", "F10")
        self.pdf = QuietButton(look, tr("PDF"), "out")
        self.pdf.setAccessibleName(tr("Kết xuất PDF"))
        self.xlsx = QuietButton(look, tr("Bảng tính"), "out")
        self.xlsx.setAccessibleName(tr("Kết xuất bảng tính"))
        self.period = PeriodBar(look)
        self.grid = SheetGrid(look)
        self.grid.setAccessibleName(tr("Số liệu"))
        self._empty = EmptyState(look, "list", "")
        self._counting = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._meter = Meter(look)
        self.stop = QuietButton(look, tr("Dừng"), "stop", "Esc")
        self.figure = FigureBox(look)
        self._notes = Line(look, "", Type.CAPTION, Tone.TEXT_2, elide=True)
        self._standing = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self._hints = HintLine(look)
        self._lay_out(look)
        look.changed.connect(self._restyle)
        self._restyle()

    def present(self, state: ReportsState) -> None:
        """Show the whole state."""
        self.list.set_rows(tuple((cell,) for cell in state.listed))
        if state.list_current != self._listed:  # or the officer is choosing another one
            self._listed = state.list_current
            self.list.select_row(state.list_current)
        self._report.set_text(state.report)
        self._basis.set_text(state.basis)
        self._basis.setVisible(bool(state.basis) and state.span is None)  # two days need its room
        self.period.present(state)
        had_keys = self.grid.hasFocus()
        if state.sheet is not None:
            self.grid.show_sheet(state.sheet, state.row, state.column)
        self._empty.set("list", state.empty)
        self._show_progress(state.progress)
        place = _COUNTING if state.progress else _EMPTY if state.empty else _GRID
        self._stack.setCurrentIndex(place)
        if place != _GRID:
            self._keys_come_back |= had_keys
            if had_keys:
                self.take_keys()
        elif self._keys_come_back:
            self._keys_come_back = False
            if self.list.hasFocus():
                self.take_keys()
        self.figure.show_figure(state.card if place == _GRID else None)
        self._notes.set_text(" ".join(state.notes))
        self._notes.setVisible(bool(state.notes) and place == _GRID)
        self._standing.set_text(state.standing)
        self._standing.setVisible(bool(state.standing) and place != _COUNTING)
        self.print.setEnabled(state.can_hand_out)
        for button in (self.pdf, self.xlsx):
            button.setEnabled(state.can_export)
        self._hints.set_hints(state.hints)

    def take_keys(self) -> None:
        """Put the keys into the figures; without any, into the list of reports."""
        figures = self._stack.currentIndex() == _GRID and self.grid.currentIndex().isValid()
        (self.grid if figures else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_progress(self, progress: Progress | None) -> None:
        if progress is None:
            return
        self._counting.set_text(progress.words)
        self._meter.setVisible(progress.share is not None)
        self._meter.set_value(progress.share or 0.0)

    def _restyle(self) -> None:
        self._left.setFixedWidth(min(self._look.px(_LIST), _LIST_MOST))

    def _lay_out(self, look: Look) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self._title)
        left.addWidget(self.list, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._report, 1)
        for button in (self.print, self.pdf, self.xlsx):
            head.addWidget(button)
        empty = Card(look)
        empty.body.addWidget(self._empty)
        empty.body.addStretch(1)
        counting = Card(look, padding=(16, 16))
        counting.body.setSpacing(12)
        counting.body.addWidget(self._counting)
        counting.body.addWidget(self._meter)
        counting.body.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        counting.body.addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for widget in (self.grid, empty, counting):
            self._stack.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self._basis)
        right.addWidget(self.period)
        right.addWidget(holder, 1)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(self._left)
        upper.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 10)
        whole.setSpacing(8)
        whole.addLayout(upper, 1)
        whole.addWidget(self.figure)
        whole.addWidget(self._notes)
        whole.addWidget(self._standing)
        whole.addWidget(self._hints)

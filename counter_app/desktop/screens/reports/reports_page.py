"""The page of reports: a list of them, one sheet of figures, what each figure counts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reports.counting import ReportActs
from counter_app.desktop.presenters.reports.reports_page import ReportsPresenter
from counter_app.desktop.presenters.reports.reports_state import ReportsState
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.reports.behind_panel import BehindPanel
from counter_app.desktop.screens.reports.report_panel import ReportPanel
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr
from counter_app.services.reports.asked import Report
from counter_app.services.reports.lines_behind import BehindLine

_TICK = 250  # milliseconds between two looks at a count under way


class ReportsPage(QWidget):
    """A page of the work area. `opened` carries the uid of a dossier."""

    opened = Signal(str)

    def __init__(
        self,
        look: Look,
        desk: Desk,
        reports: tuple[Report, ...],
        acts: ReportActs,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = ""
        self.panel = ReportPanel(look)
        self.presenter = ReportsPresenter(desk, self, reports, acts)
        self.behind = BehindPanel(look, self.presenter.behind)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.behind)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK)
        self._connect()

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.panel
        self._ticking.timeout.connect(presenter.tick)
        panel.list.opened.connect(self._picked)
        panel.list.clicked.connect(self._picked)
        panel.grid.moved.connect(self._moved)
        panel.grid.opened.connect(self._entered)
        panel.figure.open.clicked.connect(presenter.enter)
        panel.figure.unit.clicked.connect(presenter.print_unit)
        panel.period.stepped.connect(presenter.pick_step)
        panel.period.moved.connect(presenter.move_period)
        panel.period.first.connect(presenter.type_first)
        panel.period.last.connect(presenter.type_last)
        panel.period.compared.connect(presenter.set_compare)
        panel.print.clicked.connect(presenter.print)
        panel.pdf.clicked.connect(self._export_pdf)
        panel.xlsx.clicked.connect(self._export_xlsx)
        panel.stop.clicked.connect(presenter.stop)
        self.behind.left.connect(presenter.close_behind)
        for keys, slot in (("Ctrl+Left", self._go_back), ("Ctrl+Right", self._go_on)):
            # Within the page only: elsewhere these keys mean words of a line.
            shortcut = QShortcut(QKeySequence(keys), panel)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return self._title

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        if self.presenter.behind.is_open:
            return {}
        words = {Command.REFRESH: tr("tổng hợp lại")}
        if self.panel.print.isEnabled():
            words[Command.REPRINT] = tr("in báo cáo")
        return words

    def act(self, command: Command) -> bool:
        """F5 counts anew, F10 and Ctrl+P print the sheet."""
        if self.presenter.behind.is_open:
            return False
        if command is Command.REFRESH:
            self.presenter.make()
            return True
        return command is Command.REPRINT and self.presenter.print()

    def scanned(self, _scan: Meaning) -> bool:
        """Leave scans to the window."""
        return False

    def arrive(self) -> None:
        """Show the figures; keys go into them, or into the list that was open."""
        self.presenter.arrive()
        if self.presenter.behind.is_open:
            self.behind.take_keys()
        else:
            self.panel.take_keys()

    def escape(self) -> bool:
        """Go from the dossiers to the figures, stop a count, or go from the figures to the list."""
        if self.presenter.close_behind() or self.presenter.stop():
            return True
        if not self.panel.grid.hasFocus():
            return False
        self.focus_list()
        return True

    # What the presenter asks.

    def present(self, state: ReportsState) -> None:
        """Show the whole state."""
        self._title = state.title
        self.panel.present(state)
        if state.behind is not None:
            self.behind.present(state.behind)
        self._stack.setCurrentIndex(0 if state.behind is None else 1)
        if state.counting and not self._ticking.isActive():
            self._ticking.start()
        elif not state.counting:
            self._ticking.stop()

    def show_behind(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Show these dossiers over the figures."""
        self._stack.setCurrentIndex(1)
        self.behind.show_lines(lines, more=more)

    def add_behind(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Add dossiers below."""
        self.behind.add_lines(lines, more=more)

    def focus_list(self) -> None:
        """Put the keys into the list of reports."""
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_sheet(self) -> None:
        """Put the keys into the figures."""
        self.panel.take_keys()

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""
        self.opened.emit(uid)

    def ask_file(self, proposed: Path, filter_: str) -> None:
        """Ask where a file goes."""
        dialog = QFileDialog(self, tr("Kết xuất báo cáo"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(filter_)
        dialog.setDefaultSuffix(proposed.suffix[1:])
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    # Events.

    @Slot(QModelIndex)
    def _picked(self, index: QModelIndex) -> None:
        self.presenter.pick_report(index.row())

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row(), index.column())

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self.presenter.move_to(index.row(), index.column())
        self.presenter.enter()

    def _go_back(self) -> None:
        self.presenter.move_period(-1)

    def _go_on(self) -> None:
        self.presenter.move_period(1)

    def _export_pdf(self) -> None:
        self.presenter.export("pdf")

    def _export_xlsx(self) -> None:
        self.presenter.export("xlsx")

    @Slot(str)
    def _file_chosen(self, file: str) -> None:
        self.presenter.export_to(Path(file))

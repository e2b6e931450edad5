"""The page of pictures (tổng quan): what the keys and the buttons of the window mean there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.overview.counting import OverviewActs
from counter_app.desktop.presenters.overview.overview_page import PDF, PNG, OverviewPresenter
from counter_app.desktop.presenters.overview.overview_state import OverviewState
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.overview.overview_panel import OverviewPanel
from counter_app.desktop.screens.reports.behind_panel import BehindPanel
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr
from counter_app.services.reports.lines_behind import BehindLine

_TICK = 250  # milliseconds between two looks at a count under way


class OverviewPage(QWidget):
    """A page of the work area. `opened` carries the uid of a dossier; `reports` leads to them."""

    opened = Signal(str)
    reports = Signal()

    def __init__(
        self, look: Look, desk: Desk, acts: OverviewActs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = ""
        self.panel = OverviewPanel(look)
        self.presenter = OverviewPresenter(desk, self, acts)
        self.behind = BehindPanel(look, self.presenter.behind)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.behind)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK)
        self._ticking.timeout.connect(self.presenter.tick)
        self.panel.moved.connect(self.presenter.choose)
        self.panel.opened.connect(self._entered)
        self.panel.print.clicked.connect(self.presenter.print)
        self.panel.pdf.clicked.connect(self._export_pdf)
        self.panel.png.clicked.connect(self._export_png)
        self.panel.stop.clicked.connect(self.presenter.stop)
        self.behind.left.connect(self.presenter.close_behind)

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
            words[Command.REPRINT] = tr("in tổng quan")
        return words

    def act(self, command: Command) -> bool:
        """F5 counts anew, F10 and Ctrl+P print the page."""
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
        """Show the pictures; keys go into them, or into the list that was open."""
        self.presenter.arrive()
        if self.presenter.behind.is_open:
            self.behind.take_keys()
        else:
            self.panel.take_keys()

    def escape(self) -> bool:
        """Go from the dossiers to the pictures, or stop a count."""
        return self.presenter.close_behind() or self.presenter.stop()

    # What the presenter asks.

    def present(self, state: OverviewState) -> None:
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
        """Show these dossiers over the pictures."""
        self._stack.setCurrentIndex(1)
        self.behind.show_lines(lines, more=more)

    def add_behind(self, lines: tuple[BehindLine, ...], *, more: bool) -> None:
        """Add dossiers below."""
        self.behind.add_lines(lines, more=more)

    def focus_pictures(self) -> None:
        """Put the keys into the picture where they were, if the page is shown."""
        if self.isVisible():
            self.panel.take_keys()

    def show_reports(self) -> None:
        """Leave for the reports."""
        self.reports.emit()

    def open_dossier(self, uid: str) -> None:
        """Leave for a dossier."""
        self.opened.emit(uid)

    def painted(self) -> bytes:
        """Return the page as a PNG of double density."""
        return self.panel.painted()

    def ask_file(self, proposed: Path, filter_: str) -> None:
        """Ask where a file goes."""
        dialog = QFileDialog(self, tr("Kết xuất tổng quan"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(filter_)
        dialog.setDefaultSuffix(proposed.suffix[1:])
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    # Events.

    @Slot(int, int, int)
    def _entered(self, picture: int, series: int, place: int) -> None:
        self.presenter.choose(picture, series, place)
        self.presenter.enter()

    def _export_pdf(self) -> None:
        self.presenter.export(PDF)

    def _export_png(self) -> None:
        self.presenter.export(PNG)

    @Slot(str)
    def _file_chosen(self, file: str) -> None:
        self.presenter.export_to(Path(file))

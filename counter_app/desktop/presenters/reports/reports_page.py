"""Báo cáo: one report of the shelf for one period, its figures told, their dossiers behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.presenters.reports.asking import AskedPeriod
from counter_app.desktop.presenters.reports.behind_list import BehindList
from counter_app.desktop.presenters.reports.counting import Count, ReportActs
from counter_app.desktop.presenters.reports.reports_state import (
    Progress,
    ReportsState,
    ReportsView,
    SheetShown,
)
from counter_app.desktop.presenters.reports.reports_words import in_groups, listed, steps_menu
from counter_app.desktop.presenters.reports.sheet_cells import card_of, first_figure, shown
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.errors import CounterError
from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.period import Step
from counter_app.domain.reports.said import remarks
from counter_app.domain.reports.sheet import ReportSheet
from counter_app.i18n import tr
from counter_app.services.officers.permits import may
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.reports.asked import Report
from counter_app.services.reports.standing import standing_words
from counter_app.wording.sentences import sentence

_FRESH = timedelta(minutes=5)
"""Coming back to the page within this time finds the sheet as it was; F5 counts anew."""


class ReportsPresenter:
    """Decides. `reports` are those of the shelf; `acts` is what is done with a sheet."""

    def __init__(
        self, desk: Desk, view: ReportsView, reports: tuple[Report, ...], acts: ReportActs
    ) -> None:
        self._desk, self._view, self._acts = desk, view, acts
        self._place, self._session = desk.workplace, desk.session
        self._reports = in_groups(reports)
        self._report: Report | None = self._reports[0] if reports else None
        self._asked = AskedPeriod(desk.today())
        if self._report is not None:
            self._asked.suit(self._report, desk.today())
        self._compare = False
        self._sheet: ReportSheet | None = None
        self._shown: SheetShown | None = None
        self._standing = ""
        self._made_at: datetime | None = None
        self._row, self._column = -1, 0
        self._count: Count | None = None
        self._is_slow = False
        self._enter_waits = False
        self._trouble = ""
        self._stopped = False
        self._behind = BehindList(desk, view, self._present)

    def arrive(self) -> None:
        """The page is shown: count anew what is old."""
        old = self._made_at is None or self._desk.now() - self._made_at > _FRESH
        if old and self._count is None and not self._behind.is_open:
            self.make()
        else:
            self._present()

    def pick_report(self, list_row: int) -> None:
        """Show the report in a row of the list; its figures get the keys once they are here."""
        places = listed(self._reports, None)[1]
        if list_row not in places:
            return
        report = self._reports[places.index(list_row)]
        if report is self._report and self._sheet is not None and self._count is None:
            self._view.focus_sheet()
            return
        if report is not self._report:
            self._report = report
            self._asked.suit(report, self._desk.today())
            self._forget()
        self._enter_waits = True
        self.make()

    def pick_step(self, key: str) -> None:
        """Take another length of the period."""
        self._asked.step_to(Step(key), self._desk.today())
        self.make()

    def move_period(self, by: int) -> bool:
        """Show the period before (-1) or the one that follows (+1); False where there is none."""
        if self._report is None or not self._report.steps:
            return False
        if not self._asked.move(by, self._desk.today()):
            return False
        self.make()
        return True

    def type_first(self, text: str) -> None:
        """Take the first day of "Từ ngày đến ngày"."""
        self._made_if(self._asked.type_first(text, self._desk.today()))

    def type_last(self, text: str) -> None:
        """Take the last day of "Từ ngày đến ngày"."""
        self._made_if(self._asked.type_last(text, self._desk.today()))

    def set_compare(self, compare: bool) -> None:
        """Put the period before beside the figures, or take it away."""
        if compare != self._compare:
            self._compare = compare
            self._shown = None
            self._present()

    def move_to(self, row: int, column: int) -> None:
        """Another figure is the current one."""
        if (row, column) != (self._row, self._column):
            self._row, self._column = row, column
            self._present()

    def make(self) -> None:
        """Count the report, behind the window."""
        report, period = self._report, self._asked.period
        if report is None:
            self._present()
            return
        if self._count is not None:
            self._count.stop()
        count = self._count = Count()
        self._is_slow, self._trouble, self._stopped = False, "", False
        self._present()

        def done(sheet: ReportSheet | None) -> None:
            if count is self._count:
                self._show(sheet)

        def failed(error: CounterError) -> None:
            if count is self._count:
                self._forget()
                self._count, self._trouble = None, sentence(error)
                self._enter_waits = False
                self._present()

        self._desk.jobs.run(
            lambda: count.make(self._place, self._session, report, period), done, failed
        )

    def tick(self) -> None:
        """Time goes by while one is counted: say how far it is."""
        if self._count is not None:
            self._is_slow = True
            self._present()

    def stop(self) -> bool:
        """Stop the count that is under way; False when there is none."""
        if self._count is None:
            return False
        self._count.stop()
        self._forget()
        self._count, self._stopped, self._enter_waits = None, True, False
        self._present()
        return True

    def enter(self) -> None:
        """Open the dossiers behind the current figure."""
        sheet, report = self._sheet, self._report
        if sheet is None or report is None or self._count is not None:
            return
        card = card_of(sheet, self._row, self._column, drills=self._sees())
        if card is None or not card.opens:
            return
        drill = sheet.rows[self._row].cells[self._column].drill
        assert drill is not None
        self._behind.open(report, sheet.period or self._asked.period, drill, card.title)

    @property
    def behind(self) -> BehindList:
        """The list of dossiers over the page."""
        return self._behind

    def close_behind(self) -> bool:
        """Put the list of dossiers away; False when there is none."""
        if not self._behind.is_open:
            return False
        self._behind.close()
        self._present()
        self._view.focus_sheet()
        return True

    def print(self) -> bool:
        """Print the sheet; False when there is none."""
        sheet = self._ready()
        if sheet is None:
            return False
        self._print(sheet)
        return True

    def print_unit(self) -> bool:
        """Print the sheet of the current row's unit alone; False where it has none."""
        sheet = self._unit_sheet() if self._ready() is not None else None
        if sheet is None:
            return False
        self._print(sheet)
        return True

    def _unit_sheet(self) -> ReportSheet | None:
        of_row = self._report.of_row if self._report is not None else None
        return of_row(self._sheet, self._row) if of_row is not None and self._sheet else None

    def _print(self, sheet: ReportSheet) -> None:
        title = sheet.title

        def ended(outcome: PrintOutcome) -> None:
            self._desk.notify(printed_notice(outcome))

        def made(document: Document) -> None:
            self._desk.nudge()
            self._desk.print(document, title, ended)

        self._desk.jobs.run(
            lambda: self._acts.document(sheet),
            made,
            lambda error: self._desk.notify(of_error(error)),
        )

    def export(self, ending: str) -> bool:
        """Ask where the file of the sheet goes, "pdf" or "xlsx"; False where that isn't allowed."""
        sheet = self._ready()
        if sheet is None or not may(self._place, self._session, Act.EXPORT):
            return False
        period = sheet.period or self._asked.period
        name = f"{sheet.name}-{period.first:%Y%m%d}-{period.last:%Y%m%d}.{ending}"
        filter_ = tr("Tệp PDF (*.pdf)") if ending == "pdf" else tr("Bảng tính (*.xlsx)")
        self._view.ask_file(Path(name), filter_)
        return True

    def export_to(self, file: Path) -> None:
        """Write the file; its ending says of what sort it is."""
        sheet = self._ready()
        if sheet is None:
            return
        save = self._acts.save_pdf if file.suffix == ".pdf" else self._acts.save_xlsx

        def done(_: object) -> None:
            said = tr("Đã kết xuất {title}.").format(title=sheet.title)
            self._desk.notify(Notice(said, file.name, NoticeKind.OK, "list"))
            self._desk.nudge()

        self._desk.jobs.run(
            lambda: save(sheet, file), done, lambda error: self._desk.notify(of_error(error))
        )

    def _show(self, sheet: ReportSheet | None) -> None:
        self._count = None
        if sheet is None:  # nobody stopped it but `stop`, which has said so
            return
        before, self._sheet, self._shown = self._sheet, sheet, None
        self._standing = standing_words(sheet)
        self._made_at = self._desk.now()
        same = before is not None and before.columns == sheet.columns
        if not same or not 0 <= self._row < len(sheet.rows):
            self._row, self._column = first_figure(sheet)
        self._present()
        if self._enter_waits:
            self._enter_waits = False
            self._view.focus_sheet()

    def _made_if(self, changed: bool) -> None:
        if changed:
            self.make()
        else:
            self._present()

    def _forget(self) -> None:
        self._sheet = self._shown = self._made_at = None
        self._row, self._column = -1, 0

    def _ready(self) -> ReportSheet | None:
        """Return the sheet that a key may act on: none while another one is counted."""
        return None if self._count is not None else self._sheet

    def _sees(self) -> bool:
        return may(self._place, self._session, Act.SEE_DOSSIERS)

    def _empty(self) -> str:
        if not self._reports:
            return tr("Chưa có báo cáo nào.")
        if self._trouble:
            return self._trouble
        if self._stopped:
            return tr("Đã dừng tổng hợp. F5 để tổng hợp lại.")
        if self._sheet is not None and not self._sheet.rows and self._count is None:
            return tr("Kỳ này chưa có số liệu nào để báo cáo.")
        return ""

    def _progress(self) -> Progress | None:
        if self._count is None or not (self._is_slow or self._sheet is None):
            return None
        return Progress(tr("Đang tổng hợp số liệu…"), self._count.share)

    def _hints(self, *, opens: bool) -> tuple[Hint, ...]:
        if self._count is not None:
            return (Hint("Esc", tr("dừng")),)
        hints = [Hint("Ctrl+Left", "", joined=True), Hint("Ctrl+Right", tr("kỳ trước, kỳ sau"))]
        if self._report is not None and not self._report.steps:
            hints = []
        if opens:
            hints.append(Hint("Enter", tr("mở danh sách hồ sơ")))
        if self._sheet is not None:
            hints.append(Hint("F10", tr("in")))
        return (*hints, Hint("F5", tr("tổng hợp lại")))

    def _present(self) -> None:
        sheet, report, today = self._sheet, self._report, self._desk.today()
        if sheet is not None and self._shown is None:
            self._shown = shown(sheet, compare=self._compare and sheet.compared)
        rows, places = listed(self._reports, report)
        card = None
        if sheet is not None:
            card = card_of(sheet, self._row, self._column, drills=self._sees())
            if card is not None and self._unit_sheet() is not None:
                card = replace(card, prints=tr("In phiếu của đơn vị này"))
        steps = report.steps if report else ()
        ready = sheet is not None and self._count is None
        self._view.present(
            ReportsState(
                title=tr("Báo cáo"),
                listed=rows,
                list_current=places[self._reports.index(report)] if report else -1,
                report=sheet.title if sheet else report.title if report else "",
                basis=sheet.basis if sheet else "",
                steps=steps_menu(steps, self._asked.period.step),
                period=self._asked.period.words,
                has_period=bool(steps),
                can_go_on=bool(steps) and self._asked.can_go_on(today),
                span=self._asked.shown if steps else None,
                compare=self._compare if sheet is not None and sheet.compared else None,
                sheet=self._shown,
                row=self._row,
                column=self._column,
                card=card,
                notes=remarks(sheet) if sheet else (),
                standing=self._standing if sheet else "",
                counting=self._count is not None,
                progress=self._progress(),
                empty=self._empty(),
                behind=self._behind.state,
                hints=self._hints(opens=bool(card and card.opens)),
                can_hand_out=ready,
                can_export=ready and may(self._place, self._session, Act.EXPORT),
            )
        )

"""The pages of the office's further work: piles, certification, money, reminders, the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.answers.answer import AnswerPresenter
from counter_app.desktop.presenters.answers.deletions import DeletionsPresenter
from counter_app.desktop.presenters.day.day_state import DayActs
from counter_app.desktop.presenters.inspecting.inspection_print import print_inspection
from counter_app.desktop.presenters.shift.shift_page import Closed
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.desktop.screens.answers.answer_page import AnswerPage
from counter_app.desktop.screens.answers.deletions_page import DeletionsPage
from counter_app.desktop.screens.certifying.certify_screen import CertifyScreen
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from counter_app.desktop.screens.inspecting.log_page import LogPage
from counter_app.desktop.screens.late.late_screen import LateScreen
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.screens.reminding.reminders_page import RemindersPage
from counter_app.desktop.screens.shift.shift_screen import ShiftScreen
from counter_app.desktop.shell.rail_bar import LATE, REPORTS, SHIFT, UNSENT
from counter_app.desktop.theme.look import Look
from counter_app.domain.cash import MoneyDay
from counter_app.i18n import tr
from counter_app.services.certifying.quick import BookLine
from counter_app.services.dossiers.piles import PileList
from counter_app.services.dossiers.scanning import PaperDoors
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.printing.letters.making import FEE_SLIP
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.cash import make_cash_sheet, make_day_sheet
from counter_app.services.printing.sheets.day_closing import make_day_closing
from counter_app.services.printing.sheets.hand_over import make_hand_over_list
from counter_app.services.printing.sheets.reminders import make_reminder_list
from counter_app.services.printing.sheets.slips import make_certified_slip
from counter_app.services.reminding.reminders import Reminder


class WorkPages:
    """Makes them when they are first asked for. `open_dossier` opens one over the page.

    `show_page` leads to another page of the office, `write_down` takes in what was received on
    paper, by the number on it.
    """

    def __init__(
        self,
        look: Look,
        desk: Desk,
        tell: Callable[[Changed], None],
        open_dossier: Callable[[str], None],
        show_page: Callable[[str], None],
        write_down: Callable[[str], None],
    ) -> None:
        self._look, self._desk, self._tell = look, desk, tell
        self._open_dossier = open_dossier
        self._show_page = show_page
        self._write_down = write_down

    def piles_page(self) -> QWidget:
        """Return the page of piles (bàn giao)."""
        desk = self._desk

        def make_list(done: PileList) -> Document:
            return make_hand_over_list(desk.workplace, desk.session, done, desk.fonts)

        page = PilesPage(self._look, desk, make_list)
        page.wrote.connect(self._tell)
        return page

    def certify_page(self) -> QWidget:
        """Return the page of quick certification (chứng thực nhanh)."""
        page = CertifyScreen(self._look, self._desk, self._print_slip)
        page.wrote.connect(self._tell)
        return page

    def shift_page(self) -> QWidget:
        """Return the page of a shift's money (thu phí, chốt ca)."""
        desk = self._desk

        def make_sheet(closed: Closed) -> Document:
            return make_cash_sheet(desk.workplace, closed.shift, closed.act, desk.fonts)

        def make_day(day: MoneyDay) -> Document:
            return make_day_sheet(desk.workplace, day, desk.fonts)

        page = ShiftScreen(self._look, desk, make_sheet, make_day)
        page.wrote.connect(self._tell)
        return page

    def day_page(self) -> QWidget:
        """Return the page of the closed day (chốt số liệu ngày)."""
        desk, show = self._desk, self._show_page
        acts = DayActs(
            open_dossier=self._open_dossier,
            register=self._write_down,
            money=lambda: show(SHIFT),
            sending=lambda: show(UNSENT),
            make_sheet=lambda closing: make_day_closing(desk.workplace, closing, desk.fonts),
            tell=self._tell,
        )
        return ClosedDayPage(self._look, desk, acts)

    def reminders_page(self) -> QWidget:
        """Return the page of reminders (nhắc việc)."""
        desk = self._desk

        def make_list(found: Sequence[Reminder]) -> Document:
            return make_reminder_list(desk.workplace, desk.session, found, desk.fonts)

        page = RemindersPage(self._look, desk, make_list)
        page.opened.connect(self._open_dossier)
        page.late.connect(partial(self._show_page, LATE))
        return page

    def late_page(self) -> QWidget:
        """Return the page of late dossiers and letters of apology (trễ hẹn, xin lỗi)."""
        page = LateScreen(self._look, self._desk)
        page.opened.connect(self._open_dossier)
        page.wrote.connect(self._tell)
        return page

    def scanning_page(self, papers: PaperDoors, leave: Callable[[], object]) -> QWidget:
        """Return the page of a dossier's scanned papers (số hóa giấy tờ)."""
        # Its way of reading pictures weighs some MB that most days don't need.
        from counter_app.desktop.screens.scanning_papers.scanning_page import make_scanning_page

        page = make_scanning_page(self._look, self._desk, papers, leave)
        page.wrote.connect(self._tell)
        return page

    def answer_page(self, leave: Callable[[], object]) -> AnswerPage:
        """Return the page of an act that the server didn't take (việc máy chủ chưa nhận)."""
        desk, tell = self._desk, self._tell
        return AnswerPage(
            self._look, lambda view: AnswerPresenter(view, desk, tell), self._open_dossier, leave
        )

    def deletions_page(self) -> QWidget:
        """Return the page of what the server took away too much of (hồ sơ máy chủ báo bỏ)."""
        desk, tell = self._desk, self._tell
        return DeletionsPage(
            self._look, lambda view: DeletionsPresenter(view, desk, tell), self._open_dossier
        )

    def log_page(self) -> QWidget:
        """Return the page of the log (nhật ký & kiểm chứng)."""
        page = LogPage(self._look, self._desk, lambda uid: print_inspection(self._desk, uid))
        page.opened.connect(self._open_dossier)
        return page

    def reports_page(self) -> QWidget:
        """Return the page of reports (báo cáo)."""
        # The shelf of reports, and what writes spreadsheets, weigh some MB that few counters need.
        from counter_app.app.pages.reports import make_reports_page

        page = make_reports_page(self._look, self._desk)
        page.opened.connect(self._open_dossier)
        return page

    def overview_page(self) -> QWidget:
        """Return the start page of the head of the Centre (tổng quan)."""
        # The same weight as that of the reports.
        from counter_app.app.pages.overview import make_overview_page

        page = make_overview_page(self._look, self._desk)
        page.opened.connect(self._open_dossier)
        page.reports.connect(partial(self._show_page, REPORTS))
        return page

    def books_page(self, kept: KeptBooks) -> QWidget:
        """Return the page of books (sổ)."""
        # What lays books out, and what writes spreadsheets, few counters need on most days.
        from counter_app.desktop.presenters.books.books_page import BooksPresenter
        from counter_app.desktop.screens.books.books_page import BooksPage

        return BooksPage(self._look, lambda view: BooksPresenter(self._desk, view, kept))

    def _print_slip(self, line: BookLine) -> None:
        desk = self._desk
        title = tr("Phiếu thu chứng thực {number}").format(number=line.number.replace("/", "-"))

        def ended(outcome: PrintOutcome) -> None:
            good = outcome.kind in (PrintKind.DONE, PrintKind.FILE)
            weight = NoticeKind.OK if good else NoticeKind.WARN
            desk.notify(Notice(outcome.words, "", weight, "print"))

        desk.jobs.run(
            lambda: make_certified_slip(
                desk.workplace, desk.session, line, desk.fonts, desk.layout(FEE_SLIP)
            ),
            lambda document: desk.print(document, title, ended),
            lambda error: desk.notify(of_error(error)),
        )

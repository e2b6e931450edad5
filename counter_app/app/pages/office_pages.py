"""The pages of the office, with what they need of this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter_app.app.home import Home
from counter_app.app.pages.checking import bundle_page, checks_page
from counter_app.app.pages.updating import updates_page
from counter_app.app.pages.work_pages import WorkPages
from counter_app.app.replacing.machine_change import carry_out
from counter_app.app.scanners import Scanners
from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, of_error
from counter_app.desktop.presenters.appointing.appoint import Appointing, AppointView
from counter_app.desktop.presenters.data_state.data_page import DataActs, DataPagePresenter
from counter_app.desktop.presenters.form_sets.form_sets import FormActs, FormSetsPresenter
from counter_app.desktop.presenters.posting.booklet import Booklet, BookletView
from counter_app.desktop.presenters.preview.preview import PreviewPresenter
from counter_app.desktop.presenters.print_settings.print_settings import (
    PrintSettings,
    SettingsActs,
)
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.replacing.replace_page import ReplaceActs, ReplacePresenter
from counter_app.desktop.presenters.reprint.unconfirmed import UnconfirmedPresenter
from counter_app.desktop.presenters.resetting.reset import Resetting, ResetView
from counter_app.desktop.printing.printers import Printers
from counter_app.desktop.screens.appointing.appoint_sheet import AppointSheet
from counter_app.desktop.screens.data_state.data_page import DataPage
from counter_app.desktop.screens.data_state.drives import drives
from counter_app.desktop.screens.form_sets.form_sets_page import FormSetsPage
from counter_app.desktop.screens.posting.booklet_sheet import BookletSheet
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.desktop.screens.print_settings.print_settings_page import PrintSettingsPage
from counter_app.desktop.screens.replacing.replace_page import ReplacePage
from counter_app.desktop.screens.reprint.unconfirmed_page import UnconfirmedPage
from counter_app.desktop.screens.resetting.reset_sheet import ResetSheet
from counter_app.desktop.shell.office import Office
from counter_app.desktop.shell.pages import PageDoors, Pages
from counter_app.desktop.shell.places import (
    ANSWER,
    CHECKS,
    DELETIONS,
    FORMS,
    PREVIEW,
    PRINTING,
    REPLACE,
    SCANNER,
    SCANNING,
    SUPPORT,
    UNCONFIRMED,
    UPDATES,
    Places,
)
from counter_app.desktop.shell.rail_bar import (
    BOOKS,
    CERTIFY,
    DAY,
    LATE,
    LOG,
    OVERVIEW,
    PILES,
    RECEPTION,
    REMINDERS,
    REPORTS,
    SHIFT,
)
from counter_app.desktop.shell.settings import SettingsPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.officers.roles import Act
from counter_app.i18n import tr
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.data_state import data_state
from counter_app.services.counter.resending import send_again
from counter_app.services.dossiers.scanning import PaperDoors
from counter_app.services.forms.checking import check_files
from counter_app.services.forms.office_forms import (
    go_back,
    office_forms,
    sample_document,
    take_over,
)
from counter_app.services.forms.own import own_folder
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.store_care import back_up
from counter_app.services.leaving.replacing import (
    may_replace,
    replaceable,
    take_out_of_service,
)
from counter_app.services.officers.permits import may
from counter_app.services.people.address import commune_choices, home_unit
from counter_app.services.printing.print_setup import PrintSetup, ruler_page
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.receipt_preview import preview_receipt
from counter_app.store.store import Store
from counter_app.sync.state import SyncState

APPOINT = "appoint"
POSTING = "posting"
RESET = "reset"


@dataclass(frozen=True, slots=True)
class PageParts:
    """What the pages need of a sitting. `line` is the last that was heard of the wire.

    `home` is the open home, for what is asked of all of it.
    """

    store: Store
    store_file: Path
    tell: Callable[[Changed], None]
    try_now: Callable[[], None]
    line: SyncState | None
    papers: PaperDoors
    setup: PrintSetup
    printing_changed: Callable[[], None]
    scanners: Scanners
    home: Home


def make_pages(parts: PageParts, look: Look, desk: Desk, office: Office) -> Pages:
    """Return the pages of `office`."""
    home = home_unit(desk.workplace.reference)
    two_up = desk.layout() == "A4x2"
    pages = _Pages(parts, look, desk, office)
    work = WorkPages(look, desk, parts.tell, pages.open_dossier, office.show_page, pages.write_down)
    doors = PageDoors(
        home_unit=home,
        paper_words=tr("2 liên A5 trên một tờ A4") if two_up else tr("2 liên, mỗi liên một tờ A5"),
        commune_choices=lambda typed, limit: commune_choices(typed, limit, home),
        tell=parts.tell,
        make_unsent=pages.data_page,
        make_settings=pages.settings_page,
        more={
            PREVIEW: pages.preview_page,
            PRINTING: pages.printing_page,
            SCANNER: parts.scanners.check_screen,
            UNCONFIRMED: pages.unconfirmed_page,
            FORMS: pages.forms_page,
            PILES: work.piles_page,
            CERTIFY: work.certify_page,
            SHIFT: work.shift_page,
            DAY: work.day_page,
            REMINDERS: work.reminders_page,
            LATE: work.late_page,
            LOG: work.log_page,
            REPORTS: work.reports_page,
            OVERVIEW: work.overview_page,
            BOOKS: lambda: work.books_page(KeptBooks.of(parts.papers.files)),
            REPLACE: pages.replace_page,
            CHECKS: lambda: checks_page(look, desk, parts.home, partial(office.show_over, SUPPORT)),
            SUPPORT: lambda: bundle_page(look, desk, parts.home),
            UPDATES: lambda: updates_page(look, desk, parts.home, office.drafts),
            ANSWER: lambda: work.answer_page(office.back),
            DELETIONS: work.deletions_page,
            SCANNING: lambda: work.scanning_page(parts.papers, office.back),
        },
        settings=pages.settings,
        preview=pages.preview,
        preview_paper=pages.preview_paper,
        declarations=parts.store_file.with_name("declarations"),
    )
    return Pages(look, desk, office, doors, office)


class _Pages:
    def __init__(self, parts: PageParts, look: Look, desk: Desk, office: Office) -> None:
        self._parts = parts
        self._look = look
        self._desk = desk
        self._office = office
        self._preview: PreviewPage | None = None

    def write_down(self, number: str) -> None:
        office, reception = self._office, self._office.pages.reception
        office.show_page(RECEPTION)
        if office.page is reception:  # else somebody is here who receives nothing
            reception.presenter.write_down(number)

    def data_page(self, open_dossier: Callable[[str], None]) -> QWidget:
        parts, desk = self._parts, self._desk

        def open_answer(uid: str) -> None:
            self._office.pages.open_answer(uid)  # the pages aren't made yet

        supervises = may(desk.workplace, desk.session, Act.DECIDE_DELETIONS)
        acts = DataActs(
            read=lambda: data_state(desk.workplace, supervises=supervises),
            send_again=lambda: send_again(desk.workplace),
            try_now=parts.try_now,
            places=lambda: drives(parts.store_file),
            copy=lambda file: back_up(parts.store, file, desk.now(), parts.papers.files),
            open_dossier=open_dossier,
            open_answer=open_answer,
            open_deletions=partial(self._office.show_over, DELETIONS),
            notify=desk.notify,
            now=desk.now,
            counter=desk.workplace.enrolment.counter,
            replace=partial(self._office.show_over, REPLACE)
            if may_replace(desk.workplace, desk.session)
            else None,
        )
        page = DataPage(self._look, lambda view: DataPagePresenter(view, desk.jobs, acts))
        if parts.line is not None:
            page.line(parts.line)
        return page

    def replace_page(self) -> QWidget:
        page = replace_page(self._look, self._desk, self._parts)
        if self._parts.line is not None:
            page.line(self._parts.line)
        return page

    def settings(self) -> Mapping[str, Callable[[], None]]:
        keys = (PRINTING, SCANNER, UNCONFIRMED, FORMS, UPDATES, CHECKS)
        places = Places(self._desk)
        doors: dict[str, Callable[[], None]] = {
            key: partial(self._office.show_over, key) for key in keys if places.is_open(key)
        }
        if may(self._desk.workplace, self._desk.session, Act.APPOINT):
            doors[APPOINT] = self._appoint
        if may(self._desk.workplace, self._desk.session, Act.RESET_PASSWORD):
            doors[RESET] = self._reset
        if may(self._desk.workplace, self._desk.session, Act.PRINT):
            doors[POSTING] = self._booklet
        return doors

    def settings_page(self) -> QWidget:
        scanners = self._parts.scanners if Places(self._desk).is_open(SCANNER) else None
        return SettingsPage(self._look, self.settings(), scanners)

    def _booklet(self) -> None:
        def make(view: BookletView) -> Booklet:
            return Booklet(self._desk, view)

        sheet = BookletSheet(self._look, self._office.window(), make)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _appoint(self) -> None:
        def make(view: AppointView) -> Appointing:
            return Appointing(self._desk, view, self._parts.tell)

        sheet = AppointSheet(self._look, self._office.window(), make)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _reset(self) -> None:
        def make(view: ResetView) -> Resetting:
            return Resetting(self._desk, view, self._parts.tell)

        sheet = ResetSheet(self._look, self._office.window(), make)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def forms_page(self) -> QWidget:
        desk, place, fonts = self._desk, self._desk.workplace, self._desk.fonts
        folder = own_folder(self._parts.store_file)
        acts = FormActs(
            read=lambda: office_forms(place, folder, fonts),
            sample=lambda form_set, key, longest: sample_document(
                form_set, key, fonts, longest=longest
            ),
            check=lambda path: check_files(path, fonts),
            take=lambda report: take_over(place, desk.session, folder, report),
            back=lambda identifier: go_back(place, desk.session, folder, identifier),
            preview=self.look_at,
            notify=desk.notify,
        )
        return FormSetsPage(self._look, lambda view: FormSetsPresenter(view, desk.jobs, acts))

    def printing_page(self) -> QWidget:
        parts, desk = self._parts, self._desk
        acts = SettingsActs(
            found=parts.setup.found,
            keep=parts.setup.keep,
            test_page=lambda form, layout, name: ruler_page(form, desk.fonts, layout, name),
            printing=desk.printing,
            changed=parts.printing_changed,
            notify=desk.notify,
        )
        return PrintSettingsPage(self._look, lambda view: PrintSettings(view, desk.jobs, acts))

    def unconfirmed_page(self) -> QWidget:
        desk = self._desk
        return UnconfirmedPage(
            self._look,
            lambda view: UnconfirmedPresenter(view, desk, self._parts.tell),
            self.open_dossier,
        )

    def open_dossier(self, uid: str) -> None:
        """Open a dossier over the page that is shown."""
        self._office.pages.open_dossier(uid)

    def preview_page(self) -> QWidget:
        desk = self._desk
        self._preview = PreviewPage(
            self._look,
            lambda view: PreviewPresenter(view, desk.jobs, desk.notify, self._leave_preview),
        )
        return self._preview

    def preview(self, draft: ReceptionDraft) -> None:
        """Show the receipt that F9 would print; Enter there is F9."""
        desk, reception = self._desk, draft.reception()

        def shown(document: Document) -> None:
            self.preview_paper(document, tr("Giấy tiếp nhận"), self._receive)

        desk.jobs.run(
            lambda: preview_receipt(
                desk.workplace, desk.session, reception, desk.fonts, desk.layout()
            ),
            shown,
            lambda error: desk.notify(of_error(error)),
        )

    def preview_paper(
        self, document: Document, title: str, print_: Callable[[Document], None]
    ) -> None:
        """Show a paper over the page; Enter gives it to `print_`."""
        self._office.show_over(PREVIEW)
        assert self._preview is not None
        self._preview.presenter.show(document, title, print_)

    def look_at(self, document: Document, title: str) -> None:
        """Show a paper that is nobody's: it isn't printed."""
        self._office.show_over(PREVIEW)
        assert self._preview is not None
        self._preview.presenter.show(document, title)

    def _receive(self, _: Document) -> None:
        self._office.act(Command.RECEIVE)

    def _leave_preview(self) -> None:
        self._office.back()


def replace_page(look: Look, desk: Desk, parts: PageParts) -> ReplacePage:
    """Return the page that takes this machine out of service (thay máy)."""
    place = desk.workplace
    acts = ReplaceActs(
        read=lambda: replaceable(place, desk.drafts.count()),
        places=lambda: drives(parts.store_file),
        carry=partial(carry_out, parts.home),
        stop=lambda typed: take_out_of_service(place, desk.session, typed),
        send_again=lambda: send_again(place),
        try_now=parts.try_now,
        tell=parts.tell,
        notify=desk.notify,
    )
    return ReplacePage(look, lambda view: ReplacePresenter(view, desk.jobs, acts))


def printer_page(
    look: Look,
    jobs: Jobs,
    setup: PrintSetup,
    printers: Printers,
    notify: Callable[[Notice], None],
) -> PrintSettingsPage:
    """Return the set-up of printing, before anybody has logged in."""
    acts = SettingsActs(
        found=setup.found,
        keep=setup.keep,
        test_page=lambda form, layout, name: ruler_page(form, choose_fonts(), layout, name),
        printing=printers,
        changed=printers.refresh,
        notify=notify,
    )
    page = PrintSettingsPage(look, lambda view: PrintSettings(view, jobs, acts))
    page.presenter.refresh()
    return page

"""The pages of the office, with what they need of this machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import of_error
from counter_app.desktop.presenters.data_state.data_page import DataActs, DataPagePresenter
from counter_app.desktop.presenters.preview.preview import PreviewPresenter
from counter_app.desktop.presenters.print_settings.print_settings import (
    PrintSettings,
    SettingsActs,
)
from counter_app.desktop.presenters.reception.draft import ReceptionDraft
from counter_app.desktop.screens.data_state.data_page import DataPage
from counter_app.desktop.screens.data_state.drives import drives
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.desktop.screens.print_settings.print_settings_page import PrintSettingsPage
from counter_app.desktop.shell.office import Office
from counter_app.desktop.shell.pages import PageDoors, Pages
from counter_app.desktop.shell.settings import SettingsPage
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr
from counter_app.services.counter.data_state import data_state
from counter_app.services.counter.resending import send_again
from counter_app.services.keeping.store_care import back_up
from counter_app.services.people.address import commune_choices, home_unit
from counter_app.services.printing.print_setup import ruler_page
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.receipt_preview import preview_receipt

if TYPE_CHECKING:
    from counter_app.app.sitting import Sitting

PREVIEW = "preview"
PRINTING = "printing"
SCANNER = "scanner"


def make_pages(sitting: Sitting, look: Look, desk: Desk, office: Office) -> Pages:
    """Return the pages of `office`."""
    home = home_unit(desk.workplace.reference)
    two_up = desk.layout == "A4x2"
    parts = _Parts(sitting, look, desk, office)
    doors = PageDoors(
        home_unit=home,
        paper_words=tr("2 liên A5 trên một tờ A4") if two_up else tr("2 liên, mỗi liên một tờ A5"),
        commune_choices=lambda typed, limit: commune_choices(typed, limit, home),
        tell=sitting.tell,
        make_unsent=parts.data_page,
        make_settings=parts.settings_page,
        more={
            PREVIEW: parts.preview_page,
            PRINTING: parts.printing_page,
            SCANNER: sitting.scanners.check_screen,
        },
        preview=parts.preview,
    )
    return Pages(look, desk, office, doors, office)


class _Parts:
    def __init__(self, sitting: Sitting, look: Look, desk: Desk, office: Office) -> None:
        self._sitting = sitting
        self._look = look
        self._desk = desk
        self._office = office
        self._preview: PreviewPage | None = None

    def data_page(self, open_dossier: Callable[[str], None]) -> QWidget:
        sitting, desk = self._sitting, self._desk
        store = sitting.counter.home.store
        path = sitting.counter.home.folders.store_file
        acts = DataActs(
            read=lambda: data_state(desk.workplace),
            send_again=lambda: send_again(desk.workplace),
            try_now=sitting.sync.resume,
            places=lambda: drives(path),
            copy=lambda file: back_up(store, file, desk.now()),
            open_dossier=open_dossier,
            notify=desk.notify,
            now=desk.now,
            counter=desk.workplace.enrolment.counter,
        )
        page = DataPage(self._look, lambda view: DataPagePresenter(view, desk.jobs, acts))
        if sitting.sync.state is not None:
            page.line(sitting.sync.state)
        return page

    def settings_page(self) -> QWidget:
        return SettingsPage(
            self._look,
            {
                PRINTING: lambda: self._office.show_over(PRINTING),
                SCANNER: lambda: self._office.show_over(SCANNER),
            },
        )

    def printing_page(self) -> QWidget:
        sitting, desk = self._sitting, self._desk
        acts = SettingsActs(
            found=sitting.setup.found,
            keep=sitting.setup.keep,
            test_page=lambda form, layout, name: ruler_page(form, desk.fonts, layout, name),
            printing=desk.printing,
            changed=sitting.printers.refresh,
            notify=desk.notify,
        )
        return PrintSettingsPage(self._look, lambda view: PrintSettings(view, desk.jobs, acts))

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
            self._office.show_over(PREVIEW)
            assert self._preview is not None
            self._preview.presenter.show(document, tr("Giấy tiếp nhận"), self._receive)

        desk.jobs.run(
            lambda: preview_receipt(
                desk.workplace, desk.session, reception, desk.fonts, desk.layout
            ),
            shown,
            lambda error: desk.notify(of_error(error)),
        )

    def _receive(self, _: Document) -> None:
        self._office.act(Command.RECEIVE)

    def _leave_preview(self) -> None:
        self._office.back()

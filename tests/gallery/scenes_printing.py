"""Thiết lập in, the preview, the question of F10, papers that nobody confirmed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.presenters.preview.preview import PreviewPresenter
from counter_app.desktop.presenters.print_settings.print_settings import (
    PrintSettings,
    SettingsActs,
)
from counter_app.desktop.presenters.reprint.unconfirmed import UnconfirmedState
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.desktop.screens.print_settings.print_settings_page import PrintSettingsPage
from counter_app.desktop.screens.reprint.reprint_sheet import ReprintSheet
from counter_app.desktop.screens.reprint.unconfirmed_page import UnconfirmedPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.cells import CodeCell, TextCell
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.services.printing.print_setup import Found, FoundPrinter, ruler_page
from counter_app.services.printing.profiles import FORMS, PaperChoice, PrintProfile
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from tests.desktop.now_jobs import NowJobs
from tests.desktop.paper_tray import PaperTray
from tests.gallery.scenes import Area, scene
from tests.papers import samples


def _settings(look: Look, found: Found, tray: PaperTray | None = None) -> PrintSettingsPage:
    fonts = choose_fonts()
    acts = SettingsActs(
        lambda: found,
        lambda form, profile: None,
        lambda form, layout, printer: ruler_page(form, fonts, layout, printer),
        tray or PaperTray(),
        lambda: None,
        lambda notice: None,
    )
    page = PrintSettingsPage(look, lambda view: PrintSettings(view, NowJobs(), acts))
    page.presenter.refresh()
    return page


@scene("thiet-lap-in")
def settings(look: Look) -> PrintSettingsPage:
    """All well."""
    printers = (FoundPrinter("HP_107a", ("auto", "main")), FoundPrinter("Kho_A5"))
    found = Found(printers, "HP_107a", {form: PrintProfile(right=-15) for form in FORMS})
    return _settings(look, found)


@scene("thiet-lap-in-vuong")
def troubled(look: Look) -> QWidget:
    """A printer without the paper, and a length that makes no sense."""
    lacking = FoundPrinter("HP_107a", lacks=frozenset({PaperChoice.A5}))
    profile = PrintProfile(printer="HP_107a", paper=PaperChoice.A5)
    page = _settings(look, Found((lacking,), "", dict.fromkeys(FORMS, profile)))
    page.presenter.type_right("nhiều")
    return page


@scene("thiet-lap-in-da-in-thu")
def tested(look: Look) -> QWidget:
    """A test page came out."""
    profiles = {form: PrintProfile() for form in FORMS}
    page = _settings(look, Found((FoundPrinter("HP_107a"),), "HP_107a", profiles))
    page.presenter.test()
    return page


@scene("thiet-lap-in-thu-het-giay")
def not_tested(look: Look) -> QWidget:
    """A test page met an empty tray."""
    tray = PaperTray()
    tray.no_paper()
    profiles = {form: PrintProfile() for form in FORMS}
    page = _settings(look, Found((FoundPrinter("HP_107a"),), "HP_107a", profiles), tray)
    page.presenter.test()
    return page


def _preview(look: Look, layout: str) -> PreviewPage:
    pdf = receipt_pdf(
        samples.RECEIPT,
        samples.MARKS,
        samples.form_set(),
        choose_fonts(),
        "A5" if layout == "A5" else "A4x2",
    )
    page = PreviewPage(
        look, lambda view: PreviewPresenter(view, NowJobs(), lambda notice: None, lambda: None)
    )
    page.resize(1150, 640)
    page.show()  # the room of a page is known once it is laid out
    page.presenter.show(
        Document(RECEIPT, "TT03-2025", pdf, 2),
        "Giấy tiếp nhận H26.15-250701-0214",
        lambda document: None,
    )
    return page


@scene("xem-truoc")
def preview_two_up(look: Look) -> QWidget:
    """Two copies on an A4."""
    return _preview(look, "A4x2")


@scene("xem-truoc-a5")
def preview_a5(look: Look) -> QWidget:
    """Two A5 pages."""
    return _preview(look, "A5")


class _Still:
    """A presenter that does nothing."""

    def refresh(self) -> None: ...

    def move_to(self, row: int) -> None: ...

    def confirm(self, row: int) -> None: ...

    def print_again(self, row: int) -> None: ...

    def uid(self, row: int) -> str:
        return ""


def _unconfirmed(look: Look, state: UnconfirmedState) -> QWidget:
    page = UnconfirmedPage(look, lambda view: _Still(), lambda uid: None)  # type: ignore[arg-type,return-value]
    page.present(state)
    return page


@scene("chua-xac-nhan-in")
def unconfirmed(look: Look) -> QWidget:
    """Three papers."""
    rows = tuple(
        (
            CodeCell(f"H26.15-250701-{number:04d}"),
            TextCell(name),
            TextCell("Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con"),
            TextCell("09:1" + str(number % 10), digits=True),
        )
        for number, name in enumerate(("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Ví"), start=214)
    )
    return _unconfirmed(look, UnconfirmedState(rows, "3 tờ chưa xác nhận in"))


@scene("chua-xac-nhan-in-trong")
def confirmed(look: Look) -> QWidget:
    """Nothing waits."""
    words = "Mọi giấy tiếp nhận đều đã được xác nhận in."
    return _unconfirmed(look, UnconfirmedState((), "", words))


@scene("in-lai-hoi", Area.OWN)
def question(look: Look) -> QWidget:
    """F10 within ten minutes."""
    ask = AskState(
        "In lại giấy tiếp nhận H26.15-250701-0214",
        "Trần Thị Mẫu · vừa in cách đây chưa đến 10 phút.",
    )
    return ReprintSheet(look, None, ask)  # type: ignore[arg-type]  # it lies over nothing here

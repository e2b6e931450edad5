"""The whole window: the office with its real presenters, and what it says in passing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QStackedWidget, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.parked.parked import ParkedRow, ParkedState
from counter_app.desktop.presenters.scanner_check.fault_words import tamper_words
from counter_app.desktop.printing.outcome import PrinterLine
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.desktop.screens.parked.parked import ParkedOverlay
from counter_app.desktop.shell.office import Hooks, Office, OuterDoors
from counter_app.desktop.shell.pages import PageDoors, Pages
from counter_app.desktop.shell.settings import ScannerDevice, SettingsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.toast import Toast
from counter_app.desktop.widgets.cards.toast_kind import ToastKind
from counter_app.domain.enrolment import ENROLMENT
from counter_app.domain.plain import to_plain
from counter_app.services.counter.draft_book import DraftBook
from counter_app.store.drafts import Drafts
from counter_app.store.store import Store
from counter_app.store.subjects.setup import MACHINE
from counter_app.sync.state import Chip, SyncState
from counter_app.wording.people import NOT_A_CARD
from tests.gallery.frame import at, framed
from tests.gallery.reception_states import READY
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_dossiers import desk
from tests.gallery.scenes_reception import shown
from tests.made import CHAIN, uid


def nothing(*_: object) -> None:
    """Do nothing: a scene has nobody behind it."""


def office(look: Look) -> Office:
    """Return a real office over a counter at which nothing was received yet."""
    folder = TemporaryDirectory()
    path = Path(folder.name)
    store = Store.open(path / "store.db", None, path / "mark.json")
    drafts = Drafts.open(path / "drafts.db", None)
    bare = desk()
    place = replace(bare.workplace, store=store, new_id=lambda: uid(1))
    with store.writing() as tx:
        tx.setup.put(ENROLMENT, to_plain(place.enrolment))
        tx.setup.put(MACHINE, "a" * 64)
        tx.journal.begin_chain(CHAIN)

    def make_desk(hooks: Hooks) -> Desk:
        return replace(bare, workplace=place, drafts=DraftBook(drafts), notify=hooks.notify)

    def make_pages(look: Look, desk: Desk, around: Office) -> Pages:
        return Pages(look, desk, around, _doors(look), around)

    made = Office(look, make_desk, make_pages, OuterDoors(nothing, nothing, nothing, _commands))

    def leave() -> None:
        drafts.close()
        store.close()
        folder.cleanup()

    made.destroyed.connect(leave)
    made.show_first()
    made.line(SyncState(Chip.ALL_SENT))
    made.scanner("COM3")
    made.printer(PrinterLine("HP 107a", "2 × A5 trên A4"))
    return made


def _doors(look: Look) -> PageDoors:
    return PageDoors(
        home_unit="00127",
        paper_words="2 liên A5 trên một tờ A4",
        commune_choices=lambda typed, limit: (),
        tell=nothing,
        make_unsent=lambda opened: QWidget(),
        make_settings=lambda: settings_page(look),
        more={},
        settings=dict,
        preview=nothing,
        preview_paper=nothing,
    )


def _commands() -> list[tuple[Command, str]]:
    return [(Command.PALETTE, "Tìm nhanh, lệnh nhanh"), (Command.LOCK, "Khóa màn hình")]


class PluggedScanner:
    """A counter with one serial scanner."""

    def devices(self) -> tuple[ScannerDevice, ...]:
        keyboard = ScannerDevice("", "USB như bàn phím", chosen=False)
        return (keyboard, ScannerDevice("COM3", "COM3 · USB Serial Device", chosen=True))

    def use(self, port: str) -> None:
        """Nothing."""


def settings_page(look: Look) -> SettingsPage:
    """Return the page of the set-up."""
    rows = ("printing", "scanner", "unconfirmed")
    return SettingsPage(look, dict.fromkeys(rows, nothing), PluggedScanner())


@scene("cua-so-moi-vao", Area.WINDOW)
def first(look: Look) -> QWidget:
    """The first moment after logging in, with the real presenters."""
    return office(look)


@scene("cua-so-danh-sach-trong", Area.WINDOW)
def empty_list(look: Look) -> QWidget:
    """The list of a counter at which nothing was received yet."""
    made = office(look)
    made.show_page("dossiers")
    return made


@scene("cua-so-tro-giup-phim", Area.WINDOW)
def keys(look: Look) -> QWidget:
    """F1 over the reception."""
    made = office(look)
    made.resize(1366, 738)
    made.show()  # what lies over a page is placed when the page has its size
    made.act(Command.HELP)
    return made


@scene("thiet-lap")
def settings(look: Look) -> QWidget:
    """Printers, scanner, colours."""
    return settings_page(look)


@scene("thiet-lap-kiem-tra")
def settings_of_an_inspector(look: Look) -> QWidget:
    """No printer and no scanner to choose."""
    return SettingsPage(look, {"checks": nothing}, None)


def _said(look: Look, bold: str, rest: str, kind: ToastKind, icon: str = "") -> QWidget:
    window = framed(look, shown(look, READY))
    area = window.findChild(QStackedWidget)
    assert area is not None
    toast = Toast(look, area)
    toast.say(bold, rest, kind, icon)
    return window


@scene("bao-da-doc-the", Area.WINDOW)
def card_read(look: Look) -> QWidget:
    """Good news, over the page."""
    return _said(look, "Đã đọc thẻ Trần Thị Mẫu.", "Khớp chủ hồ sơ.", ToastKind.OK, "card")


@scene("bao-hoan-tac", Area.WINDOW)
def undone(look: Look) -> QWidget:
    """What can be taken back."""
    return _said(look, "Đã để dở hồ sơ của Trần Thị Mẫu.", "Ctrl+Z để lấy lại.", ToastKind.INFO)


@scene("bao-ma-la", Area.WINDOW)
def strange_code(look: Look) -> QWidget:
    """A scan that is neither card nor receipt."""
    words = NOT_A_CARD["bank"]
    return _said(look, words.what, f"{words.safe} {words.next}", ToastKind.WARN, "scan")


@scene("bao-bo-go-sua-ma", Area.WINDOW)
def tampered(look: Look) -> QWidget:
    """An input method changed a scan: what was kept, and what to press."""
    scan = RawScan("001199000456|…", "keyboard", 700.0, (Damage.IME_KEYS,), at(9, 14))
    words = tamper_words(scan)
    return _said(look, words.bold, words.rest, ToastKind.ERROR, "keys")


@scene("bao-het-giay", Area.WINDOW)
def out_of_paper(look: Look) -> QWidget:
    """The printer stands; the dossier is safe."""
    return _said(
        look,
        "Chưa in được: máy in HP 107a hết giấy.",
        "Hồ sơ H26.15-250701-0207 đã lưu. Nạp giấy rồi nhấn F10 để in.",
        ToastKind.ERROR,
    )


def _parked(look: Look, state: ParkedState) -> QWidget:
    window = framed(look, shown(look, READY))
    overlay = ParkedOverlay(look, window)
    overlay.present(state)
    overlay.open()
    return window


@scene("dang-lam-do", Area.WINDOW)
def parked(look: Look) -> QWidget:
    """Two drafts lie aside."""
    rows = (
        ParkedRow("Trần Thị Mẫu", "Đăng ký khai sinh", "09:13"),
        ParkedRow("Công ty TNHH Mẫu", "Chưa chọn thủ tục", "08:52"),
    )
    words = "Mỗi bản nháp giữ nguyên những gì đã nhập."
    return _parked(look, ParkedState("Đang làm dở", words, rows, 0))


@scene("dang-lam-do-trong", Area.WINDOW)
def nothing_parked(look: Look) -> QWidget:
    """No draft lies aside."""
    words = "Không có hồ sơ nào đang làm dở. F2 khi đang nhập sẽ để dở hồ sơ đó."
    return _parked(look, ParkedState("Đang làm dở", words, (), 0))

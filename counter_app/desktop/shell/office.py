"""What an officer works in after logging in: bars, rail, one page at a time, what lies over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.commands import KEYS, Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, Notify
from counter_app.desktop.page import HasFurther, JudgesScans, Page
from counter_app.desktop.presenters.keys.keys import KeyWords, keys_state
from counter_app.desktop.presenters.status.rail import RailPresenter
from counter_app.desktop.presenters.status.status import LastReceipt, StatusPresenter
from counter_app.desktop.printing.outcome import PrinterLine, PrintOutcome
from counter_app.desktop.scanning.meaning import CardScan, CodeScan, Meaning, OtherScan
from counter_app.desktop.screens.citizen.citizen_desk import CitizenDesk
from counter_app.desktop.screens.keys.keys import KeysOverlay
from counter_app.desktop.screens.obstacles.obstacle_sheet import ObstacleAsker
from counter_app.desktop.shell.pages import Pages
from counter_app.desktop.shell.places import BY_NAME, PAGES, Places
from counter_app.desktop.shell.rail_bar import HELP, PARKED, RECEPTION, RailBar
from counter_app.desktop.shell.status_bar import StatusBar
from counter_app.desktop.shell.top_bar import TopBar
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.toast import Toast
from counter_app.desktop.widgets.cards.toast_kind import ToastKind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import counts
from counter_app.services.printing.receipt_paper import Document
from counter_app.sync.state import SyncState
from counter_app.wording.people import NOT_A_CARD

_TOASTS = {
    NoticeKind.OK: ToastKind.OK,
    NoticeKind.INFO: ToastKind.INFO,
    NoticeKind.WARN: ToastKind.WARN,
    NoticeKind.ERROR: ToastKind.ERROR,
}
TICK = 1000  # milliseconds between two looks at the clock
PIECE = 60  # milliseconds between two pieces of what is made ahead


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the office offers to those who work in it: a `Desk` is made with them."""

    notify: Notify
    received: Callable[[Dossier], None]
    printed: Callable[[Dossier, PrintOutcome], None]
    preview: Callable[[Document, str, Callable[[Document], None]], None]


class Office(QWidget):
    """The window's inside while an officer is logged in. Keys, scans and news are handed to it."""

    def __init__(
        self,
        look: Look,
        make_desk: Callable[[Hooks], Desk],
        make_pages: Callable[[Look, Desk, Office], Pages],
        outer: OuterDoors,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._outer = outer
        self.desk = make_desk(Hooks(self.notify, self._received, self._printed, self._preview))
        place = self.desk.workplace
        self._top = TopBar(
            look,
            place.reference.centre.shown_name,
            place.enrolment.counter,
            self.desk.session.officer.name,
        )
        self._places = Places(self.desk)
        self._rail = RailBar(look, self._places.closed())
        self._area = QStackedWidget()
        self._bar = StatusBar(look)
        self._status = StatusPresenter(self._bar)
        self._counters = RailPresenter(self._rail, self.desk.jobs, lambda: counts(place))
        self._lay_out()
        self._toast = Toast(look, self._area)
        self._last: Dossier | None = None
        self._shown: list[str] = []
        self._clock_is_off = False
        self.citizen = CitizenDesk(look, self.desk, self)
        self.citizen.wrote.connect(outer.tell)
        self.pages = make_pages(look, self.desk, self)
        self._keys = KeysOverlay(look, self)
        self._obstacles = ObstacleAsker(look, self, self.desk)
        self._connect()
        self._ahead: Iterator[str] = iter(())
        self._pieces = QTimer(self)
        self._pieces.setInterval(PIECE)
        self._pieces.timeout.connect(self._make_ahead)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._tick()
        self._counters.refresh()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(self._area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addLayout(middle, 1)
        whole.addWidget(self._bar)

    def _connect(self) -> None:
        self._top.search.connect(self._quick_line)
        self._top.lock.connect(self._outer.lock)
        self._rail.picked.connect(self._picked)
        self._bar.net.connect(self._show_unsent)
        self._bar.printer.connect(self._show_settings)
        self._bar.scanner.connect(self._show_settings)
        self._bar.again.connect(self._print_again)

    # Pages.

    def show_first(self) -> None:
        """Begin where work begins. Once, when the office is in the window."""
        self.show_page(self._places.first())
        self._ahead = self.pages.made_ahead()
        self._pieces.start()

    @Slot()
    def _make_ahead(self) -> None:
        """Make the next piece of what will be needed, while nobody is being served."""
        if not self.pages.reception.presenter.draft.is_empty:
            return
        key = next(self._ahead, None)
        if key is None:
            self._pieces.stop()
            return
        widget = self.pages.made(key)
        if self._area.indexOf(widget) < 0:
            self._area.addWidget(widget)

    def come_back(self) -> None:
        """The screen was unlocked: go on where the officer was."""
        self._arrive()

    def is_checking_scanner(self) -> bool:
        """Tell whether scans belong to the page that checks the scanner."""
        return bool(self._shown) and self._shown[-1] == "scanner"

    @property
    def place(self) -> str:
        """The key of the page that is shown, "" before the first."""
        return self._shown[-1] if self._shown else ""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages.at(self._shown[-1])

    def show_page(self, key: str) -> None:
        """Show a page of the rail; Esc doesn't lead back from it."""
        if not self._places.is_open(key):
            self.notify(self._places.refusal())
            return
        self._shown = [key]
        self._arrive()

    def show_over(self, key: str) -> None:
        """Show a page that Esc leads back from, such as a dossier opened by a scan."""
        if not self._places.is_open(key):
            self.notify(self._places.refusal())
            return
        if not self._shown or self._shown[-1] != key:
            self._shown.append(key)
        self._arrive()

    def back(self) -> bool:
        """Show the page before; False when there is none."""
        if len(self._shown) < 2:
            return False
        self._shown.pop()
        self._arrive()
        return True

    def _arrive(self) -> None:
        self.pages.close_overlays()
        widget = self.pages.widget(self._shown[-1])
        if self._area.indexOf(widget) < 0:
            self._area.addWidget(widget)
        self._area.setCurrentWidget(widget)
        self._rail.set_current(self.pages.rail_item(self._shown))
        self.page.arrive()
        self._toast.raise_()
        self.retitle()

    def retitle(self) -> None:
        """Give the window the title of the page that is shown; a screen reader says it, too."""
        title = self.page.title()
        self._outer.retitle(title)
        if (page := self._area.currentWidget()) is not None:
            page.setAccessibleName(title)

    # Keys and scans.

    def act(self, command: Command) -> None:
        """Do a command: the page's own meaning first, then the window's."""
        if self._keys.is_open:
            self._keys.close_now()
            if command is Command.HELP:
                return
        if command is Command.HELP:
            self.show_keys()
        elif command is Command.PALETTE:
            self._quick_line()
        elif command is Command.CITIZEN_SCREEN:
            self.citizen.toggle()
        elif command is Command.OBSTACLE:
            self._obstacles.ask(self.pages.procedure_in_hand(self._shown[-1]))
        elif self.pages.overlay_acts(command) or self.page.act(command):
            self.retitle()
        elif command is Command.NEW:
            self.show_page(RECEPTION)
        elif command in PAGES:
            self.show_page(PAGES[command])
        elif command is Command.REPRINT:
            self._print_again()

    def scanned(self, scan: Meaning) -> bool:
        """Take a scan: the page first; else a card is received and a code opened.

        False when it says nothing, or a dialog is open: what was typed there isn't swept away.
        """
        if QApplication.activeModalWidget() is not None:
            self._toast.say(
                tr("Lần quét này chưa được dùng."),
                tr("Đóng hộp đang mở bằng Esc rồi quét lại."),
                ToastKind.WARN,
                "scan",
            )
            return False
        if self.citizen.scanned(scan):
            return True
        self.pages.close_overlays()
        if self.page.scanned(scan):
            self.retitle()
            if isinstance(self.page, JudgesScans):
                return self.page.last_scan_fits()
        elif isinstance(scan, CardScan):
            self.show_page(RECEPTION)
            self.page.scanned(scan)
        elif isinstance(scan, CodeScan):
            self.pages.open_code(scan.code)
        elif isinstance(scan, OtherScan):
            words = NOT_A_CARD[scan.why.value]
            self._toast.say(
                tr(words.what), f"{tr(words.safe)} {tr(words.next)}", ToastKind.WARN, "scan"
            )
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc: first the toast, then the page, then the page before."""
        if event.key() == Qt.Key.Key_Escape:
            if not (self._toast.close_now() or self.page.escape()):
                self.back()
            self.retitle()
            event.accept()
            return
        super().keyPressEvent(event)

    def show_keys(self) -> None:
        """Show the keys that act on this page now."""
        rows = [
            KeyWords(KEYS[command][0], words) for command, words in self.page.commands().items()
        ]
        rows += [KeyWords(KEYS[command][0], words) for command, words in self._outer.commands()]
        self._keys.present(keys_state(self.page.title(), rows, digits=True))
        self._keys.open()

    # News.

    def notify(self, notice: Notice) -> None:
        """Say something in passing."""
        self._toast.say(notice.bold, notice.rest, _TOASTS[notice.kind], notice.icon)

    def line(self, state: SyncState) -> None:
        """Take how the wire stands."""
        self._status.line(state, self.desk.now())
        self._clock_is_off = state.offset is not None and state.offset.is_yellow
        self._counters.line(state.to_send + state.unconfirmed, state.in_need)
        self.pages.line(state)

    def changed(self, change: Changed) -> None:
        """Take that something was written, here or elsewhere."""
        self._counters.changed(change)
        self.pages.changed(change)

    def printer(self, line: PrinterLine) -> None:
        """Take how the printer stands."""
        self._status.printer(line.name, line.layout, line.fault)

    def scanner(self, name: str, fault: str = "") -> None:
        """Take how the scanner stands."""
        self._status.scanner(name, fault)

    def parked(self, drafts: int) -> None:
        """Take how many drafts lie aside."""
        self._counters.parked(drafts)

    def save(self) -> None:
        """Keep what is being typed."""
        self.pages.reception.presenter.save()

    def drafts(self) -> int:
        """Return how many dossiers this officer has under way, with the one in hand."""
        presenter = self.pages.reception.presenter
        return len(presenter.parked.aside) + (not presenter.draft.is_empty)

    def _received(self, dossier: Dossier) -> None:
        self._last = dossier
        self._status.receipt(LastReceipt(dossier.shown_code, self.desk.now()))
        self._outer.tell(dossier_changed(dossier.uid))
        self.citizen.received(dossier)

    def _printed(self, dossier: Dossier, outcome: PrintOutcome) -> None:
        if self._last is not None and dossier.uid == self._last.uid:
            confirmed = outcome.proof is not None
            at = dossier.received.received_at
            self._status.receipt(LastReceipt(dossier.shown_code, at, confirmed))

    def _preview(self, document: Document, title: str, print_: Callable[[Document], None]) -> None:
        self.pages.preview(document, title, print_)

    @Slot()
    def _tick(self) -> None:
        moment = self.desk.workplace.clock.now()
        said = moment.quality is ClockQuality.CONFIRMED
        self._top.tick(vietnam_time(moment.at), doubtful=said or self._clock_is_off)
        self._status.date(moment)
        self.parked(len(self.pages.reception.presenter.parked.aside))

    @Slot(str)
    def _picked(self, key: str) -> None:
        if key == HELP:
            self.show_keys()
        elif key == PARKED:
            self.pages.show_parked()
        else:
            self.show_page(key)

    @Slot()
    def _quick_line(self) -> None:
        page = self.page
        further = page.further() if isinstance(page, HasFurther) else ()
        further = (*further, (tr("Tình trạng dữ liệu"), self._show_unsent))
        further = (*further, (tr("Nhập phiếu đánh giá"), self.citizen.enter_slips))
        for key, words in BY_NAME.items():
            if self._places.is_open(key):
                further = (*further, (tr(words), partial(self.show_over, key)))
        always = {Command.OBSTACLE: tr("Ghi vướng mắc"), Command.CHECKS: tr("Kiểm tra máy")}
        self.pages.show_quick_line({**page.commands(), **always}, further)

    @Slot()
    def _show_unsent(self) -> None:
        self.show_page("unsent")

    @Slot()
    def _show_settings(self) -> None:
        self.show_page("settings")

    @Slot()
    def _print_again(self) -> None:
        if self._last is not None:
            self.pages.print_again(self._last.uid)


@dataclass(frozen=True, slots=True)
class OuterDoors:
    """What the office asks of the window around it."""

    lock: Callable[[], None]
    retitle: Callable[[str], None]
    tell: Callable[[Changed], None]
    commands: Callable[[], list[tuple[Command, str]]]

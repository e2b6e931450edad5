"""The window around a page: top bar, rail and status bar as the office lays them out.

A page is drawn where an officer sees it, with the room that the bars really leave it at every size
of text. Data are made up, and match the pictures that were drawn first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from counter_app.desktop.presenters.status.rail import RailState
from counter_app.desktop.presenters.status.status import LastReceipt, StatusPresenter
from counter_app.desktop.screens.form_sets.form_sets_page import FormSetsPage
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.desktop.screens.reception.reception_screen import ReceptionScreen
from counter_app.desktop.screens.reprint.unconfirmed_page import UnconfirmedPage
from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen
from counter_app.desktop.shell.rail_bar import DOSSIERS, RECEPTION, SETTINGS, UNSENT, RailBar
from counter_app.desktop.shell.settings import SettingsPage
from counter_app.desktop.shell.status_bar import StatusBar
from counter_app.desktop.shell.top_bar import TopBar
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.search_key import SearchKey
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.dates import VIETNAM
from counter_app.services.dossiers.lists import Queue
from counter_app.sync.state import Chip, SyncState
from tests.desktop.presenters.data_state.made import ATTENTION, OFFLINE, SENDING_FILES

CENTRE, COUNTER, OFFICER = "Trung tâm PVHCC phường Mẫu", "2", "Phạm Thị Ví"
QUEUES = {
    Queue.NEW: 5,
    Queue.WAITING_SUPPLEMENT: 3,
    Queue.WAITING_RETURN: 12,
    Queue.DUE_SOON: 4,
    Queue.OVERDUE: 2,
}


def at(hour: int, minute: int) -> datetime:
    """Return a moment of the day of the pictures."""
    return datetime(2025, 7, 1, hour, minute, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Around:
    """How the bars stand: which page the rail marks, the clock, the wire, the last paper."""

    rail: str | None = RECEPTION
    now: datetime = field(default=at(9, 14))
    wire: SyncState = field(default=SyncState(Chip.ALL_SENT))
    receipt: LastReceipt | None = field(default=LastReceipt("H26.15-250701-0207", at(9, 11)))
    scanner_fault: str = ""
    printer_fault: str = ""


_RECEPTION = Around()
_RETURN = replace(_RECEPTION, rail="returns", now=at(9, 26))
_OFFLINE = replace(
    _RECEPTION,
    rail=UNSENT,
    now=at(10, 5),
    wire=OFFLINE,
    receipt=LastReceipt("H26.15-250701-0214", at(10, 2)),
)
PAGES: dict[str, Around] = {
    "tiep-nhan": _RECEPTION,
    "nhap": _RECEPTION,
    "ho-so": replace(
        _RECEPTION,
        rail=DOSSIERS,
        now=at(9, 21),
        wire=SyncState(Chip.SENDING, 2, to_send=2),
    ),
    "chi-tiet": replace(_RETURN, rail=DOSSIERS),
    "tra-ket-qua": _RETURN,
    "chua-co-tren-may": _RETURN,
    "tinh-trang-du-lieu": _OFFLINE,
    "tinh-trang-du-lieu-can-xem": replace(_OFFLINE, wire=ATTENTION),
    "tinh-trang-du-lieu-gui-het": replace(_OFFLINE, wire=SyncState(Chip.ALL_SENT)),
    "tinh-trang-du-lieu-xem-xet": replace(_OFFLINE, wire=SENDING_FILES),
    "thiet-lap": replace(_RECEPTION, rail=SETTINGS),
    "thiet-lap-in-vuong": replace(_RECEPTION, rail=SETTINGS, printer_fault="hết giấy"),
    "kiem-tra-may-quet": replace(_RECEPTION, rail=SETTINGS),
    "kiem-tra-may-quet-khong-thay": replace(
        _RECEPTION, rail=SETTINGS, scanner_fault="không thấy cổng"
    ),
    "chua-xac-nhan-in": replace(
        _RECEPTION,
        rail=SETTINGS,
        receipt=LastReceipt("H26.15-250701-0207", at(9, 11), confirmed=False),
    ),
    "xem-truoc": _RECEPTION,
    "bieu-mau": replace(_RECEPTION, rail=SETTINGS),
    "kham-may": replace(_RECEPTION, rail=SETTINGS),
    "goi-ho-tro": replace(_RECEPTION, rail=SETTINGS),
}
"""Scenes that are pages of the window, by the beginning of their names; the longest counts."""


def around(name: str) -> Around | None:
    """Return the bars for the scene `name`; None: it isn't a page of the window."""
    fitting = [start for start in PAGES if name == start or name.startswith(f"{start}-")]
    return PAGES[max(fitting, key=len)] if fitting else None


def framed(look: Look, page: QWidget, bars: Around = _RECEPTION) -> QWidget:
    """Return the window's inside with `page` in it."""
    window = QWidget()
    top = TopBar(look, CENTRE, COUNTER, OFFICER)
    top.tick(bars.now, doubtful=False)
    rail = RailBar(look)
    rail.present(RailState(QUEUES, bars.wire.to_send + bars.wire.in_need, 1))
    rail.set_current(bars.rail)
    foot = StatusBar(look)
    status = StatusPresenter(foot)
    status.line(bars.wire, bars.now)
    status.scanner("COM3", bars.scanner_fault)
    status.printer("HP 107a", "2 × A5 trên A4", bars.printer_fault)
    status.receipt(bars.receipt)
    area = QStackedWidget()
    area.addWidget(page)
    window.setProperty("keys", page.property("keys"))
    middle = QHBoxLayout()
    middle.setContentsMargins(0, 0, 0, 0)
    middle.setSpacing(0)
    middle.addWidget(rail)
    middle.addWidget(area, 1)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(top)
    whole.addLayout(middle, 1)
    whole.addWidget(foot)
    return window


def give_keys(window: QWidget) -> None:
    """Put the keys where the page of a shown window puts them when an officer comes to it."""
    area = window.findChild(QStackedWidget)
    page = area.currentWidget() if area is not None else None
    if isinstance(page, ReceptionScreen) and page.applicant.form.isVisible():
        _first_empty(page.applicant.form)
    elif isinstance(page, ReceptionScreen):
        page.take_focus()
    elif isinstance(
        page, SettingsPage | ScannerCheckScreen | PreviewPage | UnconfirmedPage | FormSetsPage
    ):
        page.arrive()
    elif page is not None:
        _next_act(page)


def take_back_guess(window: QWidget) -> None:
    """Take the keys from where Qt puts them first in a window, which no page does."""
    focus = window.focusWidget()
    if isinstance(focus, SearchKey):
        focus.clearFocus()


def _first_empty(form: QWidget) -> None:
    fields = [each for each in form.findChildren(QLineEdit) if each.isVisible()]
    wanted = [each for each in fields if each.objectName() == form.window().property("keys")]
    empty = [each for each in fields if not each.text()]
    if fields:
        (wanted or empty or fields)[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _next_act(page: QWidget) -> None:
    for kind in (PrimaryButton, TableView):
        for widget in page.findChildren(kind):
            if widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

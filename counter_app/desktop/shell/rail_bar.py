"""The left rail: where an officer goes, with what waits there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.status.rail import RailState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.bars.rail import Rail
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import Queue

RECEPTION = "reception"
DOSSIERS = "dossiers"
UNSENT = "unsent"
PILES = "piles"
CERTIFY = "certify"
SHIFT = "shift"
DAY = "day"
REMINDERS = "reminders"
LATE = "late"  # reached from the reminders, by its key and the quick line: not on the rail
LOG = "log"
REPORTS = "reports"
BOOKS = "books"  # reached by its key and the quick line: not on the rail
OVERVIEW = "overview"  # the same way
SETTINGS = "settings"
PARKED = "parked"
HELP = "help"

QUEUES: dict[str, Queue] = {
    "incoming": Queue.NEW,
    DOSSIERS: Queue.OPEN,
    "supplement": Queue.WAITING_SUPPLEMENT,
    "returns": Queue.WAITING_RETURN,
}
"""Rail items that are the list of dossiers with another queue."""


_FURTHER = frozenset({PILES, CERTIFY, SHIFT})
_HIDEABLE = _FURTHER | {RECEPTION, LOG, REPORTS, PARKED}


class RailBar(QWidget):
    """`picked` carries the key of an item. Items in `closed` aren't there for this officer.

    Reminders count what is late or due within 24 hours; the page has the calmer ones, too.
    """

    picked = Signal(str)

    def __init__(
        self, look: Look, closed: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rail = Rail(look, tr("Các trang"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._rail)
        add = self._rail.add
        add(RECEPTION, tr("Tiếp nhận"), "in", keys="F2")
        add("incoming", tr("Chờ tiếp nhận"), "inbox")
        add(DOSSIERS, tr("Hồ sơ"), "folder", keys="F3")
        add("supplement", tr("Chờ bổ sung"), "paper-plus")
        add("returns", tr("Chờ trả kết quả"), "out")
        self._rail.add_divider()
        add(REMINDERS, tr("Nhắc việc"), "clock", keys="Ctrl+R", tone=Tone.SOON)
        add(UNSENT, tr("Chờ gửi"), "cloud-up")
        if not closed >= _FURTHER:  # or two lines would lie on each other
            self._rail.add_divider()
        add(PILES, tr("Bàn giao"), "swap", keys="Ctrl+G")
        add(CERTIFY, tr("Chứng thực nhanh"), "ok", keys="Ctrl+B")
        add(SHIFT, tr("Thu phí, chốt ca"), "money", keys="Ctrl+T")
        self._rail.add_divider()
        add(REPORTS, tr("Báo cáo"), "list", keys="Ctrl+Shift+B")
        add(LOG, tr("Nhật ký"), "book", keys="Ctrl+J")
        add(SETTINGS, tr("Thiết lập"), "settings")
        add(PARKED, tr("Đang làm dở"), "note", foot=True)
        add(HELP, tr("Trợ giúp phím"), "keys", keys="F1", foot=True)
        for key in closed & _HIDEABLE:
            self._rail.item(key).hide()
        self._rail.picked.connect(self.picked)

    def set_current(self, key: str | None) -> None:
        """Mark the item whose page is shown."""
        self._rail.set_current(key)

    def present(self, state: RailState) -> None:
        """Show the counters."""
        for key, queue in QUEUES.items():
            if queue in state.queues:
                self._rail.set_count(key, state.queues[queue])
        pressing = (state.queues.get(queue, 0) for queue in (Queue.OVERDUE, Queue.DUE_SOON))
        self._rail.set_count(REMINDERS, sum(pressing))
        self._rail.set_count(UNSENT, state.unsent)
        self._rail.set_count(PARKED, state.parked)

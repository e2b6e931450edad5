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
SETTINGS = "settings"
PARKED = "parked"
HELP = "help"

QUEUES: dict[str, Queue] = {
    "incoming": Queue.NEW,
    DOSSIERS: Queue.OPEN,
    "supplement": Queue.WAITING_SUPPLEMENT,
    "returns": Queue.WAITING_RETURN,
    "soon": Queue.DUE_SOON,
    "late": Queue.OVERDUE,
}
"""Rail items that are the list of dossiers with another queue."""


class RailBar(QWidget):
    """`picked` carries the key of an item."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
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
        add("soon", tr("Sắp đến hạn"), "clock", tone=Tone.SOON)
        add("late", tr("Quá hạn"), "late", tone=Tone.LATE)
        add(UNSENT, tr("Chờ gửi"), "cloud-up")
        self._rail.add_divider()
        add(SETTINGS, tr("Thiết lập"), "settings")
        add(PARKED, tr("Đang làm dở"), "note", foot=True)
        add(HELP, tr("Trợ giúp phím"), "keys", keys="F1", foot=True)
        self._rail.picked.connect(self.picked)

    def set_current(self, key: str | None) -> None:
        """Mark the item whose page is shown."""
        self._rail.set_current(key)

    def present(self, state: RailState) -> None:
        """Show the counters."""
        for key, queue in QUEUES.items():
            if queue in state.queues:
                self._rail.set_count(key, state.queues[queue])
        self._rail.set_count(UNSENT, state.unsent)
        self._rail.set_count(PARKED, state.parked)

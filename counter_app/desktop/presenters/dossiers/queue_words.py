"""How the queues (hàng chờ) of dossiers are called, drawn, and said to be empty."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desktop.theme.tokens import Tone
from counter_app.services.dossiers.lists import Queue


@dataclass(frozen=True, slots=True)
class QueueWords:
    """One queue: its name, its icon, and what is said when nothing waits in it."""

    name: str
    icon: str
    empty: str
    tone: Tone | None = None


QUEUES: dict[Queue, QueueWords] = {
    Queue.OPEN: QueueWords("Đang mở", "folder", "Không có hồ sơ nào đang mở."),
    Queue.NEW: QueueWords("Chờ tiếp nhận", "inbox", "Không có hồ sơ nào chờ tiếp nhận."),
    Queue.IN_PROGRESS: QueueWords("Đang xử lý", "play", "Không có hồ sơ nào đang xử lý."),
    Queue.WAITING_SUPPLEMENT: QueueWords(
        "Chờ bổ sung", "paper-plus", "Không có hồ sơ nào chờ công dân bổ sung."
    ),
    Queue.WAITING_RETURN: QueueWords(
        "Chờ trả kết quả", "out", "Không có kết quả nào chờ trả cho công dân."
    ),
    Queue.ALL: QueueWords("Tất cả", "list", "Máy này chưa có hồ sơ nào."),
    Queue.DUE_SOON: QueueWords(
        "Sắp đến hạn", "clock", "Không có hồ sơ nào sắp đến hạn.", Tone.SOON
    ),
    Queue.OVERDUE: QueueWords("Quá hạn", "late", "Không có hồ sơ nào quá hạn.", Tone.LATE),
    Queue.UNSENT: QueueWords("Chờ gửi", "cloud-up", "Mọi việc đã ghi đều đã gửi về máy chủ."),
}

STATES: tuple[Queue, ...] = (
    Queue.OPEN,
    Queue.NEW,
    Queue.IN_PROGRESS,
    Queue.WAITING_SUPPLEMENT,
    Queue.WAITING_RETURN,
    Queue.ALL,
)
"""Where a dossier stands: the quiet half of the chips."""

ALARMS: tuple[Queue, ...] = (Queue.DUE_SOON, Queue.OVERDUE, Queue.UNSENT)
"""What asks for somebody: the half of the chips that has colour."""

PAGES: dict[Queue, str] = {
    Queue.OPEN: "Hồ sơ",
    Queue.NEW: "Chờ tiếp nhận",
    Queue.IN_PROGRESS: "Hồ sơ",
    Queue.WAITING_SUPPLEMENT: "Chờ bổ sung",
    Queue.WAITING_RETURN: "Chờ trả kết quả",
    Queue.ALL: "Hồ sơ",
    Queue.DUE_SOON: "Sắp đến hạn",
    Queue.OVERDUE: "Quá hạn",
    Queue.UNSENT: "Chờ gửi",
}
"""The page's title: queues of the left rail by their own name."""

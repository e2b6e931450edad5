"""Labels of the ten national status codes, as a counter says them (DOMAIN §4)."""

from __future__ import annotations

from counter_app.domain.dossiers.status import Status
from counter_app.i18n import tr

STATUS: dict[Status, str] = {
    Status.NEW: "Chờ tiếp nhận",
    Status.RECEIVED: "Đã tiếp nhận",
    Status.REFUSED: "Từ chối tiếp nhận",
    Status.IN_PROGRESS: "Đang xử lý",
    Status.WAITING_SUPPLEMENT: "Chờ bổ sung",
    Status.WAITING_PAYMENT: "Chờ thực hiện nghĩa vụ tài chính",
    Status.WITHDRAWN: "Công dân rút hồ sơ",
    Status.STOPPED: "Dừng xử lý",
    Status.FINISHED: "Đã giải quyết, kết quả chưa về",
    Status.RETURNED: "Đã trả kết quả",
}


def status_words(status: Status, *, result_is_here: bool = False) -> str:
    """Return the label; a finished dossier whose result was taken in waits to be fetched."""
    if status is Status.FINISHED and result_is_here:
        return tr("Chờ trả kết quả")
    return tr(STATUS[status])

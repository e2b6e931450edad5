"""What the pages call things. A kind that came later shows as the wire names it."""

from __future__ import annotations

from counter_app.contract.problem_types import PROBLEM_TYPES
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.dossiers.status import Status
from counter_app.sandbox.province.refusal import WORDS

STATUS = {
    Status.NEW: "Chờ tiếp nhận",
    Status.RECEIVED: "Đã tiếp nhận",
    Status.REFUSED: "Từ chối",
    Status.IN_PROGRESS: "Đang giải quyết",
    Status.WAITING_SUPPLEMENT: "Chờ bổ sung",
    Status.WAITING_PAYMENT: "Chờ nghĩa vụ tài chính",
    Status.WITHDRAWN: "Công dân rút",
    Status.STOPPED: "Dừng giải quyết",
    Status.FINISHED: "Đã giải quyết",
    Status.RETURNED: "Đã trả kết quả",
}

DEVICE_STATES = {
    "active": ("Đang dùng", "good"),
    "drain": ("Đang thu hồi: gửi nốt", "warn"),
    "wipe": ("Đang thu hồi: gửi nốt rồi xóa", "warn"),
    "revoked": ("Đã thu hồi", ""),
    "frozen": ("Tạm khóa: có hai bản của máy này", "bad"),
}

PAY_METHODS = {
    PayMethod.CASH: "tiền mặt",
    PayMethod.TRANSFER: "chuyển khoản",
    PayMethod.CARD: "thẻ",
    PayMethod.ONLINE: "trực tuyến",
}

_KINDS = {
    "received": "Tiếp nhận",
    "numbered": "Cấp mã chính thức",
    "printed": "In giấy",
    "supplement_requested": "Yêu cầu bổ sung",
    "supplement_received": "Nhận bổ sung",
    "refused": "Từ chối",
    "withdrawn": "Công dân rút hồ sơ",
    "stopped": "Dừng giải quyết",
    "paid": "Thu phí, lệ phí",
    "handed_over": "Bàn giao",
    "result_taken_in": "Nhận kết quả về quầy",
    "due_extended": "Gia hạn",
    "apology_sent": "Gửi văn bản xin lỗi",
    "returned": "Trả kết quả",
    "corrected": "Sửa đăng ký",
    "told": "Báo công dân",
    "rated": "Công dân đánh giá",
    "work_started": "Nhận giải quyết",
    "payment_demanded": "Yêu cầu nghĩa vụ tài chính",
    "finished": "Đã giải quyết",
    "due_moved": "Đổi ngày hẹn trả",
    "number_void": "Bỏ số hồ sơ",
    "date_confirmed": "Xác nhận ngày giờ",
    "logged_in": "Đăng nhập",
    "logged_out": "Đăng xuất",
    "viewed": "Xem hồ sơ",
    "exported": "Kết xuất",
    "restored": "Phục hồi dữ liệu",
    "complained": "Phản ánh, kiến nghị",
    "reopened": "Mở lại",
    "payment_cancelled": "Hủy khoản thu",
    "receipt_linked": "Gắn biên lai",
    "submitted": "Gửi đến",
    "originals_compared": "Đối chiếu bản chính",
    "paper_scanned": "Số hóa giấy tờ",
    "certified": "Chứng thực",
    "shift_closed": "Chốt ca",
}

_HELD_STATES = {
    "refused": ("Không nhận", "bad"),
    "conflict": ("Khác nhau", "warn"),
    "quarantined": ("Cách ly", "bad"),
}

_FLAGS = {
    "procedure-unknown": "Phiên bản thủ tục chưa công bố",
    "procedure-not-here": "Thủ tục tiếp nhận ở nơi khác, hoặc không có trường hợp này",
    "procedure-not-in-force": "Phiên bản thủ tục không áp dụng vào ngày đó",
    "officer-unknown": "Cán bộ không có trong danh sách",
    "officer-not-appointed": "Cán bộ chưa được cử tiếp nhận thủ tục này",
    "due-differs": "Máy chủ tính ra ngày hẹn khác",
    "centre-differs": "Ghi trung tâm khác với trung tâm của máy",
    "clock-off": "Giờ ghi muộn hơn giờ máy chủ",
    "date-confirmed": "Ngày giờ do người ở quầy xác nhận, không theo đồng hồ máy",
    "number-day": "Số của ngày khác",
    "number-epoch": "Số của dải đã hủy",
    "number-late": "Về máy chủ muộn hơn một ngày",
    "supplement_again": "Yêu cầu bổ sung lần thứ hai",
    "extension_again": "Gia hạn lần thứ hai",
    "extension_late": "Gia hạn muộn",
}


def kind_words(kind: str) -> str:
    """Return what a kind of act is called."""
    return _KINDS.get(kind, kind)


def flag_words(flag: str) -> str:
    """Return what a flag means."""
    return _FLAGS.get(flag, flag)


def held_words(state: str) -> tuple[str, str]:
    """Return how an entry in need stands at its counter, and the colour of that."""
    return _HELD_STATES.get(state, (state, "warn"))


def problem_words(kind: str) -> str:
    """Return what a problem type says; one that only the device knows shows as it came."""
    return WORDS[kind][0] if kind in PROBLEM_TYPES and kind in WORDS else kind

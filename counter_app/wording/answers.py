"""What the server answered and an officer settles: fields, marks, and what was done about it."""

from __future__ import annotations

from counter_app.i18n import tr
from counter_app.wording.log import FIELDS

_MORE: dict[str, str] = {
    "amount": "Số tiền",
    "bring_by": "Nộp bổ sung trước ngày",
    "by_name": "Tên người đề nghị",
    "certified": "Số bản chứng thực",
    "contact": "Liên hệ",
    "copies": "Số bản",
    "expected_on": "Ngày dự kiến",
    "giver_name": "Người giao",
    "giver_phone": "Điện thoại người giao",
    "guidance": "Hướng dẫn",
    "list_number": "Số danh sách",
    "lookup_code": "Mã tra cứu",
    "nationality": "Quốc tịch",
    "originals": "Số bản chính",
    "pages": "Số trang",
    "paper": "Tên giấy tờ",
    "paper_date": "Ngày của giấy",
    "paper_number": "Số của giấy",
    "payer": "Người nộp tiền",
    "photocopies": "Số bản chụp",
    "receiver": "Người nhận",
    "remark": "Nhận xét",
    "requester": "Người đề nghị",
    "signed_by": "Người ký",
    "street": "Số nhà, thôn, tổ",
    "symbol": "Ký hiệu",
    "text": "Nội dung",
    "tracking_number": "Mã bưu gửi",
    "unit": "Đơn vị",
    "unit_name": "Xã, tỉnh",
    "what": "Nội dung",
}
MARKS: dict[str, str] = {
    "out_of_range": "Con số ngoài khoảng cho phép.",
    "missing": "Chưa có nội dung.",
    "fixed": "Đã in trên giấy, không sửa được.",
    "too_large": "Nội dung quá dài.",
    "string_too_long": "Nội dung quá dài.",
    "string_too_short": "Chưa có nội dung.",
    "value": "Nội dung chưa đúng mẫu.",
    "differs": "Đã được sửa ở nơi khác.",
    "number": "Số này không dùng được.",
}


def field_words(path: tuple[str, ...]) -> str:
    """Return `Chủ hồ sơ, Họ tên` for the path of a value; "" for what only the program writes."""
    last = next((part for part in reversed(path) if not part.isdecimal()), "")
    words = FIELDS.get(last) or _MORE.get(last)
    if words is None:
        return ""
    first = FIELDS.get(path[0]) if path and path[0] != last else None
    place = next((str(int(part) + 1) for part in path if part.isdecimal()), "")
    head = " ".join(part for part in (tr(first) if first else "", place) if part)
    return f"{head}, {tr(words)}" if head else tr(words)


def mark_words(code: str) -> str:
    """Return why the server marked a field."""
    return tr(MARKS[code]) if code in MARKS else tr("Máy chủ đánh dấu ô này.")

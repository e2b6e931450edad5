"""What the server marked for a supervisor; accepted all the same: the citizen holds paper."""

from __future__ import annotations

from counter_app.i18n import tr

FLAGS: dict[str, str] = {
    "procedure-unknown": "Phiên bản thủ tục này chưa được công bố trên máy chủ.",
    "procedure-not-here": "Thủ tục được tiếp nhận ở hệ thống khác, hoặc không có trường hợp này.",
    "procedure-not-in-force": "Phiên bản thủ tục này không áp dụng vào ngày tiếp nhận.",
    "officer-unknown": "Cán bộ không có trong danh sách của trung tâm.",
    "officer-not-appointed": "Không có quyết định cử cán bộ tiếp nhận thủ tục này vào ngày đó.",
    "due-differs": "Máy chủ tính ra ngày hẹn trả khác.",
    "centre-differs": "Hồ sơ ghi trung tâm khác với trung tâm của máy quầy.",
    "clock-off": "Thời điểm ghi việc này muộn hơn giờ của máy chủ.",
    "date-confirmed": "Ngày giờ do người ở quầy xác nhận vì đồng hồ máy sai; cần xem lại.",
    "number-day": "Số hồ sơ thuộc ngày khác với ngày tiếp nhận.",
    "number-epoch": "Dải số đã bị hủy sau khi phục hồi dữ liệu; giấy được in trước đó.",
    "number-late": "Hồ sơ về máy chủ muộn hơn một ngày so với ngày cấp số.",
    "supplement_again": "Yêu cầu bổ sung lần thứ hai mà không ghi nhận vượt quy định.",
    "extension_again": "Gia hạn lần thứ hai mà không ghi nhận vượt quy định.",
    "extension_late": "Gia hạn muộn hơn quy định mà không ghi nhận.",
}


def flag_words(flag: str) -> str:
    """Return what a flag says; one that a newer server invented shows as it came."""
    return tr(FLAGS.get(flag, flag))

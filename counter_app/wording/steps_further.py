"""Words of the further steps: what is wanted before they can be written."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "reception_not_everywhere": "Thủ tục này chưa được công bố tiếp nhận phi địa giới.",
    "post_no_tracking": "Cần ghi số hiệu bưu gửi.",
    "compare_nothing": "Đánh dấu ít nhất một giấy tờ đã đối chiếu.",
    "step_no_reason": "Cần ghi lý do.",
    "reopen_no_supervisor": "Mở lại hồ sơ cần người phụ trách cho phép.",
    "extend_not_later": "Ngày hẹn mới phải sau ngày hẹn cũ.",
    "extend_day_off": "Ngày hẹn mới là ngày nghỉ.",
    "extend_no_signer": "Cần ghi người ký gia hạn.",
    "complaint_empty": "Chưa ghi nội dung phản ánh, kiến nghị.",
    "correction_fixed": "Mã hồ sơ, sổ và giờ tiếp nhận không sửa được.",
    "correction_nothing": "Chưa có gì khác với đăng ký đang lưu.",
}

"""Words for temporary appointments: what is wrong with one that was filled in."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "appointment.no_officer": "Chưa chọn cán bộ có trong danh sách của Trung tâm.",
    "appointment.not_active": "Tài khoản của {name} đã ngừng hoạt động.",
    "appointment.inspector": "{name} có quyền kiểm tra; thời hạn do tỉnh quyết định, không cử tại "
    "chỗ.",
    "appointment.no_agency": "Chưa chọn cơ quan nào.",
    "appointment.unknown_agency": "Không có cơ quan mang mã {agency} trong danh sách.",
    "appointment.no_number": "Chưa ghi số quyết định hoặc số văn bản cử.",
    "appointment.no_days": "Ngày bắt đầu và ngày kết thúc phải ghi đủ ngày, tháng, năm.",
    "appointment.ends_before_begin": "Ngày kết thúc trước ngày bắt đầu.",
    "appointment.too_long": "Cử tạm thời không quá {days} ngày; muộn nhất đến {date}.",
    "appointment.too_far_ahead": "Ngày bắt đầu không quá {days} ngày kể từ hôm nay.",
    "appointment.over": "Thời gian cử đã qua.",
}

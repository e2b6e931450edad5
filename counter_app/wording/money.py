"""Words of fees and shifts: what stands against a payment or a count."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "payment_nothing": "Chưa ghi số tiền nào để thu.",
    "payment_gone": "Khoản thu này không còn, hoặc đã hủy trước đó.",
    "payment_no_reason": "Hủy khoản thu cần ghi lý do.",
    "receipt_unnamed": "Chưa ghi ký hiệu và số của biên lai điện tử.",
    "shift_difference": "Tiền đếm được khác số phải có: cần ghi lý do.",
}

"""Words of quick certification (chứng thực nhanh)."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "certify_void_already": "Dòng này đã hủy rồi.",
    "certify_nothing": "Chưa ghi số trang và số bản.",
    "certify_void_reason": "Bỏ một số chứng thực cần ghi lý do.",
}

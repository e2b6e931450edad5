"""Words of what is done for a visitor besides receiving (hướng dẫn, từ chối, hỗ trợ, tờ khai)."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "turned_away_reason": "Từ chối tiếp nhận cần ghi lý do.",
    "assisted_nobody": "Chưa ghi người được hỗ trợ nộp hồ sơ.",
    "assisted_system": "Chưa chọn hệ thống đã nộp hồ sơ.",
    "assisted_code_long": "Mã hồ sơ dài quá {most} ký tự.",
    "declaration_name": "Tên của mẫu chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.",
    "declaration_page": "Tờ khai điền sẵn in trên giấy A4.",
    "declaration_signer_unknown": "Chương trình không có người tên “{name}” để ghi dưới chữ ký.",
}

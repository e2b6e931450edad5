"""Words of what is done for a visitor besides receiving (hướng dẫn, từ chối, hỗ trợ, tờ khai)."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "turned_away_reason": "Từ chối tiếp nhận cần ghi lý do.",
    "assisted_nobody": "Chưa ghi người được hỗ trợ nộp hồ sơ.",
    "assisted_system": "Chưa chọn hệ thống đã nộp hồ sơ.",
    "assisted_code_long": "Mã hồ sơ dài quá {most} ký tự.",
    "assisted_code_of_other": ("Mã này là hồ sơ {code} của {name}, {procedure}: kiểm tra lại mã."),
    "assisted_code_waits": (
        "Hồ sơ này đã về quầy: ghi xong thì mở trang Chờ tiếp nhận, hoặc quét lại mã, để tiếp nhận."
    ),
    "assisted_code_received": "Mã này là hồ sơ {code} đã có tại quầy: kiểm tra lại mã.",
    "declaration_name": "Tên của mẫu chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.",
    "declaration_page": "Tờ khai điền sẵn in trên giấy A4.",
    "declaration_signer_unknown": "Chương trình không có người tên “{name}” để ghi dưới chữ ký.",
}

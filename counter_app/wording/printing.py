"""Sentences about printers; `{title}` names the paper, `{printer}` the printer."""

from __future__ import annotations

from counter_app.domain.errors.printing import PrinterError
from counter_app.wording.sentence import Sentence

FAULTS: dict[str, str] = {
    "printer": "máy in {printer} có lỗi",
    "printer.no_paper": "máy in {printer} hết giấy",
    "printer.jammed": "máy in {printer} bị kẹt giấy",
    "printer.no_ink": "máy in {printer} hết mực",
    "printer.cover_open": "máy in {printer} đang mở nắp",
    "printer.offline": "không liên lạc được với máy in {printer}",
    "printer.gone": "máy tính này không còn máy in {printer}",
    "printer.paper_size": "máy in {printer} không nhận khổ giấy {size}",
    "printer.held": "máy in {printer} đang tạm dừng",
    "printer.cancelled": "lệnh in đã bị hủy ở máy in {printer}",
    "printer.aborted": "máy in {printer} đã bỏ lệnh in ({reason})",
    "printer.spooler": "dịch vụ in của máy tính không trả lời ({reason})",
}
"""What is wrong, in a few words: for the status bar, and inside the sentences below."""

_NEXT: dict[str, str] = {
    "printer": "Xem màn hình máy in rồi nhấn F10 để in.",
    "printer.no_paper": "Nạp giấy rồi nhấn F10 để in.",
    "printer.jammed": "Gỡ giấy kẹt rồi nhấn F10 để in.",
    "printer.no_ink": "Thay mực rồi nhấn F10 để in.",
    "printer.cover_open": "Đóng nắp máy in rồi nhấn F10 để in.",
    "printer.offline": "Kiểm tra nguồn và dây của máy in rồi nhấn F10 để in.",
    "printer.gone": "Chọn máy in khác trong Thiết lập in rồi nhấn F10 để in.",
    "printer.paper_size": "Chọn khổ giấy khác trong Thiết lập in rồi nhấn F10 để in.",
    "printer.held": "Cho máy in chạy tiếp rồi nhấn F10 để in.",
    "printer.cancelled": "Nhấn F10 để in lại.",
    "printer.aborted": "Nhấn F10 để in lại; nếu vẫn vậy, chọn máy in khác trong Thiết lập in.",
    "printer.spooler": "Nhấn F10 để thử lại; nếu vẫn vậy, báo quản trị.",
}

WORDS: dict[str, Sentence] = {
    code: Sentence(f"Chưa in được {{title}}: {fault}.", "Hồ sơ đã lưu.", _NEXT[code])
    for code, fault in FAULTS.items()
}

PROBLEMS: dict[str, str] = {}


def fault_words(error: PrinterError) -> str:
    """Return what is wrong in a few words: "máy in HP 107a hết giấy"."""
    return Sentence(FAULTS.get(error.code, FAULTS["printer"]), "", "").filled(error.facts)

"""Words for what is wrong with what was asked of a report."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {}

PROBLEMS: dict[str, str] = {
    "period_unreadable": (
        "Không đọc được kỳ “{text}”: gõ như 2026-11, 2026-Q4, 2026-H1, 2026, 2026-W47, 2026-11-20 "
        "hoặc 2026-11-01..2026-11-20."
    ),
    "period_impossible": "Không có kỳ “{text}” trên lịch.",
    "period_backwards": "Kỳ “{text}” kết thúc trước khi bắt đầu.",
    "period_not_offered": "Báo cáo “{title}” không lập theo kỳ “{text}”.",
    "report_unknown": "Không có báo cáo tên “{name}”: xem danh sách bằng --list.",
    "check_code_unreadable": "“{text}” không phải mã kiểm tra: mã có dạng QY56-97FE-EC4C.",
    "check_code_unknown": (
        "Nhật ký quầy này không có biểu nào mang mã {code}: gõ nhầm, biểu của quầy khác, "
        "hoặc số liệu trên giấy đã bị sửa."
    ),
}

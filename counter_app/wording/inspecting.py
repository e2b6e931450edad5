"""Words for what can keep the log from leaving the program."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "inspecting.export_not_written": Sentence(
        "Chưa ghi được tệp {name}: {reason}.",
        "Nhật ký trên máy vẫn nguyên vẹn.",
        "Đóng tệp nếu đang mở, hoặc chọn nơi lưu khác rồi kết xuất lại.",
    ),
}

PROBLEMS: dict[str, str] = {}

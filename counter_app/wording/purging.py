"""Words for erasing what is past its time of keeping."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "purging.clock": Sentence(
        "Ngày của máy ({today}) chưa được đối chiếu với máy chủ.",
        "Chưa xóa gì: ngày sai có thể xóa nhầm hồ sơ còn hạn lưu.",
        "Hãy nối mạng rồi chạy lại.",
    ),
}

PROBLEMS: dict[str, str] = {}

"""Words for erasing what is past its time of keeping."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "purging.clock": Sentence(
        "Ngày của máy ({today}) chưa được đối chiếu với máy chủ.",
        "Chưa xóa gì: ngày sai có thể xóa nhầm hồ sơ còn hạn lưu.",
        "Hãy nối mạng rồi chạy lại.",
    ),
    "purging.same_person": Sentence(
        "{officer} không thể vừa đề nghị vừa duyệt việc xóa.",
        "Chưa xóa gì.",
        "Mời một người khác có quyền duyệt (lãnh đạo) đăng nhập để duyệt.",
    ),
    "purging.offline": Sentence(
        "Chưa hỏi được tỉnh về mật khẩu của {officer}.",
        "Chưa xóa gì: việc xóa cần cả hai người đăng nhập khi có mạng.",
        "Hãy nối mạng rồi chạy lại.",
    ),
}

PROBLEMS: dict[str, str] = {}

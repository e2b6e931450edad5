"""Words for the queue file: sent by stick from another counter, and its way back."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_KEPT = "Mọi việc chờ gửi vẫn nằm trong máy này, chưa có gì thay đổi."

WORDS: dict[str, Sentence] = {
    "queue_file.no_key": Sentence(
        "Tỉnh chưa cấp khóa để gửi bằng USB khi máy này ghi danh.",
        _KEPT,
        "Việc chờ gửi sẽ tự gửi khi có mạng; hỏi quản trị máy chủ của tỉnh về khóa này.",
    ),
    "queue_file.not_now": Sentence(
        "Dữ liệu vừa được phục hồi hoặc chuyển máy nên phải liên lạc máy chủ một lần trước.",
        _KEPT,
        "Hãy nối mạng một lần rồi ghi tệp lại.",
    ),
    "queue_file.damaged": Sentence(
        "Tệp {name} không phải tệp gửi bằng USB, bị cắt hoặc đã bị sửa.",
        _KEPT,
        "Hãy chép lại tệp từ máy đã ghi.",
    ),
    "queue_file.foreign": Sentence(
        "Tệp {name} trả về cho máy quầy {theirs}, còn máy này là máy quầy {ours}.",
        _KEPT,
        "Hãy mang tệp đến đúng máy.",
    ),
    "queue_file.unreadable": Sentence(
        "Tệp {name} không mở được bằng khóa của máy này.",
        _KEPT,
        "Hãy chép lại tệp; nếu vẫn vậy, ghi tệp gửi mới và mang đi lần nữa.",
    ),
}

PROBLEMS: dict[str, str] = {}

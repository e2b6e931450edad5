"""Words for the stick that carries a counter's work to another machine (thay máy)."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_WHOLE = "Mọi việc vẫn nguyên trên máy này."
_NOTHING = "Chưa có gì được nhập; ổ và dữ liệu trên máy này vẫn nguyên."

WORDS: dict[str, Sentence] = {
    "stick.gone": Sentence(
        "Không còn thấy ổ {path}: ổ đã bị rút ra hoặc chưa cắm chặt.",
        _WHOLE,
        "Cắm lại ổ rồi ghi lại; phần đã ghi không bị ghi đúp.",
    ),
    "stick.full": Sentence(
        "Ổ {path} đã đầy nên chưa ghi được hết.",
        _WHOLE,
        "Xóa bớt tệp không cần trên ổ rồi ghi lại, hoặc chọn ổ khác.",
    ),
    "stick.locked": Sentence(
        "Ổ {path} đang khóa ghi, hoặc tài khoản này không được ghi vào đó.",
        _WHOLE,
        "Mở khóa ghi trên ổ, hoặc chọn ổ khác rồi ghi lại.",
    ),
    "stick.not_written": Sentence(
        "Chưa ghi được vào {path} ({reason}).",
        _WHOLE,
        "Rút ra cắm lại rồi ghi lại, hoặc chọn ổ khác.",
    ),
    "stick.this_disk": Sentence(
        "{path} nằm trong thư mục dữ liệu của chính máy này, không mang sang máy khác được.",
        _WHOLE,
        "Chọn ổ USB hoặc thư mục ở ổ khác.",
    ),
    "stick.not_read": Sentence(
        "Chưa đọc được {name} ({reason}).",
        _NOTHING,
        "Cắm lại ổ rồi thử lại; nếu vẫn vậy, dùng bản khác của ổ.",
    ),
    "stick.home_not_open": Sentence(
        "Dữ liệu của máy này đang được mở.",
        _NOTHING,
        "Đợi vài giây rồi nhấn lại.",
    ),
}

PROBLEMS: dict[str, str] = {}

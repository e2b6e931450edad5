"""Words for the support bundle."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_UNOPENED = "Chưa có gì được mở hay thay đổi."

WORDS: dict[str, Sentence] = {
    "support.no_key": Sentence(
        "Tỉnh chưa gửi khóa hỗ trợ, nên chưa niêm phong được gói hỗ trợ.",
        "Nội dung gói vẫn xem được ở đây; không có gì rời khỏi máy.",
        "Hãy báo quản trị của tỉnh, hoặc chạy: counter-app support --save THƯ-MỤC --to TỆP-KHÓA.",
    ),
    "support.key_file": Sentence(
        "Tệp {path} không chứa khóa hỗ trợ.",
        "Chưa có gì thay đổi.",
        "Hãy chọn tệp khóa do người hỗ trợ của tỉnh đưa.",
    ),
    "support.damaged": Sentence(
        "Tệp {path} không phải gói hỗ trợ, hoặc đã bị thay đổi.",
        _UNOPENED,
        "Hãy chép lại tệp từ ổ USB, hoặc làm một gói mới trên máy quầy.",
    ),
    "support.newer": Sentence(
        "Gói hỗ trợ này do chương trình mới hơn làm ra (dạng {version}).",
        _UNOPENED,
        "Hãy mở bằng chương trình mới.",
    ),
    "support.other_key": Sentence(
        "Khóa đưa vào không mở được gói này; gói cần khóa có dấu {recipient}.",
        _UNOPENED,
        "Hãy chọn đúng tệp khóa hỗ trợ của tỉnh.",
    ),
}

PROBLEMS: dict[str, str] = {}

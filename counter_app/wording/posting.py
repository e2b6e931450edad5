"""Words for what can keep the booklet of posting sheets from being made."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "posting.empty": Sentence(
        "Không có thủ tục nào đang hiệu lực trong lĩnh vực: {field}.",
        "Chưa ghi tệp nào.",
        "Xem lại tên lĩnh vực trong danh mục.",
    ),
    "posting.stopped": Sentence(
        "Đã dừng lập tập niêm yết.", "Chưa ghi tệp nào.", "Lập lại khi cần."
    ),
}

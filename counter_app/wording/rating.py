"""Words of ratings: how they came, and what stands against one."""

from __future__ import annotations

from counter_app.domain.office.rating import RatingWay
from counter_app.i18n import tr
from counter_app.wording.sentence import Sentence

WAYS: dict[RatingWay, str] = {
    RatingWay.SCREEN: "công dân bấm trên màn hình",
    RatingWay.PAPER: "theo phiếu giấy",
    RatingWay.TOLD: "công dân nói, cán bộ ghi",
}


def rating_way_words(way: str) -> str:
    """Return how a rating came; "" for older entries, and for ways of other versions."""
    found = next((each for each in RatingWay if each.value == way), None)
    return "" if found is None else tr(WAYS[found])


WORDS: dict[str, Sentence] = {
    "work.already_rated": Sentence(
        "Hồ sơ {code} đã được đánh giá lúc {at}.",
        "Đánh giá trước vẫn giữ nguyên.",
        "Nhấn Enter lần nữa để ghi thay, Esc để thôi.",
    ),
    "work.no_rating_slip": Sentence(
        "Trung tâm chưa có mẫu phiếu đánh giá trên giấy cho hồ sơ {code}.",
        "Hồ sơ không thay đổi.",
        "Người phụ trách chọn mẫu phiếu giấy trong danh mục đánh giá.",
    ),
}

PROBLEMS: dict[str, str] = {
    "rating_not_returned": "Hồ sơ chưa trả kết quả nên chưa đánh giá được.",
    "rating_not_whole": "Phiếu đánh giá chưa đủ câu trả lời.",
}

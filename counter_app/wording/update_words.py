"""Names of kinds and outcomes of updates."""

from __future__ import annotations

from counter_app.i18n import tr

_KINDS = {
    "program": "Chương trình",
    "catalogue": "Danh mục thủ tục",
    "calendar": "Lịch làm việc",
    "forms": "Bộ biểu mẫu",
}
_OUTCOMES = {
    "done": "đã cài",
    "failed": "chưa cài được, đã trở lại như trước",
    "back": "đã bỏ, dùng lại bản trước",
}


def kind_words(kind: str) -> str:
    """Return what a package of that kind brings."""
    return tr(_KINDS[kind])


def outcome_words(outcome: str) -> str:
    """Return how an update ended."""
    return tr(_OUTCOMES[outcome])

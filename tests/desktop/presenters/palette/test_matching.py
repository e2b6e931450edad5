from __future__ import annotations

import pytest

from counter_app.desktop.presenters.palette.matching import spans_of


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("tran mau", "Trần Thị Mẫu", ["Trần", "Mẫu"]),
        ("mau tr", "Trần Thị Mẫu", ["Trần", "Mẫu"]),
        ("thu gui", "Thử gửi ngay", ["Thử", "gửi"]),
        ("do dao", "Đỗ Thị Đào", ["Đỗ", "Đào"]),
        ("", "Trần", []),
        ("t tr", "Trần Thị", ["Trần", "Thị"]),
    ],
)
def test_words_in_any_order_without_accents(typed: str, text: str, shown: list[str]) -> None:
    spans = spans_of(typed, text)
    assert spans is not None
    assert [text[start : start + length] for start, length in spans] == shown


@pytest.mark.parametrize(("typed", "text"), [("tran tran", "Trần Thị"), ("ran", "Trần"), ("x", "")])
def test_every_word_needs_a_word_of_its_own(typed: str, text: str) -> None:
    assert spans_of(typed, text) is None

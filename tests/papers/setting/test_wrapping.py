from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.papers.fonts import choose_fonts, registered
from counter_app.papers.setting.wrapping import NBSP, bound, wrap

POINTS = 72 / 25.4
TEXT = "đất đai Giấy chứng nhận quyền sử dụng và tài sản số 12 phường Mẫu 118/GPXD ở thửa"
syllables = st.sampled_from(TEXT.split())


FACE = registered(choose_fonts()).regular


@settings(deadline=None)
@given(st.lists(syllables, min_size=1, max_size=60), st.integers(30, 120))
def test_nothing_is_lost_and_lines_fit(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = wrap(text, FACE, 10, width * POINTS)
    assert " ".join(lines) == text
    assert all(FACE.width(line, 10) <= width * POINTS for line in lines)


@settings(deadline=None)
@given(st.lists(syllables.filter(str.isalpha), min_size=12, max_size=60))
def test_no_syllable_stands_alone_on_the_last_line(words: list[str]) -> None:
    lines = wrap(" ".join(words), FACE, 10, 70 * POINTS)
    assert len(lines) == 1 or len(lines[-1].split()) > 1


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=40, max_size=200))
def test_text_without_spaces_is_broken_not_cut(text: str) -> None:
    lines = wrap(text, FACE, 10, 40 * POINTS)
    assert "".join(lines) == text
    assert all(FACE.width(line, 10) <= 40 * POINTS for line in lines)


def test_a_mail_address_breaks_after_a_sign() -> None:
    lines = wrap("phong.hanh-chinh@cong-ty-vi-du-mau.example.vn", FACE, 10, 60 * POINTS)
    assert lines == ["phong.hanh-chinh@cong-ty-vi-du-mau.", "example.vn"]


def test_the_design_s_wrapping() -> None:
    width = 70.4 * POINTS
    assert wrap(
        "Văn bản cam kết tài sản chung, tài sản riêng của vợ và chồng", FACE, 9.5, width
    ) == [
        "Văn bản cam kết tài sản chung, tài sản riêng của",
        "vợ và chồng",
    ]


def test_what_belongs_together() -> None:
    assert bound("tổ dân phố 3, phường Mẫu") == f"tổ dân phố{NBSP}3, phường{NBSP}Mẫu"
    assert bound("kèm Giấy phép số 118/GPXD") == f"kèm Giấy phép số{NBSP}118/GPXD"


def test_decomposed_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Trần Thị Mẫu")
    assert wrap(decomposed, FACE, 10, 500) == ["Trần Thị Mẫu"]


def test_line_feeds_become_spaces() -> None:
    assert wrap("Đơn\n\nđề  nghị\t ", FACE, 10, 500) == ["Đơn đề nghị"]
    assert bound("Số 3, đường Ví Dụ, phường Mẫu") == (
        f"Số{NBSP}3, đường{NBSP}Ví{NBSP}Dụ, phường{NBSP}Mẫu"
    )
    assert bound("đường Ví Dụ và ngõ") == f"đường{NBSP}Ví{NBSP}Dụ và ngõ"


def test_no_line_begins_with_a_dash() -> None:
    lines = wrap("Phòng Văn hóa – Xã hội", FACE, 8.5, 26 * POINTS)
    assert lines == ["Phòng Văn hóa –", "Xã hội"]

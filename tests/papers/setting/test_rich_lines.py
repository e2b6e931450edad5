from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.papers.setting.rich_lines import rich_lines

NOTE = "**Tra cứu:** {}, nhập hoặc quét mã hồ sơ.   **Hướng dẫn:** 0200 000 1022 (giờ làm việc)."


def letters(text: str, is_bold: int) -> float:
    """Measure in letters; bold ones are a quarter wider."""
    return len(text) * (1.25 if is_bold else 1.0)


def width(line: str) -> float:
    return sum(letters(part, place % 2) for place, part in enumerate(line.split("**")))


def test_what_fits_stays_on_one_line() -> None:
    note = NOTE.format("vidu.vn")
    assert rich_lines(note, letters, 100) == [note]


def test_a_sentence_that_does_not_fit_begins_a_line() -> None:
    assert rich_lines(NOTE.format("dichvucong.tinhvidu.gov.vn"), letters, 100) == [
        "**Tra cứu:** dichvucong.tinhvidu.gov.vn, nhập hoặc quét mã hồ sơ.",
        "**Hướng dẫn:** 0200 000 1022 (giờ làm việc).",
    ]


def test_a_sentence_too_long_breaks_without_a_lone_syllable() -> None:
    lines = rich_lines("Giữ phiếu này cho tới khi có giấy chính thức nhé.", letters, 45)
    assert lines[0].startswith("Giữ phiếu")
    assert len(lines[-1].split()) >= 2


def test_bold_goes_on_over_the_break() -> None:
    lines = rich_lines("Mã **BẢN TẬP HUẤN KHÔNG CÓ GIÁ TRỊ** thật", letters, 24)
    assert len(lines) > 1
    assert all(line.count("**") % 2 == 0 for line in lines)
    assert "BẢN" in lines[0].split("**")[1]


WORDS = st.lists(st.text("aăâbcdđ.-/@", min_size=1, max_size=40), min_size=1, max_size=25)


@given(WORDS, st.integers(0, 24), st.integers(0, 24))
def test_nothing_is_lost_and_nothing_is_wider(words: list[str], first: int, last: int) -> None:
    if first <= last < len(words):
        words[first] = f"**{words[first]}"
        words[last] += "**"
    text = " ".join(words)
    lines = rich_lines(text, letters, 30)
    assert all(width(line) <= 30 for line in lines)
    bare = "".join(lines).replace("**", "").replace(" ", "")
    assert bare == text.replace("**", "").replace(" ", "")


def test_a_sign_after_a_bold_part_is_not_bold() -> None:
    lines = rich_lines("Hồ sơ mã số **H26.15**, theo thủ tục cấp giấy phép xây dựng.", letters, 30)
    assert lines == ["Hồ sơ mã số **H26.15**,", "theo thủ tục cấp giấy", "phép xây dựng."]


@given(st.text("abcd-/", min_size=31, max_size=90), st.data())
def test_bold_inside_a_word_too_long_keeps_its_place(word: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(word)))
    stop = data.draw(st.integers(start, len(word)))
    text = f"x {word[:start]}**{word[start:stop]}**{word[stop:]} y"
    lines = rich_lines(text, letters, 30)
    assert all(width(line) <= 30 for line in lines)
    bold = "".join("".join(line.split("**")[1::2]) for line in lines)
    assert bold == word[start:stop]
    assert "".join(lines).replace("**", "").replace(" ", "") == f"x{word}y"
    assert sum(line.count(" ") for line in lines) <= 2

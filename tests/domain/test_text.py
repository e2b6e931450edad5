from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.text import MARKED_LETTERS, clean, fold, masked, words


def test_there_are_134_marked_letters_all_in_nfc() -> None:
    assert len(set(MARKED_LETTERS)) == 134
    assert unicodedata.normalize("NFC", MARKED_LETTERS) == MARKED_LETTERS


def test_folding_takes_every_accent_and_the_stroke() -> None:
    assert set(fold(MARKED_LETTERS)) <= set("aeiouyd")
    assert fold("  Nguyễn   ĐỨC ") == "nguyen duc"
    assert words("Số 12, P. Mẫu-Đông") == ("so", "12", "p", "mau", "dong")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\n" not in once


@given(st.text())
def test_folding_is_blind_to_the_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("number", "shown"),
    [("001184000123", "0011••••0123"), ("C1234567", "••••••67"), ("1", "1"), ("", "")],
)
def test_numbers_are_masked(number: str, shown: str) -> None:
    assert masked(number) == shown

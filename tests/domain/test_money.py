"""Amounts: figures, and words that a small independent reader turns back into the number."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.money import (
    amount,
    amount_in_words,
    grouped,
    number_in_words,
    short_amount,
    typed_amount,
)

TABLE = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    9: "chín",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    19: "mười chín",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    31: "ba mươi mốt",
    44: "bốn mươi tư",
    55: "năm mươi lăm",
    91: "chín mươi mốt",
    99: "chín mươi chín",
    100: "một trăm",
    101: "một trăm lẻ một",
    104: "một trăm lẻ bốn",
    105: "một trăm lẻ năm",
    110: "một trăm mười",
    111: "một trăm mười một",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    205: "hai trăm lẻ năm",
    444: "bốn trăm bốn mươi tư",
    555: "năm trăm năm mươi lăm",
    1_000: "một nghìn",
    1_001: "một nghìn không trăm lẻ một",
    1_010: "một nghìn không trăm mười",
    1_015: "một nghìn không trăm mười lăm",
    1_100: "một nghìn một trăm",
    2_021: "hai nghìn không trăm hai mươi mốt",
    4_000: "bốn nghìn",
    8_000: "tám nghìn",
    10_000: "mười nghìn",
    15_500: "mười lăm nghìn năm trăm",
    21_000: "hai mươi mốt nghìn",
    24_000: "hai mươi tư nghìn",
    50_000: "năm mươi nghìn",
    75_000: "bảy mươi lăm nghìn",
    100_005: "một trăm nghìn không trăm lẻ năm",
    105_000: "một trăm lẻ năm nghìn",
    1_000_000: "một triệu",
    1_000_005: "một triệu không trăm lẻ năm",
    1_005_000: "một triệu không trăm lẻ năm nghìn",
    1_250_000: "một triệu hai trăm năm mươi nghìn",
    1_000_024: "một triệu không trăm hai mươi tư",
    12_345_678: "mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám",
    1_000_000_000: "một tỷ",
    1_000_000_001: "một tỷ không trăm lẻ một",
    2_015_000_000: "hai tỷ không trăm mười lăm triệu",
    1_000_000_000_000: "một nghìn tỷ",
    1_005_000_000_000: "một nghìn không trăm lẻ năm tỷ",
    10**15: "một triệu tỷ",
}

WORDS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def read(words: str) -> int:
    """A plain reader: digits wait until the next word says what they were."""
    total = billions = group = digit = 0
    for word in words.split():
        if word in WORDS:
            digit = WORDS[word]
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in ("nghìn", "triệu"):
            total += (group + digit) * {"nghìn": 10**3, "triệu": 10**6}[word]
            group = digit = 0
        elif word == "tỷ":
            billions += total + group + digit
            total = group = digit = 0
        else:
            assert word == "lẻ"
    return billions * 10**9 + total + group + digit


@pytest.mark.parametrize(("number", "words"), TABLE.items())
def test_words_of_known_numbers(number: int, words: str) -> None:
    assert number_in_words(number) == words
    assert amount_in_words(number) == f"{words} đồng"


@given(
    st.integers(0, 10**18 - 1)
    | st.integers(0, 10**6)
    | st.integers(0, 10**4).map(lambda n: n * 500)
)
def test_words_read_back_as_the_same_number(number: int) -> None:
    words = number_in_words(number)
    assert read(words) == number
    assert unicodedata.is_normalized("NFC", words)
    assert "  " not in words


def test_every_number_below_ten_thousand_has_its_own_words() -> None:
    spoken = [number_in_words(number) for number in range(10_000)]
    assert len(set(spoken)) == 10_000
    assert [read(words) for words in spoken] == list(range(10_000))


@pytest.mark.parametrize("number", [-1, -50_000, 10**18])
def test_amounts_out_of_range_are_refused(number: int) -> None:
    for form in (number_in_words, amount_in_words, short_amount, amount):
        with pytest.raises(ValueError, match="amount"):
            form(number)


@pytest.mark.parametrize(
    ("dong", "short", "long"),
    [
        (0, "0 đ", "0 đồng"),
        (500, "500 đ", "500 đồng"),
        (50_000, "50.000 đ", "50.000 đồng"),
        (75_000, "75.000 đ", "75.000 đồng"),
        (1_250_000, "1.250.000 đ", "1.250.000 đồng"),
    ],
)
def test_figures(dong: int, short: str, long: str) -> None:
    assert short_amount(dong) == short
    assert amount(dong) == long


@given(st.integers(0, 10**18 - 1))
def test_dots_are_only_between_groups_of_three(number: int) -> None:
    first, *rest = grouped(number).split(".")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in rest)
    assert int("".join((first, *rest))) == number


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("50000", 50_000), ("50.000", 50_000), ("50 000 đ", 50_000), ("1.250.000 đồng", 1_250_000),
        ("50k", 50_000), ("0", 0), ("", None), ("5.00", None), ("-5", None), ("năm", None),
        ("5,000", None), ("9" * 16, None),
    ],
)  # fmt: skip
def test_typed_amounts(text: str, dong: int | None) -> None:
    assert typed_amount(text) == dong

"""Repairs are made only when they are reversible, and never make a letter up."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.people.card_repair import repaired, strange_letters, unwrapped
from counter_app.domain.text import MARKED_LETTERS


def test_the_134_letters_survive_each_damage() -> None:
    for page in ("cp1252", "latin-1", "cp1258"):
        damaged = "".join(
            bytes([byte]).decode(page, "ignore") or chr(byte) for byte in MARKED_LETTERS.encode()
        )
        assert repaired(damaged) == (MARKED_LETTERS, ("mojibake",))
    damaged = unicodedata.normalize("NFD", MARKED_LETTERS)
    assert repaired(damaged) == (MARKED_LETTERS, ("nfd",))


@pytest.mark.parametrize(
    "text",
    [
        "Trần Thị Mẫu",  # nothing to repair
        "100% cotton & lụa",  # no escapes
        "50%25 và 50%",  # a raw percent sign beside an escaped one
        "a%C3",  # half a letter
        "%E1%BA%A7 và ầ",  # the letter stands both escaped and raw
        "%C3%A0 %c3%a0",  # escaped in two ways
        "%20a+b",  # a space escaped beside plus signs
        "&agrave; &#224;",  # one letter, two entities
        "&khong-co;",
        "Tráº",  # mojibake, cut in the middle of a letter
        "Trá»n ầ",  # mojibake beside a real letter
    ],
)
def test_what_is_not_reversible_stays(text: str) -> None:
    assert repaired(text) == (text, ())


def test_a_plus_sign_among_plus_for_space() -> None:
    assert repaired("T%E1%BB%95+5%2B6") == ("Tổ 5+6", ("percent",))


def test_several_damages_are_undone_in_turn() -> None:
    damaged = "Tr%C3%A1%C2%BA%C2%A7n"  # mojibake, then percent
    assert repaired(damaged) == ("Trần", ("percent", "mojibake"))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("]Q3abc\r\n", "abc"),
        ("\x02]C1abc\x03", "abc"),
        ("]Q1 abc", "abc"),
        ("*abc*", "abc"),
        ("\ufeffabc\t", "abc"),
        ("]abc", "]abc"),
        ("abc]Q3", "abc]Q3"),
        ("\xa0abc\x85", "\xa0abc\x85"),  # bytes of damaged letters, not blanks
    ],
)
def test_wrapping(text: str, bare: str) -> None:
    assert unwrapped(text) == bare


def test_strange_letters() -> None:
    assert strange_letters("Nguyễn Đức H'Hen (Ê-ban), số 1/2") == ()
    assert strange_letters("Ph░▌ng? Sαi\x03░") == ("░", "▌", "?", "α", "\x03")


@given(st.text())
def test_any_text_is_accepted_and_a_second_time_changes_nothing(text: str) -> None:
    once, _ = repaired(text)
    assert unicodedata.is_normalized("NFC", once)
    assert unicodedata.is_normalized("NFC", repaired(once)[0])

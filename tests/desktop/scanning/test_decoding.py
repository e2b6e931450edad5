"""Strokes become letters: Alt+number, other layouts, Caps Lock, input methods."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desktop.scanning.decoding import US_KEYS, characters, decoded
from counter_app.desktop.scanning.raw_scan import Damage
from counter_app.desktop.scanning.stroke import Kind, Stroke
from counter_app.domain.text import MARKED_LETTERS
from tests.desktop.scanning.hands import CARD, CODE

PLACES = {char: place for place, char in US_KEYS.items()}
MICROSOFT_VIETNAMESE = str.maketrans("1234567890[]", "ăâêô\u0300\u0309\u0303\u0301\u0323đươ")


def strokes(*events: tuple[Kind, str, bool]) -> list[Stroke]:
    numbers = count(1)
    return [
        Stroke(next(numbers), 0.0, kind, text, code=7, pressed=pressed)
        for kind, text, pressed in events
    ]


def keys(text: str) -> list[tuple[Kind, str, bool]]:
    return [(Kind.TEXT, char, pressed) for char in text for pressed in (True, False)]


def alt(digits: str) -> list[tuple[Kind, str, bool]]:
    pad = [(Kind.ALT_DIGIT, digit, pressed) for digit in digits for pressed in (True, False)]
    return [(Kind.ALT, "", True), *pad, (Kind.ALT, "", False)]


def placed(text: str, shown: str | None = None) -> list[Stroke]:
    """Return keys at their US places that show something else."""
    return [
        Stroke(number, 0.0, Kind.TEXT, char, 7, *PLACES.get(key, (0, False)))
        for number, (key, char) in enumerate(zip(text, shown or text, strict=True))
    ]


def test_alt_with_code_points() -> None:
    found = decoded(strokes(*keys("Ph"), *alt("432"), *alt("417"), *keys("ng")))
    assert (found.text, found.damage) == ("Phương", (Damage.ALT_CODES,))


def test_alt_with_the_bytes_of_utf_8() -> None:
    found = decoded(strokes(*keys("Ng"), *alt("0225"), *alt("0187"), *alt("0141"), *keys("c")))
    assert (found.text, found.damage) == ("Ngọc", (Damage.ALT_BYTES,))


@given(st.text(MARKED_LETTERS + "abc 123|", min_size=1), st.booleans())
def test_every_letter_comes_back_from_alt(text: str, as_bytes: bool) -> None:
    numbers = [f"{byte:04d}" for byte in text.encode()] if as_bytes else [str(ord(c)) for c in text]
    typed = strokes(*(event for number in numbers for event in alt(number)))
    assert decoded(typed).typed == text
    assert characters(typed) == len(numbers)


def test_bytes_that_are_no_letter_stay_apart() -> None:
    assert decoded(strokes(*alt("0225"), *keys("a"))).text == "áa"


@pytest.mark.parametrize("number", ["0", "99999999", "55296"])
def test_numbers_that_are_no_letter_are_lost_letters(number: str) -> None:
    assert decoded(strokes(*alt(number))).text in ("\ufffd", "\x00")


def test_num_lock_inside_alt_does_not_end_the_number() -> None:
    lock = [(Kind.MODIFIER, "", True), (Kind.MODIFIER, "", False)]
    whole = [(Kind.ALT, "", True), *lock, *alt("432")[1:-1], *lock, (Kind.ALT, "", False)]
    assert decoded(strokes(*whole)).text == "ư"


def test_the_letter_that_the_system_made_of_the_same_number_does_not_count() -> None:
    """Windows types the letter too: code point mod 256 in code page 437, so a wrong one."""
    typed = strokes(*alt("432"))
    typed.append(Stroke(99, 0.0, Kind.TEXT, "░"))
    assert decoded(typed).text == "ư"


@pytest.mark.parametrize("text", [CODE, "001190000123|012345678|Tran|02031990|Nu|Ha Noi|25122021"])
def test_the_vietnamese_layout_of_windows(text: str) -> None:
    found = decoded(placed(text, text.translate(MICROSOFT_VIETNAMESE)))
    assert (found.text, found.damage) == (text, (Damage.LAYOUT,))


def test_an_identifier_under_another_layout_is_taken_off() -> None:
    text = "]C1" + CODE
    assert decoded(placed(text, text.translate(MICROSOFT_VIETNAMESE))).text == CODE


def test_a_french_layout() -> None:
    french = str.maketrans("1234567890-", "&é\"'(-è_çà)")
    found = decoded(placed(CODE, CODE.translate(french)))
    assert (found.text, found.damage) == (CODE, (Damage.LAYOUT,))


def test_text_that_makes_no_sense_by_places_stays_as_typed() -> None:
    found = decoded(placed("12ab34", "ăâabêô"))
    assert (found.text, found.damage) == ("ăâabêô", ())


def test_caps_lock() -> None:
    found = decoded(placed("Tran Thi|Mau", "tRAN tHI|mAU"))
    assert (found.text, found.damage) == ("Tran Thi|Mau", (Damage.CAPS_LOCK,))


def test_a_hooking_input_method_is_seen() -> None:
    typed = strokes(
        *keys("TN-D"), (Kind.BACKSPACE, "", True), (Kind.PACKET, "Đ", True), *keys("|x")
    )
    found = decoded(typed)
    assert (found.text, found.damage) == ("TN-Đ|x", (Damage.IME_KEYS,))


def test_a_scanner_that_is_a_program_is_no_tampering() -> None:
    typed = strokes(*((Kind.PACKET, char, True) for char in CARD))
    assert (decoded(typed).text, decoded(typed).damage) == (CARD, ())


def test_composed_letters_are_seen() -> None:
    found = decoded(strokes((Kind.PREEDIT, "H", True), *keys(CODE[1:])))
    assert (found.text, found.damage) == (CODE, (Damage.PREEDIT,))


@given(st.text(min_size=1))
def test_plain_keys_are_never_changed(text: str) -> None:
    assert decoded(strokes(*keys(text))).typed == text

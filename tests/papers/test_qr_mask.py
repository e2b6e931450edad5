"""The mask is the library's own choice, for every text that a symbol without version info holds."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.papers import qr_mask


def by_the_library(text: str) -> list[str]:
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    return ["".join(str(module) for module in row) for row in matrix]


@settings(max_examples=80, deadline=None)
@given(st.from_regex(r"(H[0-9]{2}|000\.00\.[0-9]{2}\.H[0-9]{2})\.[0-9]{2}-[0-9]{6}-[0-9]{4,5}"))
def test_codes(code: str) -> None:
    assert qr_mask.rows(code) == by_the_library(code)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=110))
def test_any_text(text: str) -> None:
    assert qr_mask.rows(text) == by_the_library(text)


@pytest.mark.parametrize("length", [107, 200])
def test_larger_symbols_are_left_to_the_library(length: int) -> None:
    text = "hồ sơ " * length
    assert qr_mask.rows(text) == by_the_library(text)


def test_what_no_symbol_holds() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr_mask.rows("x" * 3000)

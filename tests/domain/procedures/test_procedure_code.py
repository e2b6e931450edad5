from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.procedures.procedure_code import (
    clean_code,
    national_code,
    same_procedure,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.001193", "1.001193"),
        (" 1.001193 ", "1.001193"),
        ("1,001193", "1.001193"),
        ("1. 001193", "1.001193"),
        ("1.001193.", "1.001193"),
        ("1.001193.000.00.00.h60", "1.001193.000.00.00.H60"),
        ("1.001193.000.00.00.H60", "1.001193.000.00.00.H60"),
        ("1.001193.H26", "1.001193.H26"),
        ("1.00119", None),
        ("1.0011934", None),
        ("11.001193", None),
        ("BTP-277288", None),
        ("1.001193 và 1.000894", None),
        ("1.00119³", None),
        ("١.٠٠١١٩٣", None),
        ("", None),
    ],
)
def test_codes_are_read_leniently_and_never_completed(text: str, code: str | None) -> None:
    assert clean_code(text) == code


def test_the_first_eight_characters_decide() -> None:
    assert same_procedure("1.001193", "1.001193.000.00.00.H60")
    assert same_procedure("1.001193.000.00.00.H26", "1.001193.000.00.00.H60")
    assert not same_procedure("1.001193", "1.001194")
    assert not same_procedure("", "")
    assert national_code("2.000815.000.00.00.H60") == "2.000815"


@given(st.text())
def test_any_text_is_a_clean_code_or_none(text: str) -> None:
    code = clean_code(text)
    assert code is None or clean_code(code) == code

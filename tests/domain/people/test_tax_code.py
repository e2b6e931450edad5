"""Tax codes: shape, check digit, branches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.people.tax_code import (
    TaxCodeKind,
    check_digit,
    normal_tax_code,
    tax_code_kind,
    tax_code_problems,
)
from counter_app.domain.problems import Weight


@pytest.mark.parametrize(
    ("text", "normal", "kind"),
    [
        ("0100109106", "0100109106", TaxCodeKind.ENTERPRISE),
        (" 0100 109 106 ", "0100109106", TaxCodeKind.ENTERPRISE),
        ("0100109106001", "0100109106-001", TaxCodeKind.BRANCH),
        ("0100109106-001", "0100109106-001", TaxCodeKind.BRANCH),
        ("0100109106 – 001", "0100109106-001", TaxCodeKind.BRANCH),
        ("001190000123", "001190000123", TaxCodeKind.PERSONAL_NUMBER),
    ],
)
def test_good_codes(text: str, normal: str, kind: TaxCodeKind) -> None:
    assert normal_tax_code(text) == normal
    assert tax_code_kind(text) is kind
    assert tax_code_problems(text) == ()


@pytest.mark.parametrize(
    ("text", "code", "weight"),
    [
        ("", "tax_code_shape", Weight.FALSE),
        ("123", "tax_code_shape", Weight.FALSE),
        ("01001O9106", "tax_code_shape", Weight.FALSE),  # the letter O
        ("01001091061", "tax_code_shape", Weight.FALSE),
        ("０１００１０９１０６", "tax_code_shape", Weight.FALSE),  # full-width digits
        ("0100109107", "tax_code_check_digit", Weight.DOUBT),
        ("0100109016", "tax_code_check_digit", Weight.DOUBT),  # two digits swapped
        ("0100109106-000", "tax_code_branch", Weight.DOUBT),
    ],
)
def test_bad_codes(text: str, code: str, weight: Weight) -> None:
    (problem,) = tax_code_problems(text, "/number")
    assert (problem.code, problem.field, problem.weight) == (code, "/number", weight)


def test_some_nine_digits_begin_no_code() -> None:
    assert check_digit("000000000") is None


@given(st.from_regex("[0-9]{9}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(nine: str, place: int, by: int) -> None:
    check = check_digit(nine)
    if check is None:
        assert all(tax_code_problems(f"{nine}{last}") for last in range(10))
        return
    assert tax_code_problems(f"{nine}{check}") == ()
    other = nine[:place] + str((int(nine[place]) + by) % 10) + nine[place + 1 :]
    assert tax_code_problems(f"{other}{check}") != ()


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    assert (tax_code_kind(text) is None) == any(p.is_false for p in tax_code_problems(text))
    assert normal_tax_code(normal_tax_code(text)) == normal_tax_code(text)

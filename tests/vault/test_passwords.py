from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.errors.vault import VerifierDamagedError
from counter_app.vault.passwords import OFFICE_COST, Cost, check, make_verifier, needs_renewal

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


def test_the_password_and_only_the_password() -> None:
    verifier = make_verifier("Mật khẩu 1")
    assert verifier.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert check(verifier, "Mật khẩu 1")
    assert not check(verifier, "Mật khẩu 2")
    assert not check(verifier, "")
    assert make_verifier("Mật khẩu 1") != verifier


@settings(max_examples=60, deadline=None)
@given(
    one=st.text(st.characters(codec="utf-8"), max_size=30),
    other=st.text(st.characters(codec="utf-8"), max_size=30),
)
def test_equal_passwords_pass_and_others_don_t(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert check(make_verifier(one, CHEAP), other) is same


def test_how_a_vowel_was_typed_doesn_t_matter() -> None:
    composed = "Tiếng Việt đẹp"
    assert check(make_verifier(composed, CHEAP), unicodedata.normalize("NFD", composed))


def test_a_verifier_of_another_cost_is_checked_and_then_renewed() -> None:
    old = make_verifier("x", CHEAP)
    assert check(old, "x")
    assert needs_renewal(old)
    assert not needs_renewal(make_verifier("x", OFFICE_COST))


@pytest.mark.parametrize(
    "verifier",
    [
        "",
        "x",
        "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2id$v=19$m=19456,t=2,p=1$",
        "$argon2id$v=19$m=19456,t=2,p=1$****$****",
        "$argon2id$v=19$m=4000000000,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2g",
        "ế",
    ],
)
def test_a_damaged_verifier_is_not_a_wrong_password(verifier: str) -> None:
    with pytest.raises(VerifierDamagedError):
        check(verifier, "x")


def test_a_damaged_verifier_can_t_be_judged() -> None:
    with pytest.raises(VerifierDamagedError):
        needs_renewal("x")

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors.vault import RecoveryKeyUnusableError, SealDamagedError
from counter_app.vault.sealing import derive, public_of, seal, seal_to, unseal, unseal_with

KEY = bytes(range(32))
PRIVATE = bytes(range(32, 64))
PUBLIC = public_of(PRIVATE)
KEPT = (
    "01000102030405060708090a0b0c0d0e0f90b2511967b3be145c07af838dc04a9c"
    "557d9bf74ca4bba1acb81929d66d1f"
)


@given(key=st.binary(min_size=32, max_size=32), purpose=st.text(max_size=20), text=st.binary())
def test_what_was_sealed_is_read_again(key: bytes, purpose: str, text: bytes) -> None:
    assert unseal(key, purpose, seal(key, purpose, text)) == text


@given(text=st.binary(max_size=200), about=st.binary(max_size=20))
def test_what_was_sealed_to_somebody_is_read_by_them(text: bytes, about: bytes) -> None:
    assert unseal_with(PRIVATE, "p", seal_to(PUBLIC, "p", text, about=about), about=about) == text


def test_every_flipped_bit_and_every_cut_is_seen() -> None:
    sealed = seal(KEY, "test", b"Tran Thi Mau")
    sealed_to = seal_to(PUBLIC, "test", b"Tran Thi Mau")
    for bit in range(len(sealed) * 8):
        with pytest.raises(SealDamagedError):
            unseal(KEY, "test", _flipped(sealed, bit))
    for bit in range(len(sealed_to) * 8):
        # The highest bit of an X25519 key is ignored by RFC 7748: the salt must catch it.
        with pytest.raises(SealDamagedError):
            unseal_with(PRIVATE, "test", _flipped(sealed_to, bit))
    for length in range(len(sealed)):
        with pytest.raises(SealDamagedError):
            unseal(KEY, "test", sealed[:length])
    for length in range(len(sealed_to)):
        with pytest.raises(SealDamagedError):
            unseal_with(PRIVATE, "test", sealed_to[:length])


def test_another_key_purpose_or_context_opens_nothing() -> None:
    with pytest.raises(SealDamagedError):
        unseal(bytes(32), "test", seal(KEY, "test", b"x"))
    with pytest.raises(SealDamagedError) as caught:
        unseal(KEY, "other", seal(KEY, "test", b"x"))
    assert caught.value.facts == {"purpose": "other"}
    sealed = seal_to(PUBLIC, "test", b"x", about=b"counter 1")
    for private, purpose, about in (
        (KEY, "test", b"counter 1"),
        (PRIVATE, "other", b"counter 1"),
        (PRIVATE, "test", b"counter 2"),
        (b"short", "test", b"counter 1"),
    ):
        with pytest.raises(SealDamagedError):
            unseal_with(private, purpose, sealed, about=about)


@pytest.mark.parametrize("public", [b"", b"x" * 31, bytes(32)])
def test_a_public_key_that_is_none_is_refused(public: bytes) -> None:
    with pytest.raises(RecoveryKeyUnusableError):
        seal_to(public, "test", b"x")


def test_equal_texts_are_sealed_differently() -> None:
    assert seal(KEY, "test", b"x") != seal(KEY, "test", b"x")
    assert seal_to(PUBLIC, "test", b"x") != seal_to(PUBLIC, "test", b"x")


def test_derived_bytes_stay_the_same_for_ever() -> None:
    """Written down by hand: a change here would lock every home out of its data."""
    assert derive(KEY, "test").hex() == (
        "73137fa89ecc3dd360c79fcec79cd520c2f7dfdb5d14583be1bcc4b61f8f8d25"
    )
    assert unseal(KEY, "test", bytes.fromhex(KEPT)) == b"kept since 2026"
    assert derive(KEY, "test") != derive(KEY, "other") != derive(KEY, "other", salt=b"1")
    assert len(derive(KEY, "test", length=8)) == 8


def _flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)

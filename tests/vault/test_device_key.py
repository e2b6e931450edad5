from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors.vault import SealDamagedError
from counter_app.vault.device_key import DeviceKey, is_signed
from counter_app.vault.sealing import seal

STORE_KEY = bytes(range(32))


@given(message=st.binary(max_size=2000))
def test_a_signature_is_of_one_message_and_one_device(message: bytes) -> None:
    key, other = DeviceKey.create(), DeviceKey.create()
    signature = key.sign(message)
    assert is_signed(key.public, message, signature)
    assert not is_signed(key.public, message + b".", signature)
    assert not is_signed(other.public, message, signature)
    assert not is_signed(key.public, message, signature[:-1])


def test_the_first_vector_of_rfc_8032() -> None:
    private = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    key = DeviceKey(private)
    assert base64.b64decode(key.public).hex() == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )
    assert key.sign(b"").hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )


def test_the_sealed_key_is_the_same_key() -> None:
    key = DeviceKey.create(random=lambda count: b"d" * count)
    sealed = key.sealed(STORE_KEY)
    assert DeviceKey.from_sealed(STORE_KEY, sealed).public == key.public
    assert b"d" * 32 not in sealed
    assert "dddd" not in repr(key)
    with pytest.raises(SealDamagedError):
        DeviceKey.from_sealed(bytes(32), sealed)


def test_something_else_that_was_sealed_is_no_device_key() -> None:
    for sealed in (
        seal(STORE_KEY, "device-key", b"short"),
        seal(STORE_KEY, "other", b"d" * 32),
        b"",
    ):
        with pytest.raises(SealDamagedError):
            DeviceKey.from_sealed(STORE_KEY, sealed)


@pytest.mark.parametrize("public", ["", "!!", "QUJD", "ế"])
def test_what_is_no_public_key_signed_nothing(public: str) -> None:
    assert not is_signed(public, b"x", bytes(64))

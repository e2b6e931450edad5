"""The device key (khóa thiết bị): Ed25519 (RFC 8032); signs what this counter sends.

The server learns the public key at enrolment. The private one is kept sealed with the store key,
so whoever has the file alone has nothing.
"""

from __future__ import annotations

import base64
import binascii
import os

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from counter_app.domain.errors.vault import SealDamagedError
from counter_app.vault.sealing import KEY_BYTES, Random, seal, unseal

_PURPOSE = "device-key"


class DeviceKey:
    """One device's key. Its text never shows the private part."""

    def __init__(self, private: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private)

    @classmethod
    def create(cls, *, random: Random = os.urandom) -> DeviceKey:
        """Return a new key."""
        return cls(random(KEY_BYTES))

    @classmethod
    def from_sealed(cls, store_key: bytes, sealed: bytes) -> DeviceKey:
        """Return the key that `sealed` gave. Raises `SealDamagedError`."""
        private = unseal(store_key, _PURPOSE, sealed)
        if len(private) != KEY_BYTES:
            raise SealDamagedError(purpose=_PURPOSE)
        return cls(private)

    def sealed(self, store_key: bytes, *, random: Random = os.urandom) -> bytes:
        """Return the private key sealed with a key made from the store key, to be stored."""
        return seal(store_key, _PURPOSE, self._key.private_bytes_raw(), random=random)

    @property
    def public(self) -> str:
        """The public key: 32 bytes as base64 (44 characters)."""
        return base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def sign(self, message: bytes) -> bytes:
        """Return the signature (64 bytes) of `message`."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        return f"DeviceKey(public={self.public!r})"


def is_signed(public: str, message: bytes, signature: bytes) -> bool:
    """True when `signature` over `message` was made with the private key of `public` (base64)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
        key.verify(signature, message)
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True

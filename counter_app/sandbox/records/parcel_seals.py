"""Open what a counter sealed to the province, and seal the answer: as the contract writes it."""

from __future__ import annotations

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.contract.parcels.messages import PURPOSE, REPLY_INFO, REPLY_PURPOSE, SEAL_INFO

_KEY, _NONCE, _SALT = 32, 12, 16
_VERSION = b"\x01"


def opened(private: bytes, sealed: str, about: bytes) -> bytes:
    """Return what was sealed to the parcel key. Raises ValueError."""
    data = base64.b64decode(sealed, validate=True)
    own, ciphertext = data[:_KEY], data[_KEY:]
    key = X25519PrivateKey.from_private_bytes(private)
    shared = key.exchange(X25519PublicKey.from_public_bytes(own))
    cipher, nonce = _cipher(shared, own + key.public_key().public_bytes_raw(), SEAL_INFO + PURPOSE)
    try:
        return cipher.decrypt(nonce, ciphertext, about)
    except InvalidTag as error:
        raise ValueError("the seal is broken") from error


def sealed_reply(reply_key: bytes, plain: bytes) -> str:
    """Return the answer, sealed with the key that lay in the parcel. Raises ValueError."""
    if len(reply_key) != _KEY:
        raise ValueError("a reply key has 32 bytes")
    salt = os.urandom(_SALT)
    cipher, nonce = _cipher(reply_key, salt, REPLY_INFO + REPLY_PURPOSE)
    data = _VERSION + salt + cipher.encrypt(nonce, plain, _VERSION)
    return base64.b64encode(data).decode("ascii")


def _cipher(secret: bytes, salt: bytes, info: bytes) -> tuple[ChaCha20Poly1305, bytes]:
    made = HKDF(SHA256(), _KEY + _NONCE, salt, info).derive(secret)
    return ChaCha20Poly1305(made[:_KEY]), made[_KEY:]

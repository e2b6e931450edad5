"""Sealed bytes: read only with the right key, for the right purpose, and only if unchanged.

Two seals. `seal` is for bytes that this machine reads again with a key it has (device key, second
journal). `seal_to` is for bytes that only the holder of a private key may read (recovery file).
Both: HKDF-SHA256 (RFC 5869) and ChaCha20-Poly1305 (RFC 8439).

Each seal has its own key: from 16 random bytes of salt, or from an ephemeral X25519 key (RFC 7748).
So there is no nonce to repeat and no limit on the number of seals under one key.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from counter_app.domain.errors.vault import RecoveryKeyUnusableError, SealDamagedError

Random = Callable[[int], bytes]
"""`os.urandom`, or a known sequence in tests."""

KEY_BYTES = 32

_VERSION = b"\x01"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_OWN = b"counter-app/seal/1/"
_TO = b"counter-app/seal-to/1/"


def derive(key: bytes, purpose: str, *, salt: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """Return `length` bytes made from `key` for `purpose`; they say nothing about `key`."""
    info = b"counter-app/derive/1/" + purpose.encode()
    return HKDF(SHA256(), length, salt or None, info).derive(key)


def seal(key: bytes, purpose: str, plaintext: bytes, *, random: Random = os.urandom) -> bytes:
    """Return `plaintext` sealed: version (1 byte), salt (16), ciphertext with its tag (+16)."""
    salt = random(_SALT_BYTES)
    return _VERSION + salt + _encrypt(key, salt, _OWN + purpose.encode(), plaintext, _VERSION)


def unseal(key: bytes, purpose: str, sealed: bytes) -> bytes:
    """Return what was sealed by `seal` with the same key and purpose. Raises `SealDamagedError`."""
    version, salt = sealed[:1], sealed[1 : 1 + _SALT_BYTES]
    if version != _VERSION or len(salt) != _SALT_BYTES:
        raise SealDamagedError(purpose=purpose)
    try:
        info = _OWN + purpose.encode()
        return _decrypt(key, salt, info, sealed[1 + _SALT_BYTES :], version)
    except InvalidTag as error:
        raise SealDamagedError(purpose=purpose) from error


def public_of(private_key: bytes) -> bytes:
    """Return the X25519 public key (32 bytes) of a private one. Raises `ValueError` for others."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal_to(
    public_key: bytes,
    purpose: str,
    plaintext: bytes,
    *,
    about: bytes = b"",
    random: Random = os.urandom,
) -> bytes:
    """Return `plaintext` sealed to an X25519 public key: ephemeral key (32 bytes), ciphertext.

    `about` stands in the clear elsewhere and can't be changed without breaking the seal.
    Raises `RecoveryKeyUnusableError` when `public_key` isn't a usable key.
    """
    ephemeral = X25519PrivateKey.from_private_bytes(random(KEY_BYTES))
    own = ephemeral.public_key().public_bytes_raw()
    try:
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public_key))
    except ValueError as error:  # wrong length, or a point that gives everybody the same secret
        raise RecoveryKeyUnusableError from error
    return own + _encrypt(shared, own + public_key, _TO + purpose.encode(), plaintext, about)


def unseal_with(private_key: bytes, purpose: str, sealed: bytes, *, about: bytes = b"") -> bytes:
    """Return what was sealed by `seal_to`. Raises `SealDamagedError`, also for another's key."""
    own, ciphertext = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    try:
        key = X25519PrivateKey.from_private_bytes(private_key)
        shared = key.exchange(X25519PublicKey.from_public_bytes(own))
        salt = own + key.public_key().public_bytes_raw()
        return _decrypt(shared, salt, _TO + purpose.encode(), ciphertext, about)
    except (ValueError, InvalidTag) as error:
        raise SealDamagedError(purpose=purpose) from error


def _encrypt(key: bytes, salt: bytes, info: bytes, plaintext: bytes, about: bytes) -> bytes:
    cipher, nonce = _cipher(key, salt, info)
    return cipher.encrypt(nonce, plaintext, about)


def _decrypt(key: bytes, salt: bytes, info: bytes, ciphertext: bytes, about: bytes) -> bytes:
    cipher, nonce = _cipher(key, salt, info)
    return cipher.decrypt(nonce, ciphertext, about)


def _cipher(key: bytes, salt: bytes, info: bytes) -> tuple[ChaCha20Poly1305, bytes]:
    made = HKDF(SHA256(), KEY_BYTES + _NONCE_BYTES, salt, info).derive(key)
    return ChaCha20Poly1305(made[:KEY_BYTES]), made[KEY_BYTES:]

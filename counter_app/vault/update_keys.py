"""Keys that sign update packages (khóa ký gói cập nhật): Ed25519, RFC 8032.

The private one never lies on a counter. Its file is PKCS #8 in PEM, locked with words of its
keeper unless they want none; the public one ships with the program as a small JSON file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization as pem
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.domain.errors.keeping.updating import UpdateKeyUnusableError, UpdateNotWrittenError
from counter_app.domain.updates.manifest import KeyNote

_MOST_BYTES = 16 * 1024


class SigningKey:
    """One private key. Its text never shows it."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def create(cls) -> SigningKey:
        """Return a new key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def of(cls, private: bytes) -> SigningKey:
        """Return the key of 32 private bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(private))

    @classmethod
    def read(cls, path: Path, words: str = "") -> SigningKey:
        """Return the key of a file that `keep` wrote. Raises UpdateKeyUnusableError."""
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES)
            key = pem.load_pem_private_key(data, words.encode() if words else None)
        except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise UpdateKeyUnusableError(path=path) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise UpdateKeyUnusableError(path=path)
        return cls(key)

    def keep(self, path: Path, words: str = "") -> None:
        """Write it to a new file, for its owner alone. Raises UpdateNotWrittenError."""
        locked: pem.KeySerializationEncryption = pem.NoEncryption()
        if words:
            locked = pem.BestAvailableEncryption(words.encode())
        data = self._key.private_bytes(pem.Encoding.PEM, pem.PrivateFormat.PKCS8, locked)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(handle)
        except OSError as error:
            raise UpdateNotWrittenError(path=path, reason=error.strerror) from error

    @property
    def note(self) -> KeyNote:
        """The public key under its id."""
        public = base64.b64encode(self._key.public_key().public_bytes_raw()).decode()
        return KeyNote(key_id(public), public)

    def sign(self, message: bytes) -> bytes:
        """Return the signature (64 bytes) of `message`."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        return f"SigningKey({self.note.id})"


def key_id(public: str) -> str:
    """Return the id of a public key (base64): 16 hexadecimal digits of its digest."""
    return hashlib.sha256(b"counter-app/update-key/1/" + public.encode()).hexdigest()[:16]


def pinned_text(note: KeyNote, whose: str) -> str:
    """Return what a public key's file holds; `whose` says whose it is, in words."""
    plain = {"id": note.id, "public": note.public, "whose": whose}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def pinned_keys(folder: Path) -> tuple[KeyNote, ...]:
    """Return the public keys in `folder`; a file whose id isn't its key's is none of them."""
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            plain = json.loads(file.read_bytes())
            note = KeyNote(str(plain["id"]), str(plain["public"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if note.id == key_id(note.public):
            found.append(note)
    return tuple(found)

"""The recovery file (tệp khôi phục): the store key, sealed to the province's recovery key.

When the keyring is erased or the PC is dead, the province opens this file with its private key.
The file is JSON, so that somebody can still read in ten years what it is. Its code, 16 letters
and digits, is printed at enrolment: it says which file belongs to which counter, and shows
a changed file.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.errors.vault import (
    RecoveryDamagedError,
    RecoveryNewerError,
    RecoveryOtherKeyError,
    SealDamagedError,
)
from counter_app.vault.sealing import (
    KEY_BYTES,
    Random,
    derive,
    public_of,
    seal_to,
    unseal_with,
)

_FORMAT = "counter-app recovery file"
_VERSION = 1
_PURPOSE = "recovery"
_FIELDS = {"format", "version", "label", "key_id", "recipient", "sealed", "code"}
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to misread
_CODE_LETTERS = 16
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class RecoveryPair:
    """The province's recovery keys (X25519, 32 bytes each). The private one stays offline."""

    public: bytes
    private: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryNote:
    """What a recovery file says in the clear: `recipient` is the print of the province's key."""

    label: str
    key_id: str
    recipient: str
    code: str


def new_pair(*, random: Random = os.urandom) -> RecoveryPair:
    """Return a new pair of recovery keys, made by the province once."""
    private = random(KEY_BYTES)
    return RecoveryPair(public_of(private), private)


def key_id(key: bytes) -> str:
    """Return a key's name (16 hex digits), which says nothing about the key."""
    return derive(key, "key-id", length=8).hex()


def key_print(public_key: bytes) -> str:
    """Return the print of a public key (16 hex digits)."""
    return hashlib.sha256(b"counter-app/recovery-key/1/" + public_key).hexdigest()[:16]


def seal_recovery(
    key: bytes, public_key: bytes, *, label: str = "", random: Random = os.urandom
) -> bytes:
    """Return the bytes of a recovery file for `key`. `label` says whose it is (counter, device).

    Raises `RecoveryKeyUnusableError`.
    """
    clear = {
        "format": _FORMAT,
        "version": _VERSION,
        "label": label,
        "key_id": key_id(key),
        "recipient": key_print(public_key),
    }
    sealed = seal_to(public_key, _PURPOSE, key, about=_canonical(clear), random=random)
    whole = clear | {"sealed": sealed.hex()}
    return json.dumps(whole | {"code": _code(whole)}, ensure_ascii=False, indent=1).encode()


def read_note(path: Path) -> RecoveryNote:
    """Return what a recovery file says in the clear. Raises as `recover_key`, but for the key."""
    data = _read(path)
    return RecoveryNote(data["label"], data["key_id"], data["recipient"], data["code"])


def recover_key(path: Path, private_key: bytes) -> bytes:
    """Return the store key (32 bytes) from a recovery file and the province's private key.

    Raises `RecoveryDamagedError`, `RecoveryNewerError`, `RecoveryOtherKeyError`.
    """
    data = _read(path)
    try:
        recipient = key_print(public_of(private_key))
    except ValueError as error:
        raise RecoveryOtherKeyError(recipient=data["recipient"]) from error
    if recipient != data["recipient"]:
        raise RecoveryOtherKeyError(recipient=data["recipient"])
    clear = {"format": _FORMAT, "version": _VERSION}
    clear |= {name: data[name] for name in ("label", "key_id", "recipient")}
    try:
        sealed = bytes.fromhex(data["sealed"])
        key = unseal_with(private_key, _PURPOSE, sealed, about=_canonical(clear))
    except (ValueError, SealDamagedError) as error:
        raise RecoveryDamagedError(path=path) from error
    if len(key) != KEY_BYTES or key_id(key) != data["key_id"]:
        raise RecoveryDamagedError(path=path)
    return key


def _read(path: Path) -> dict[str, str]:
    """Return the text fields of a file whose code is right. Spaces and line ends may differ."""
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(_MOST_BYTES).decode("utf-8-sig"))
        known, version = data["format"], data["version"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise RecoveryDamagedError(path=path) from error
    if known != _FORMAT or type(version) is not int or version < _VERSION:
        raise RecoveryDamagedError(path=path)
    if version > _VERSION:
        raise RecoveryNewerError(version=version)
    if set(data) != _FIELDS:
        raise RecoveryDamagedError(path=path)
    texts = {name: value for name, value in data.items() if isinstance(value, str)}
    if set(texts) != _FIELDS - {"version"}:
        raise RecoveryDamagedError(path=path)
    whole = {name: value for name, value in data.items() if name != "code"}
    if texts["code"] != _code(whole):
        raise RecoveryDamagedError(path=path)
    return texts


def _canonical(data: dict[str, object]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode()


def _code(data: dict[str, object]) -> str:
    """Return 80 bits of the file's hash as four groups of four characters."""
    number = int.from_bytes(hashlib.sha256(_canonical(data)).digest()[:10])
    letters = [_LETTERS[number >> 5 * place & 31] for place in reversed(range(_CODE_LETTERS))]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, _CODE_LETTERS, 4))

"""Canonical JSON bytes (RFC 8785, without floating point numbers).

An entry's body is serialised here once, when the act happens. The bytes are stored, hashed, sent
and checked as they are; nobody serialises them again.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata

from counter_app.domain.plain import Plain

LARGEST = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly (RFC 8785 §3.2.2.3, IEEE 754)."""


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def canonical(value: Plain) -> bytes:
    """Return `value` as canonical UTF-8 bytes, text in NFC.

    Raises ValueError for integers beyond ±LARGEST, lone surrogates and keys that only differ in
    their normal form; TypeError for floats and other types.
    """
    return _WRITER.encode(_ordered(value)).encode("utf-8")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data`: 64 hexadecimal digits, lower case."""
    return hashlib.sha256(data).hexdigest()


def _ordered(value: Plain) -> Plain:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise ValueError("integer out of range")
        return value
    if isinstance(value, list):
        return [_ordered(item) for item in value]
    if isinstance(value, dict):
        return _ordered_object(value)
    raise TypeError(f"{type(value).__name__} is not canonical JSON")


def _ordered_object(value: dict[str, Plain]) -> Plain:
    if all(map(str.isascii, value)):  # our own field names: both orders are one
        return {key: _ordered(value[key]) for key in sorted(value)}
    pairs = {unicodedata.normalize("NFC", key): _ordered(item) for key, item in value.items()}
    if len(pairs) != len(value):
        raise ValueError("two keys are one in NFC")
    # RFC 8785 §3.2.3 sorts by UTF-16 code units, which code points beyond the BMP would betray.
    return {key: pairs[key] for key in sorted(pairs, key=lambda key: key.encode("utf-16-be"))}

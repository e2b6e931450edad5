"""UUID version 7 (RFC 9562 §5.7): sorted by time, made once at the counter, never by the server."""

from __future__ import annotations


def uuid7(milliseconds: int, randomness: bytes) -> str:
    """Return the UUIDv7 of a Unix time in milliseconds and 10 random bytes, in canonical text."""
    if len(randomness) != 10:
        raise ValueError("10 random bytes are needed")
    tail = int.from_bytes(randomness, "big")
    high = tail >> 68 & 0xFFF
    low = tail & (1 << 62) - 1
    value = (milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | high << 64 | 0b10 << 62 | low
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

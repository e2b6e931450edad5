"""One-time codes (mã dùng một lần) that people read aloud, write down and type.

Three groups of four characters, sixty random bits; no 0/O and no 1/I. Capitals, spaces and hyphens
don't count when a code is typed.
"""

from __future__ import annotations

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
RAW_BYTES = 12
"""So many random bytes make a code: one a character."""


def code_of(raw: bytes) -> str:
    """Return the code that `RAW_BYTES` random bytes make, as it is shown: `ABCD-EFGH-JKLM`."""
    bare = "".join(_LETTERS[byte % len(_LETTERS)] for byte in raw[:RAW_BYTES])
    return "-".join((bare[:4], bare[4:8], bare[8:]))


def bare_code(typed: str) -> str:
    """Return what counts of a code as it was typed."""
    return "".join(char for char in typed.upper() if char.isalnum())

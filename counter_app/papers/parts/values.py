"""How values are written on papers: counts, telephone numbers, code labels."""

from __future__ import annotations

CODE_LABEL = "Mã hồ sơ:"

PRACTICE_BOOK = "TH"
"""Stands where a real book would be named."""


def count(number: int) -> str:
    """Return a count in two figures; none is a dash, never blank."""
    return f"{number:02d}" if number else "–"


def phone(number: str) -> str:
    """Return a domestic number in groups, `0900 000 456`; any other text as it is."""
    digits = number.replace(" ", "").replace(".", "")
    if digits.isdigit() and digits.startswith("0") and len(digits) in (10, 11):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    return number

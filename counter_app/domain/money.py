"""Amounts of money (phí, lệ phí): whole đồng, in figures and in words.

Words follow the reading taught in schools: mười / mươi, mốt, tư, lăm, lẻ; groups of three figures
with nghìn, triệu, tỷ. Receipts repeat the total in words, so that a figure can't be changed by pen.
"""

from __future__ import annotations

import re

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_GAP = "lẻ"  # between hundreds and a single unit; the North says "linh", receipts say "lẻ"
_LIMIT = 10**18


def grouped(number: int) -> str:
    """Return the number with dots between groups of three: `1.250.000`."""
    return f"{number:,}".replace(",", ".")


def short_amount(dong: int) -> str:
    """Return the amount as on screens and in tables: `50.000 đ`. Raises ValueError below zero."""
    return f"{grouped(_checked(dong))} đ"


def amount(dong: int) -> str:
    """Return the amount as in the text of papers: `75.000 đồng`. Raises ValueError below zero."""
    return f"{grouped(_checked(dong))} đồng"


_TYPED = re.compile(r"(\d{1,3}(?:[.\s]\d{3})+|\d{1,15})\s*(k?)\s*(?:đ|đồng|d|vnd)?", re.IGNORECASE)


def typed_amount(text: str) -> int | None:
    """Return what an officer typed, in đồng: `50.000`, `50000 đ`, `50k`; None for anything else."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    dong = int(re.sub(r"[.\s]", "", found[1])) * (1000 if found[2] else 1)
    return dong if dong < _LIMIT else None


def amount_in_words(dong: int) -> str:
    """Return `năm mươi nghìn đồng`. Raises ValueError below zero and from 10^18 on."""
    return f"{number_in_words(dong)} đồng"


def number_in_words(number: int) -> str:
    """Return a whole number in words: 1_000_024 → `một triệu không trăm hai mươi tư`.

    Raises ValueError below zero and from 10^18 on.
    """
    if not _checked(number):
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words: list[str] = []
    if billions:
        words += [*_below_billion(billions, leading=True), "tỷ"]
    words += _below_billion(rest, leading=not billions)
    return " ".join(words)


def _checked(number: int) -> int:
    if not 0 <= number < _LIMIT:
        raise ValueError("an amount lies between 0 and 10^18")
    return number


def _below_billion(number: int, *, leading: bool) -> list[str]:
    """Groups of zeros are silent; a group after others says its hundreds, even if none."""
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _group(group, leading=leading and not words)
            if power:
                words.append(_SCALES[power])
    return words


def _group(number: int, *, leading: bool) -> list[str]:
    hundreds, below = divmod(number, 100)
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    tens, units = divmod(below, 10)
    if tens == 0:
        if units and words:
            words.append(_GAP)
    elif tens == 1:
        words.append("mười")
    else:
        words += [_DIGITS[tens], "mươi"]
    if units:
        words.append(_unit(tens, units))
    return words


def _unit(tens: int, units: int) -> str:
    if units == 1 and tens >= 2:
        return "mốt"
    if units == 4 and tens >= 2:
        return "tư"
    if units == 5 and tens >= 1:
        return "lăm"
    return _DIGITS[units]

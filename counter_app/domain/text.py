"""Vietnamese text: one normal form, one way to compare without accents.

Every door of the program normalises to NFC (PDF libraries misplace the marks of NFD text), and
search folds on both sides, because SQLite's own folding leaves đ alone.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_WORDS = re.compile(r"[0-9a-z]+")
_STROKES = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
)
"""Vowels with and without marks, and đ: with the plain letters removed, the 134 that fonts lack."""

MARKED_LETTERS = "".join(letter for letter in LETTERS if letter not in "aeiouyAEIOUY")
"""The 134 letters that a font must have before a paper may be set in it."""


def clean(text: str) -> str:
    """Return `text` in NFC, with single spaces, without control characters and outer space."""
    kept = "".join(
        " " if char.isspace() else char for char in text if char.isprintable() or char.isspace()
    )
    return unicodedata.normalize("NFC", _SPACES.sub(" ", kept).strip())


def fold(text: str) -> str:
    """Return `text` lower-case, without accents, đ as d: `"Nguyễn Đức"` → `"nguyen duc"`."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKES))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACES.sub(" ", bare.casefold()).strip()


def words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of `text` in their order."""
    return tuple(_WORDS.findall(fold(text)))


def masked(number: str) -> str:
    """Return an identity number as shown in lists and logs: `001200000123` → `0012••••0123`."""
    if len(number) < 9:
        return "•" * max(0, len(number) - 2) + number[-2:]
    return f"{number[:4]}••••{number[-4:]}"

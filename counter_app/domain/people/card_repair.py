"""What scanners, keyboards and hosts do to the text of a citizen card, undone.

A repair is made only when it is reversible: damaging the repaired text in the same way gives back
exactly what was read, and the result has fewer characters that no card carries. Letters that were
lost (ALT mode through code page 437, question marks) can't come back and are never invented.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html import unescape

from counter_app.domain.text import LETTERS

_SYMBOLOGY = re.compile(r"\A\][A-Za-z][0-9A-F]")  # AIM identifier: ]Q3 for QR, ]C1 for Code 128
_WRAPPING = "\x02\x03\ufeff\r\n\t *"  # STX, ETX, byte order mark, terminators, Code 39 stars
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPES = re.compile(f"%[0-9A-Fa-f]{{2}}|{_ENTITY.pattern}")
_ROUNDS = 4  # text may be damaged more than once: by the keyboard, then by the host

_ON_CARDS = frozenset(LETTERS) | {chr(code) for code in range(0x20, 0x7F)} | set("–—’")


def unwrapped(text: str) -> str:
    """Return `text` without what the scanner adds around: STX, ETX, AIM identifier, CR, LF, Tab."""
    return _SYMBOLOGY.sub("", text.strip(_WRAPPING)).strip(_WRAPPING)


def repaired(text: str) -> tuple[str, tuple[str, ...]]:
    """Return (text, names of the repairs made, in their order). Any text is accepted.

    The names are `mojibake`, `percent`, `html` and `nfd`.
    """
    made: list[str] = []
    for _ in range(_ROUNDS):
        for name, undo in _REPAIRS:
            better = undo(text)
            if better is not None and _strangeness(better) < _strangeness(text):
                text = better
                made.append(name)
                break
        else:
            break
    composed = unicodedata.normalize("NFC", text)  # canonically equal, so nothing can get lost
    if composed != text and "nfd" not in made:
        made.append("nfd")
    return composed, tuple(dict.fromkeys(made))


def strange_letters(text: str) -> tuple[str, ...]:
    """Return the characters of `text` (in NFC) that no card carries: traces of lost letters."""
    return tuple(dict.fromkeys(char for char in text if char not in _ON_CARDS or char == "?"))


def _strangeness(text: str) -> int:
    """Return how far `text` is from a card: an escape may hide a strange letter, it a mark."""
    strange = [char for char in text if char not in _ON_CARDS]
    marks = sum(unicodedata.combining(char) > 0 for char in strange)
    return 4 * len(_ESCAPES.findall(text)) + 2 * len(strange) - marks


def _without_percent(text: str) -> str | None:
    """Undo percent encoding (RFC 3986), with `+` for spaces where forms did that."""
    if not _PERCENT.search(text):
        return None
    plus = "+" in text and not {" ", "\0"} & set(text)
    plain = _unescaped(text, _PERCENT, lambda run: _percent_pairs(run, plus=plus))
    if plain is None or not plus:
        return plain
    return None if " " in plain else plain.replace("+", " ").replace("\0", "+")


def _percent_pairs(run: str, *, plus: bool) -> list[tuple[str, str]]:
    escapes = [f"%{code}" for code in run.split("%")[1:]]
    letters = bytes.fromhex(run.replace("%", "")).decode()
    pairs = []
    for letter in letters:
        size = len(letter.encode())
        shown = "\0" if plus and letter == "+" else letter  # a real plus among plus-for-space
        pairs.append((shown, "".join(escapes[:size])))
        escapes = escapes[size:]
    return pairs


def _without_entities(text: str) -> str | None:
    if not _ENTITY.search(text):
        return None
    return _unescaped(text, _ENTITY, lambda entity: [(unescape(entity), entity)])


def _unescaped(
    text: str, escapes: re.Pattern[str], pairs_of: Callable[[str], list[tuple[str, str]]]
) -> str | None:
    """Return `text` without escapes, or None if escaping it again wouldn't give the same text.

    The way of escaping is learnt from the text: which characters are escaped, and how each.
    """
    way: dict[str, str] = {}
    parts = []
    end = 0
    for match in escapes.finditer(text):
        parts.append(text[end : match.start()])
        end = match.end()
        try:
            pairs = pairs_of(match.group())
        except ValueError:  # the bytes are no UTF-8
            return None
        for letter, escape in pairs:
            if way.setdefault(letter, escape) != escape:
                return None
            parts.append(letter)
    plain = "".join([*parts, text[end:]])
    return plain if "".join(way.get(char, char) for char in plain) == text else None


def _mojibake(page: str) -> Callable[[str], str | None]:
    """Return the undoing of "UTF-8 read as `page`"."""

    def undo(text: str) -> str | None:
        if text.isascii():
            return None
        try:
            plain = bytes(_bytes_of(page)[char] for char in text).decode()
        except (KeyError, UnicodeDecodeError):
            return None
        letters = _letters_of(page)
        return plain if "".join(letters[byte] for byte in plain.encode()) == text else None

    return undo


@cache
def _letters_of(page: str) -> tuple[str, ...]:
    """Return the character of each byte; holes of the page are C1 controls, as on Windows."""
    return tuple(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in range(256))


@cache
def _bytes_of(page: str) -> dict[str, int]:
    return {char: byte for byte, char in enumerate(_letters_of(page))}


def _composed(text: str) -> str | None:
    """Undo NFD (or "letter, then tone", as code page 1258 writes)."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed != text else None


_REPAIRS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("percent", _without_percent),
    ("html", _without_entities),
    ("mojibake", _mojibake("cp1252")),
    ("mojibake", _mojibake("latin-1")),
    ("mojibake", _mojibake("cp1258")),
    ("nfd", _composed),
)

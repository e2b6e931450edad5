"""The words of an address line, and the names of units found at its end.

An address is read from its tail: province, then district, then commune. Names are compared without
accents and without spaces, so that "Ea H’Leo", "Ea H'leo" and "EA HLEO" are one, and "Phường 01" is
"P.1"; how a unit is called (xã, phường, …) is kept apart, because cards often leave it out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from counter_app.domain.text import MARKED_LETTERS, fold

Prefixes = Mapping[tuple[str, ...], str]
"""How a kind of unit is written before its name → the kind, e.g. `("tx",)` → `"thixa"`."""

COMMUNE_PREFIXES: Prefixes = {
    ("thi", "tran"): "thitran",
    ("dac", "khu"): "dackhu",
    ("phuong",): "phuong",
    ("xa",): "xa",
    ("tt",): "thitran",
    ("p",): "phuong",
    ("f",): "phuong",  # the southern habit: F.4
    ("x",): "xa",
}
DISTRICT_PREFIXES: Prefixes = {
    ("thanh", "pho"): "thanhpho",
    ("thi", "xa"): "thixa",
    ("huyen",): "huyen",
    ("quan",): "quan",
    ("tp",): "thanhpho",
    ("tx",): "thixa",
    ("h",): "huyen",
    ("q",): "quan",
}
PROVINCE_PREFIXES: Prefixes = {
    ("thanh", "pho"): "thanhpho",
    ("tinh",): "tinh",
    ("tp",): "thanhpho",
    ("t",): "tinh",
}
_KINDS = ("thanhpho", "thitran", "dackhu", "phuong", "thixa", "huyen", "quan", "tinh", "xa")
_LONGEST_NAME = 8  # words; official names have five at most, but some are written in pieces
_ABBREVIATION = 2  # letters: "p", "tt", "tx" may also be anything else

_WORD = re.compile(r"[^\W\d_]+|\d+")
# The letter looked for comes first, what stands before it second: that way the search is quick.
_FINAL_Y = re.compile(r"y\b(?:(?<=[bcdghklmnpqrstvx]y)|(?<=quy))")
_LEADING_ZEROS = re.compile(r"0(?<!\w0)0*(?=\d)")
_NOT_IN_KEYS = re.compile(r"[^a-z0-9|]+")
_BARE = str.maketrans({letter: fold(letter) for letter in MARKED_LETTERS})
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word, as it was `spelled`, and its place in the text.

    `opens`: a part of the address begins here (after a comma, a spaced dash, or at the start);
    `fenced`: the comma itself, which no name crosses; `dotted`: an abbreviation point follows.
    """

    text: str
    spelled: str
    start: int
    opens: bool
    fenced: bool
    dotted: bool


@dataclass(frozen=True, slots=True)
class NameAtTail:
    """A known name that ends where it was looked for.

    `begin` is the index of its first word, its prefix included; `kind` is empty without a prefix;
    `spelled` is the name with its accents; `aligned` is False for a name in the middle of a
    part ("Số 5 Đường Tân Lập"): a mere guess.
    """

    begin: int
    kind: str
    key: str
    spelled: str
    aligned: bool


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of `text` (in NFC), numbers without leading zeros."""
    found: list[Word] = []
    previous_end = 0
    for match in _WORD.finditer(text):
        gap = text[previous_end : match.start()]
        fenced = not found or "," in gap or ";" in gap
        opens = fenced or " -" in gap or "- " in gap or "–" in gap
        dotted = text[match.end() : match.end() + 1] == "."
        spelled = match.group()
        text_of = _spelling(fold(spelled))
        found.append(Word(text_of, spelled, match.start(), opens, fenced, dotted))
        previous_end = match.end()
    return tuple(found)


def keys_of(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return (kind, key) of each official name: `"Thị trấn Ea T'Ling"` → `("thitran", "eatling")`.

    All names are rewritten as one text: ten thousand one by one would delay the start noticeably.
    """
    text = "|".join(names).translate(_BARE).lower()
    text = _FINAL_Y.sub("i", _LEADING_ZEROS.sub("", text))
    keys = []
    for line in _NOT_IN_KEYS.sub(" ", text).split("|") if text else ():
        words = line.split()
        length = 1 if words[0] in _ONE_WORD_KINDS else 2 if tuple(words[:2]) in _LONG else 0
        keys.append(("".join(words[:length]), "".join(words[length:])))
    return keys


def same_spelling(official: str, spelled: str) -> bool:
    """Return whether an official name ends in `spelled`, its accents included ("Sơn Hà", "Sơn Hạ").

    "Hoà" and "Hòa" are the same: the tone of each word is compared, not the letter that bears it.
    """
    return _toned(official)[-len(_toned(spelled)) :] == _toned(spelled)


def split_key(joined: str) -> tuple[str, str]:
    """Return (kind, key) of a name that is already folded and joined: `"xahoaxa"`."""
    for kind in _KINDS:
        if joined.startswith(kind):
            return kind, joined.removeprefix(kind)
    return "", joined


def name_at_tail(
    words: tuple[Word, ...], end: int, known: Container[str], prefixes: Prefixes
) -> NameAtTail | None:
    """Return the known name in the words right before `end`: an aligned one, else the longest."""
    guess = None
    for start in range(max(0, end - _LONGEST_NAME), end):
        if any(word.fenced for word in words[start + 1 : end]):
            continue
        key = "".join(word.text for word in words[start:end])
        if key not in known:
            continue
        spelled = " ".join(word.spelled for word in words[start:end])
        begin, kind = _prefix_before(words, start, prefixes)
        if kind or (words[start].opens and not key.isdigit()):
            return NameAtTail(begin, kind, key, spelled, aligned=True)
        if guess is None and not key.isdigit():
            guess = NameAtTail(start, "", key, spelled, aligned=False)
    return guess


def _prefix_before(words: tuple[Word, ...], start: int, prefixes: Prefixes) -> tuple[int, str]:
    if words[start].fenced:
        return start, ""
    for prefix, kind in prefixes.items():
        begin = start - len(prefix)
        if begin < 0 or tuple(word.text for word in words[begin:start]) != prefix:
            continue
        if prefix == ("xa",) and begin > 0 and words[begin - 1].text == "thi":
            return start, ""  # "thị xã" is a town of the old district level
        short = len(prefix) == 1 and len(prefix[0]) <= _ABBREVIATION and prefix != ("xa",)
        if short and not (words[begin].opens or words[begin].dotted or words[start].text.isdigit()):
            continue
        return begin, kind
    return start, ""


def _spelling(word: str) -> str:
    """Return the one spelling of a folded word: no leading zeros, "ly" and "li" alike."""
    return _FINAL_Y.sub("i", _LEADING_ZEROS.sub("", word))


def _toned(name: str) -> list[str]:
    """Return the words of `name`, each with its tone mark moved to its end."""
    toned = []
    for match in _WORD.finditer(unicodedata.normalize("NFC", name)):
        letters = unicodedata.normalize("NFD", _spelling(match.group().casefold()))
        tones = "".join(char for char in letters if char in _TONES)
        toned.append("".join(char for char in letters if char not in _TONES) + tones)
    return toned


_LONG = frozenset(
    prefix
    for prefixes in (COMMUNE_PREFIXES, DISTRICT_PREFIXES, PROVINCE_PREFIXES)
    for prefix, kind in prefixes.items()
    if "".join(prefix) == kind
)
_ONE_WORD_KINDS = frozenset(prefix[0] for prefix in _LONG if len(prefix) == 1)

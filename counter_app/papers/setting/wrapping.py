"""Breaking Vietnamese text into lines: the fewest lines, least ragged, no orphaned syllable."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable

from counter_app.papers.fonts import Face

NBSP = "\u00a0"

# What belongs together: a number and the word that it counts or names ("số 118", "tổ dân phố 3"),
# a unit of the state or a street and its whole name ("đường Ví Dụ"), a dash and what is before it.
_BEFORE_NUMBER = re.compile(r"(?<=\w) (?=[0-9])")
_UNITS = "phường|xã|đặc khu|tỉnh|thành phố|thôn|bản|ấp|đường|phố|quận|huyện"
_BEFORE_NAME = re.compile(rf"\b({_UNITS}) (?=[A-ZĐÀ-Ỹ])")
_NAMED = re.compile(rf"\b(?:{_UNITS}){NBSP}\w+(?: \w+){{1,3}}")
_BEFORE_DASH = re.compile(r"(?<=\S) (?=[–-] )")
_TIME = re.compile(r"\b([0-9]+) (giờ|phút|ngày|tháng|bộ|bản|tờ|đồng)\b")

_BREAKABLE = "@/._-"  # best first: a hyphen at the end of a line looks like one of the address
_SHORT_LAST = 0.12  # what two syllables alone on the last line cost, in squared line widths
_LONE_LAST = 50.0  # what one costs: more than any raggedness


def one_line(text: str) -> str:
    """Return `text` in NFC (PDF libraries misplace the marks of NFD), controls as spaces."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    spaced = "".join(char if char.isprintable() else " " for char in text)
    return unicodedata.normalize("NFC", spaced)


def bound(text: str) -> str:
    """Return `text` with non-breaking spaces inside what belongs together."""
    text = _TIME.sub(rf"\1{NBSP}\2", text)
    text = _BEFORE_NAME.sub(rf"\1{NBSP}", text)
    text = _NAMED.sub(_whole_name, text)
    text = _BEFORE_DASH.sub(NBSP, text)
    return _BEFORE_NUMBER.sub(NBSP, text)


def _whole_name(found: re.Match[str]) -> str:
    """Bind the syllables of a name, as far as they are written with capitals."""
    first, *others = found[0].split(" ")
    named = [first, *itertools.takewhile(lambda each: each[0].isupper(), others)]
    if not first.split(NBSP)[1][0].isupper():
        return found[0]
    return " ".join([NBSP.join(named), *others[len(named) - 1 :]])


def wrap(text: str, face: Face, size: float, width: float) -> list[str]:
    """Return the lines of `text` for `size` points and `width` points; one empty line for none."""
    text = face.shown(" ".join(one_line(text).split()))
    if face.width(text, size) <= width:
        return [text]
    words = _fitting_words(bound(text), face, size, width)
    widths = [face.width(word, size) for word in words]
    breaks = best_breaks(words, widths, face.width(" ", size), width)
    starts = [0, *breaks[:-1]]
    lines = (" ".join(words[i:j]) for i, j in zip(starts, breaks, strict=True))
    return [line.replace(NBSP, " ") for line in lines]


def _fitting_words(text: str, face: Face, size: float, width: float) -> list[str]:
    """Split at spaces; a word wider than a line also at bound spaces, then anywhere."""
    words = []
    for word in text.split(" "):
        if face.width(word, size) <= width:
            words.append(word)
            continue
        for part in word.split(NBSP):
            words.extend(pieces(part, lambda each: face.width(each, size), width))
    return words


def pieces(word: str, measure: Callable[[str], float], width: float) -> list[str]:
    """Break what has no spaces (addresses of mail and web) after a sign in it, or anywhere."""
    found = []
    while measure(word) > width:
        ends = itertools.accumulate(map(measure, word))
        fits = max(1, sum(end <= width for end in ends))
        after_signs = (word.rfind(sign, 0, fits) + 1 for sign in _BREAKABLE)
        cut = next((place for place in after_signs if place > fits // 2), fits)
        found.append(word[:cut])
        word = word[cut:]
    return [*found, word]


def best_breaks(words: list[str], widths: list[float], space: float, width: float) -> list[int]:
    """Return the ends of the lines, by dynamic programming from the last line backwards."""
    count = len(words)
    # best[i] = (lines, raggedness, end of the first line) for words[i:]
    best: list[tuple[int, float, int]] = [(0, 0.0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        chosen: tuple[int, float, int] | None = None
        used = -space
        for end in range(start + 1, count + 1):
            used += space + widths[end - 1]
            if used > width and end > start + 1:
                break
            if end == count:
                cost = _last_line_cost(words[start:])
                if start == 0:
                    cost = 0.0
            else:
                cost = ((width - used) / width) ** 2
            candidate = (1 + best[end][0], cost + best[end][1], end)
            if chosen is None or candidate[:2] < chosen[:2]:
                chosen = candidate
        assert chosen is not None
        best[start] = chosen
    breaks = []
    place = 0
    while place < count:
        place = best[place][2]
        breaks.append(place)
    return breaks


def _last_line_cost(words: list[str]) -> float:
    syllables = sum(1 + word.count(NBSP) for word in words)
    if syllables == 1:
        return _LONE_LAST
    return _SHORT_LAST if syllables == 2 else 0.0

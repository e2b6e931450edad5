"""Notes of the foot in lines: whole sentences first, words where a sentence is too long.

In a note `**…**` is bold, and three spaces part sentences that may stand on one line.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from counter_app.papers.setting.wrapping import NBSP, best_breaks, bound, pieces

Measure = Callable[[str, int], float]
"""Returns the width of a text, bold (1) or not (0), in the unit of the lines' width."""

_MARK = "**"
_BETWEEN = "   "


def rich_lines(text: str, measure: Measure, width: float) -> list[str]:
    """Return `text` in lines of at most `width`; a bold part that goes on is marked on both."""
    lines: list[str] = []
    for sentence in text.split(_BETWEEN):
        together = f"{lines[-1]}{_BETWEEN}{sentence}" if lines else sentence
        if _width(together, measure) <= width:
            lines[-1:] = [together]
        elif _width(sentence, measure) <= width:
            lines.append(sentence)
        else:
            lines += _broken(sentence, measure, width)
    return lines


def _width(text: str, measure: Measure) -> float:
    return sum(measure(part, place % 2) for place, part in enumerate(text.split(_MARK)))


def _broken(sentence: str, measure: Measure, width: float) -> list[str]:
    words: list[str] = []
    gaps: list[str] = []  # before each: nothing between two parts of one word
    widths: list[float] = []
    is_bold = 0
    for word in bound(sentence).split(" "):
        for place, part in enumerate(_fitting(word, is_bold, measure, width)):
            words.append(part)
            gaps.append("" if place else " ")
            widths.append(_width(_MARK * is_bold + part, measure))
            is_bold ^= part.count(_MARK) % 2
    space = max(measure(" ", 0), measure(" ", 1))  # a gap inside a bold part is a bold one
    ends = best_breaks(words, widths, space, width)
    lines = [
        "".join(gap + word for gap, word in zip(gaps[i:j], words[i:j], strict=True)).removeprefix(
            " "
        )
        for i, j in zip([0, *ends], ends, strict=False)
    ]
    return [line.replace(NBSP, " ") for line in _balanced(lines)]


def _fitting(word: str, is_bold: int, measure: Measure, width: float) -> list[str]:
    """Return `word`, or parts of it that fit a line; marks stay where they stood in its text."""
    if _width(_MARK * is_bold + word, measure) <= width:
        return [word]
    runs = word.split(_MARK)
    ends = list(itertools.accumulate(map(len, runs)))[:-1]  # of the text before each mark
    bold = int(is_bold or len(runs) > 1)
    parts = pieces("".join(runs), lambda part: measure(part, bold), width)
    start = 0
    for place, part in enumerate(parts):
        stop = start + len(part)
        last = place == len(parts) - 1
        inside = [end - start for end in ends if start <= end < stop or (last and end == stop)]
        for end in reversed(inside):
            part = part[:end] + _MARK + part[end:]
        parts[place] = part
        start = stop
    return parts


def _balanced(lines: list[str]) -> list[str]:
    """Close a bold part at the end of its line and open it again on the next."""
    balanced: list[str] = []
    is_bold = False
    for line in lines:
        opened = f"{_MARK}{line}" if is_bold else line
        is_bold = opened.count(_MARK) % 2 == 1
        balanced.append(f"{opened}{_MARK}" if is_bold else opened)
    return balanced

"""Notes of the foot in lines: whole sentences first, words where a sentence is too long.

In a note `**…**` is bold, and three spaces part sentences that may stand on one line.
"""

from __future__ import annotations

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
    widths: list[float] = []
    is_bold = 0
    for word in bound(sentence).split(" "):
        bare = word.replace(_MARK, "")
        bold = is_bold | word.startswith(_MARK)
        parts = pieces(bare, lambda part, bold=bold: measure(part, bold), width)  # type: ignore[misc]
        widths += [measure(part, bold) for part in parts]
        if word.startswith(_MARK):
            parts[0] = _MARK + parts[0]
        if word.endswith(_MARK) and bare:
            parts[-1] += _MARK
        words += parts
        is_bold ^= word.count(_MARK) % 2
    space = max(measure(" ", 0), measure(" ", 1))  # a gap inside a bold part is a bold one
    ends = best_breaks(words, widths, space, width)
    lines = [" ".join(words[i:j]) for i, j in zip([0, *ends], ends, strict=False)]
    return [line.replace(NBSP, " ") for line in _balanced(lines)]


def _balanced(lines: list[str]) -> list[str]:
    """Close a bold part at the end of its line and open it again on the next."""
    balanced: list[str] = []
    is_bold = False
    for line in lines:
        opened = f"{_MARK}{line}" if is_bold else line
        is_bold = opened.count(_MARK) % 2 == 1
        balanced.append(f"{opened}{_MARK}" if is_bold else opened)
    return balanced

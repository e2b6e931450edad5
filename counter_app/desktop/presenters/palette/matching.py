"""How a typed line is held against a short text: words in any order, without accents."""

from __future__ import annotations

from counter_app.domain.procedures.search import name_words
from counter_app.domain.text import words

Spans = tuple[tuple[int, int], ...]


def spans_of(typed: str, text: str) -> Spans | None:
    """Return the words of `text` that `typed` begins, as (start, length); None: not all fit.

    Each typed word must begin a word of its own: "tran tran" doesn't match one "Trần".
    """
    left = list(name_words(text))
    found: list[tuple[int, int]] = []
    # The longest first: a short word must not take the place that only a long one fits.
    for typed_word in sorted(words(typed), key=len, reverse=True):
        hit = next((word for word in left if word.text.startswith(typed_word)), None)
        if hit is None:
            return None
        left.remove(hit)
        found.append((hit.start, hit.end - hit.start))
    return tuple(sorted(found))

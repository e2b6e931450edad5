"""How far a typed word is from a right one: letters missing, too many, wrong, or in wrong order."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 3  # letters of a word that may have a slip
_SHORTEST_WITH_TWO = 5


def letters_of(word: str) -> int:
    """Return which letters and digits are in a folded word, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def near(typed: str, known: Iterable[tuple[str, int]], slips: int) -> frozenset[str]:
    """Return the known words that begin with `typed` but for at most `slips`, all folded.

    `known` are words with their `letters_of`. Short words get fewer slips: nearly everything is
    near to them.
    """
    if len(typed) < (_SHORTEST if slips < 2 else _SHORTEST_WITH_TWO):
        return frozenset()
    wanted, least = letters_of(typed), len(typed) - slips
    return frozenset(
        word
        for word, letters in known
        # Each letter of `typed` that the word lacks is a slip at least.
        if len(word) >= least
        and (wanted & ~letters).bit_count() <= slips
        and beginning_distance(typed, word) <= slips
    )


def beginning_distance(typed: str, word: str) -> int:
    """Return the distance of `typed` from the nearest beginning of `word`.

    Damerau's distance in its restricted form (optimal string alignment): a letter left out, put
    in, or replaced counts one, two neighbours in wrong order count one.
    """
    width = len(word) + 1
    before: list[int] = []
    last = list(range(width))
    for row, letter in enumerate(typed, start=1):
        line = [row] * width
        for at in range(1, width):
            same = letter == word[at - 1]
            cost = min(last[at] + 1, line[at - 1] + 1, last[at - 1] + (not same))
            if row > 1 and at > 1 and letter == word[at - 2] and typed[row - 2] == word[at - 1]:
                cost = min(cost, before[at - 2] + 1)
            line[at] = cost
        before, last = last, line
    return min(last)

"""No number of a book is missing and none stands twice: gaps become void lines that say why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from counter_app.domain.books.content import BookLine

Reason = Callable[[int], BookLine | str]
"""Returns the line of a number that no line bears, or why there is none."""


def without_gaps(
    lines: Iterable[BookLine], reason: Reason, first: int = 1, last: int = 0
) -> tuple[BookLine, ...]:
    """Return the lines by their numbers, from `first` up to the highest, or `last` if it is higher.

    A number that no line bears stands as what `reason` says of it. Of lines with the same number
    all but the first become `0012a`, `0012aa` and so on, in their order.
    """
    found: dict[int, list[BookLine]] = {}
    for line in lines:
        if line.number < 1:
            raise ValueError(f"a number below 1: {line.key}")
        found.setdefault(line.number, []).append(line)
    whole: list[BookLine] = []
    for number in range(min([first, *found]), max([last, *found, first - 1]) + 1):
        there = found.get(number)
        if there is None:
            said = reason(number)
            there = [
                said
                if isinstance(said, BookLine)
                else BookLine(f"gap-{number}", number, void_reason=said)
            ]
        whole += [replace(line, again=place) for place, line in enumerate(there)]
    return tuple(whole)


def twice(lines: Iterable[BookLine]) -> tuple[int, ...]:
    """Return the numbers that more than one line bears."""
    counted = Counter(line.number for line in lines)
    return tuple(sorted(number for number, count in counted.items() if count > 1))

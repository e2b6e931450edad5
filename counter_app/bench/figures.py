"""Times, percentiles, and a row of the table.

Machines are shared and noisy. A figure is therefore taken in several rounds, floor and program in
turns, and the median round counts.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `value` in `unit`, beside the `floor` in the same unit (None: it has none).

    `ratio` is what the goal compares, where it compares a ratio. `key` names the row in the JSON;
    `details` are further figures, in milliseconds unless their names say otherwise.
    """

    key: str
    what: str
    value: float
    unit: str
    goal: str
    met: bool
    floor: float | None = None
    ratio: float | None = None
    samples: int = 0
    note: str = ""
    details: dict[str, float] = field(default_factory=dict)


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the smallest of `values` that at least `percent` per cent of them don't exceed.

    Nearest rank: always a value that was really measured. Raises ValueError without values.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    rank = math.ceil(percent / 100 * len(ordered))
    return ordered[max(rank, 1) - 1]


def median(values: Iterable[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def milliseconds(act: Callable[..., object], *arguments: object) -> float:
    """Return how long `act` took with `arguments`, in milliseconds."""
    began = time.perf_counter()
    act(*arguments)
    return (time.perf_counter() - began) * 1000


@dataclass(frozen=True, slots=True)
class Compared:
    """One percentile of the program and of its floor: medians over the rounds."""

    value: float
    floor: float
    ratio: float


def compared(
    rounds: Sequence[Sequence[float]], floors: Sequence[Sequence[float]], percent: float
) -> Compared:
    """Return the medians over `rounds` of the percentile, of its floor's, and of their ratio."""
    pairs = [
        (percentile(ours, percent), percentile(bare, percent))
        for ours, bare in zip(rounds, floors, strict=True)
    ]
    return Compared(
        median(ours for ours, _ in pairs),
        median(bare for _, bare in pairs),
        median(ours / bare for ours, bare in pairs),
    )


def over_rounds(rounds: Sequence[Sequence[float]], percent: float) -> float:
    """Return the median over `rounds` of the percentile."""
    return median(percentile(each, percent) for each in rounds)


def count(number: int) -> str:
    """Return a count as Vietnamese writes it: 1.000.000."""
    return f"{number:,}".replace(",", ".")

"""Rows of growth: what start, search and register cost in a full store against a young one.

Both stores stand open and are asked in turns, so that a busy machine slows both.
"""

from __future__ import annotations

from pathlib import Path

from counter_app.bench.counter import Counter
from counter_app.bench.figures import Row, compared, count, milliseconds
from counter_app.bench.rows.process import started
from counter_app.bench.rows.store import as_typed, typed

TIMES = 2.0


def growth(
    young: Counter, full: Counter, folders: tuple[Path, Path], key: bytes, rounds: int, acts: int
) -> list[Row]:
    """Measure the p50 of each in both; `folders` are theirs, in this order."""
    registers: tuple[list[list[float]], list[list[float]]] = ([], [])
    searches: tuple[list[list[float]], list[list[float]]] = ([], [])
    starts: tuple[list[list[float]], list[list[float]]] = ([], [])
    for number in range(rounds):
        for times in (*registers, *searches, *starts):
            times.append([])
        for _, text in typed(young, acts, number):
            for place, counter in enumerate((young, full)):
                registers[place][-1].append(milliseconds(counter.receive, counter.reception()))
                searches[place][-1].append(milliseconds(as_typed, counter, text))
        for place, folder in enumerate(folders):
            starts[place][-1].append(started("start", folder, key))
    named = {
        "start": ("khởi động", starts),
        "search": ("gõ tìm", searches),
        "register": ("F9 → đã ghi", registers),
    }
    return [
        _row(f"growth_{name}", what, times, young.dossiers, full.dossiers)
        for name, (what, times) in named.items()
    ]


def _row(
    key: str, what: str, times: tuple[list[list[float]], list[list[float]]], few: int, many: int
) -> Row:
    found = compared(times[1], times[0], 50)
    return Row(
        key, f"{what}: {count(many)} so với {count(few)} hồ sơ, p50", found.value, "ms",
        f"≤ {TIMES:.0f} ×", found.ratio <= TIMES, found.floor, found.ratio,
        sum(map(len, times[1])),
    )  # fmt: skip

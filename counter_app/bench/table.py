"""The figures as a table to read and as JSON to keep."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from counter_app.bench.figures import Row
from counter_app.bench.machine import MachineFacts

_HEAD = ("Phép đo", "đo được", "sàn", "so sàn", "mục tiêu", "")
_RIGHT = frozenset({1, 2, 3})


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of a run, where they were measured, and how long the run took in seconds."""

    rows: tuple[Row, ...]
    machine: MachineFacts
    seconds: float

    @property
    def met(self) -> int:
        """How many rows reach their goal."""
        return sum(row.met for row in self.rows)


def lines(report: Report) -> list[str]:
    """Return the table as lines, with what was measured on and how."""
    cells = [_HEAD, *(_cells(row) for row in report.rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(_HEAD))]
    table = [_line(row, widths) for row in cells]
    table.insert(1, "─" * len(table[0]))
    notes = [f"  · {row.what}: {row.note}" for row in report.rows if row.note]
    machine = report.machine
    return [
        *table,
        "",
        *notes,
        f"Máy: {machine.system}, Python {machine.python}, {machine.cores} lõi dùng để đo.",
        *machine.limits,
        f"Đạt {report.met}/{len(report.rows)} mục tiêu; đo trong {report.seconds:.0f} giây.",
    ]


def json_text(report: Report) -> str:
    """Return the report as JSON."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        f"{_figure(row.value)} {row.unit}",
        "–" if row.floor is None else f"{_figure(row.floor)} {row.unit}",
        "–" if row.ratio is None else f"{row.ratio:.2f}×",
        row.goal,
        "đạt" if row.met else "CHƯA ĐẠT",
    )


def _figure(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    shown = [
        cell.rjust(width) if place in _RIGHT else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(shown).rstrip()

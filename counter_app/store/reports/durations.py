"""How long dossiers took, from the reception to the agency's answer, as counts of tenths of a day.

Counted so, a year's dossiers are some thousand rows, from which every percentile can be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from counter_app.store.figure_tables import life
from counter_app.store.reports.figures import FIGURES, Key, Span
from counter_app.store.reports.lives import COUNTED

TENTH = 8_640_000
"""Milliseconds of a tenth of a day."""

Histogram = dict[int, int]


class Durations:
    """The durations inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, by: Sequence[str], span: Span) -> dict[Key, Histogram]:
        """Return, for each value of `by`, how many processed dossiers took how many tenths.

        A tenth that was begun counts whole; nothing took less than none, whatever a clock said.
        """
        keys = [life.c[name] for name in by]
        took = func.max(life.c.finished_ms - life.c.received_ms, 0)
        tenths = ((took + TENTH - 1) // TENTH).label("tenths")
        query = (
            select(*keys, tenths, func.count().label("dossiers"))
            .where(COUNTED, FIGURES["processed"])
            .group_by(*keys, tenths)
        )
        found: dict[Key, Histogram] = {}
        for row in self._connection.execute(query, span.values):
            key = tuple(str(value) for value in row[: len(keys)])
            found.setdefault(key, {})[int(row.tenths)] = row.dossiers
        return found


def joined(histograms: Sequence[Histogram]) -> Histogram:
    """Return several as one."""
    sums: Histogram = {}
    for each in histograms:
        for tenths, count in each.items():
            sums[tenths] = sums.get(tenths, 0) + count
    return sums


def percentile(histogram: Histogram, percent: int) -> int | None:
    """Return the least time in which at least `percent` per cent were done; None of nothing."""
    rank = -(-percent * sum(histogram.values()) // 100)
    for tenths in sorted(histogram):
        rank -= histogram[tenths]
        if rank <= 0:
            return tenths
    return None

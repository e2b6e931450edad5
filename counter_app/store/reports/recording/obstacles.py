"""The obstacles that counters noted on some days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import ObstacleNoted
from counter_app.store.figure_tables import acted
from counter_app.store.reports.acts import COUNTED_ROW, written
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, fact, journal


@dataclass(frozen=True, slots=True)
class NotedObstacle:
    """One obstacle, and where and when; `noted` is None once its words were erased."""

    day: date
    counter: str
    noted: ObstacleNoted | None


def obstacles(connection: Connection, first: date, last: date) -> Iterator[NotedObstacle]:
    """Yield the obstacles of these days, oldest first."""
    query = (
        select(fact.c.day, journal.c.counter, body.c.data)
        .select_from(acted)
        .join(fact, fact.c.position == acted.c.position)
        .join(journal, journal.c.position == acted.c.position)
        .join(body, body.c.position == acted.c.position)
        .where(written(first, last), acted.c.kind == Kind.OBSTACLE_NOTED.value, COUNTED_ROW)
        .order_by(fact.c.day, journal.c.occurred_at, fact.c.position)
    )
    for row in connection.execute(query):
        read = None if row.data is None else body_of(Kind.OBSTACLE_NOTED, row.data)
        noted = read if isinstance(read, ObstacleNoted) else None
        yield NotedObstacle(date.fromisoformat(row.day), row.counter, noted)

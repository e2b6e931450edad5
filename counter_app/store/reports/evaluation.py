"""What evaluation is counted of: processed dossiers by what became of them, and ratings.

The answers of a rating stand in its fact since this program writes them there; of older entries
they are read from the body, while it is kept. No name of a person is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Rated
from counter_app.domain.dossiers.facts import QUESTIONS, SCORE
from counter_app.domain.journal.outcome import State
from counter_app.domain.office.rating import UNANSWERED
from counter_app.domain.reports.life import PROCESSED, Ended
from counter_app.store.figure_tables import life
from counter_app.store.reports.lives import COUNTED
from counter_app.store.subjects.entry_rows import body_of, flags_of
from counter_app.store.tables import body, delivery, fact

_PROCESSED = life.c.ended.in_(sorted(each.value for each in PROCESSED))
_HERE = and_(life.c.ended == Ended.RETURNED.value, life.c.by_post.is_(False))

Answers = tuple[tuple[int, int], ...]
"""The questions that were answered, each with its grade; 0 is the first, and the worst."""


@dataclass(frozen=True, slots=True)
class Handled:
    """Processed dossiers of one kind.

    `visits`: how often papers were brought again; `places`: how often it was handed over; `here`:
    its result was handed out at the Centre.
    """

    procedure: str
    version: str
    agency: str
    officer: str
    pace: str
    supplements: int
    visits: int
    places: int
    here: bool
    count: int


@dataclass(frozen=True, slots=True)
class Rating:
    """The newest rating of a dossier. `questions` 0: it isn't known any more what it answered."""

    dossier: str
    agency: str
    officer: str
    questions: int
    answers: Answers = ()


def handled(connection: Connection, first: date, last: date) -> Iterator[Handled]:
    """Yield the dossiers that were processed on these days, grouped."""
    keys = [
        *(life.c[name] for name in ("procedure", "version", "agency", "officer", "pace")),
        life.c.supplements,
        life.c.additions,
        life.c.handovers,
        case((_HERE, 1), else_=0).label("here"),
    ]
    query = (
        select(*keys, func.count().label("dossiers"))
        .where(COUNTED, _PROCESSED, _within(life.c.finished_day, first, last))
        .group_by(*keys)
    )
    for row in connection.execute(query):
        yield Handled(*row[:8], here=bool(row.here), count=row.dossiers)


def ratings_of_handled(connection: Connection, first: date, last: date) -> Iterator[Rating]:
    """Yield the newest rating of each dossier that was processed on these days."""
    yield from _ratings(connection, _PROCESSED, _within(life.c.finished_day, first, last))


def ratings_given(connection: Connection, first: date, last: date) -> Iterator[Rating]:
    """Yield the newest rating that each dossier was given on these days."""
    yield from _ratings(connection, _within(fact.c.day, first, last))


def handled_dossiers(
    connection: Connection, first: date, last: date, *, agency: str | None, officer: str | None
) -> tuple[str, ...]:
    """Return the dossiers that were processed on these days; None: of all."""
    narrowed = [
        column == value
        for column, value in ((life.c.agency, agency), (life.c.officer, officer))
        if value is not None
    ]
    query = (
        select(life.c.dossier)
        .where(COUNTED, _PROCESSED, _within(life.c.finished_day, first, last), *narrowed)
        .order_by(life.c.received_ms, life.c.dossier)
    )
    return tuple(connection.execute(query).scalars())


def _ratings(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Rating]:
    query = (
        select(
            delivery.c.dossier,
            life.c.agency,
            life.c.officer,
            fact.c.flags,
            body.c.data,
        )
        .select_from(fact)
        .join(delivery, delivery.c.position == fact.c.position)
        .join(life, life.c.dossier == delivery.c.dossier)
        .join(body, body.c.position == fact.c.position)
        .where(
            fact.c.kind == Kind.RATED.value,
            COUNTED,
            delivery.c.state != State.SUPERSEDED.value,
            *where,
        )
        .order_by(fact.c.position)
    )
    newest = {row.dossier: row for row in connection.execute(query)}
    for row in newest.values():
        questions, answers = _told(row.flags) or _read(row.data)
        yield Rating(row.dossier, row.agency, row.officer, questions, answers)


@lru_cache(maxsize=4096)
def _told(flags: str) -> tuple[int, Answers] | None:
    """Return what a fact tells of a rating; None of an older one. Few answers differ."""
    known = flags_of(flags)
    asked = [flag.removeprefix(QUESTIONS) for flag in known if flag.startswith(QUESTIONS)]
    if not asked:
        return None
    pairs = (flag.removeprefix(SCORE).split(":") for flag in known if flag.startswith(SCORE))
    return int(asked[0]), tuple(sorted((int(index), int(points)) for index, points in pairs))


def _read(data: bytes | None) -> tuple[int, Answers]:
    read = None if data is None else body_of(Kind.RATED, data)
    if not isinstance(read, Rated):
        return 0, ()
    return len(read.scores), tuple(each for each in enumerate(read.scores) if each[1] != UNANSWERED)


def _within(column: ColumnElement[str | None], first: date, last: date) -> ColumnElement[bool]:
    return column.between(first.isoformat(), last.isoformat())

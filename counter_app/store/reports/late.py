"""Late dossiers and the letters of apology that were sent: rows for lists, books and reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ApologySent
from counter_app.domain.dates import VIETNAM, to_minute, vietnam_time
from counter_app.domain.deadlines.remaining import Outcome, outcome
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.outcome import State
from counter_app.domain.reports.life import PROCESSED, Ended, Life, Pace
from counter_app.store.figure_tables import life
from counter_app.store.reports.lives import COUNTED, life_in
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.subjects.lines import LINE_COLUMNS, line_of
from counter_app.store.subjects.projection import milliseconds, snapshot_of
from counter_app.store.tables import body, delivery, dossier, fact, journal

_MANY = 500
_RUNNING = (int(Status.RECEIVED), int(Status.IN_PROGRESS))
"""The time runs and the agency has it; while a citizen is waited for, nobody is late."""

_ENDED = tuple(sorted(each.value for each in PROCESSED))


@dataclass(frozen=True, slots=True)
class Apology:
    """A letter of apology that was recorded. `due_at`: the promise that stood then.

    `number` and `expected_on` are empty once the act's body was erased.
    """

    dossier: str
    at: datetime
    due_at: datetime | None
    number: str = ""
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class LateLife:
    """A late dossier in figures, with its code ("" where only figures are left)."""

    life: Life
    code: str


@dataclass(frozen=True, slots=True)
class OpenLine:
    """An open dossier with a promise; `finished_at` when its result is there, not yet returned."""

    line: DossierLine
    finished_at: datetime | None


def apologies(connection: Connection, uids: Sequence[str]) -> dict[str, tuple[Apology, ...]]:
    """Return the letters of these dossiers, in the order in which they became known here."""
    found: dict[str, list[Apology]] = {}
    query = (
        select(delivery.c.dossier, journal.c.occurred_at, fact.c.due_at, body.c.data)
        .join(fact, fact.c.position == delivery.c.position)
        .join(journal, journal.c.position == delivery.c.position)
        .outerjoin(body, body.c.position == delivery.c.position)
        .where(
            fact.c.kind == Kind.APOLOGY_SENT.value,
            delivery.c.state != State.SUPERSEDED.value,
        )
        .order_by(delivery.c.position)
    )
    for some in _some(uids):
        for row in connection.execute(query.where(delivery.c.dossier.in_(some))):
            letter = _apology(row)
            found.setdefault(letter.dossier, []).append(letter)
    return {uid: tuple(letters) for uid, letters in found.items()}


def is_late(first: date, last: date, now: datetime) -> ColumnElement[bool]:
    """Return the condition of a life that it was late in a span."""
    status = select(dossier.c.status).where(dossier.c.uid == life.c.dossier)
    return and_(
        COUNTED,
        life.c.due_ms >= _begin(first),
        life.c.due_ms < _begin(last + timedelta(days=1)),
        or_(
            and_(life.c.ended.in_(_ENDED), life.c.pace == Pace.LATE.value),
            and_(
                life.c.ended == Ended.OPEN.value,
                life.c.due_ms < milliseconds(to_minute(now)),
                status.correlate(life).scalar_subquery().in_(_RUNNING),
            ),
        ),
    )


def late_lives(
    connection: Connection, first: date, last: date, now: datetime
) -> Iterator[LateLife]:
    """Yield the dossiers that were promised for these days and not ready: each counts once.

    Answered after the promise, or not answered at `now` while the time runs. Lives must be whole.
    """
    told = (
        select(func.max(journal.c.code))
        .join(delivery, delivery.c.position == journal.c.position)
        .where(delivery.c.dossier == life.c.dossier)
        .scalar_subquery()
    )
    query = (
        select(
            *life.c,
            func.coalesce(
                func.nullif(dossier.c.code, ""), func.nullif(dossier.c.provisional_code, ""), told
            ).label("shown_code"),
        )
        .outerjoin(dossier, dossier.c.uid == life.c.dossier)
        .where(is_late(first, last, now))
        .order_by(life.c.due_ms, life.c.dossier)
    )
    for row in connection.execute(query):
        yield LateLife(life_in(row), row.shown_code or "")


def open_lines(connection: Connection, most: int) -> tuple[OpenLine, ...]:
    """Return open dossiers with a promise whose time runs or whose result waits, due first first.

    Practice is left out; mistakes are closed. Results that came in time are not among them.
    """
    status = dossier.c.status
    query = (
        select(*LINE_COLUMNS, dossier.c.snapshot)
        .where(
            dossier.c.closed.is_(False),
            dossier.c.practice.is_(False),
            dossier.c.due_ms.is_not(None),
            status.in_((*_RUNNING, int(Status.FINISHED))),
        )
        .order_by(dossier.c.due_ms, dossier.c.key)
        .limit(most)
    )
    found = (_open(row) for row in connection.execute(query))
    return tuple(each for each in found if each is not None)


def _open(row: Any) -> OpenLine | None:
    line = line_of(row)
    if line.status is not Status.FINISHED:
        return OpenLine(line, None)
    of_row: Dossier = snapshot_of(row.snapshot)
    finished, due = of_row.finished_at, line.due_at
    if finished is None or outcome(finished, due) is not Outcome.LATE:
        return None
    return OpenLine(line, vietnam_time(finished))


def _apology(row: Any) -> Apology:
    told = body_of(Kind.APOLOGY_SENT, row.data)
    sent = told if isinstance(told, ApologySent) else ApologySent("")
    return Apology(
        row.dossier,
        vietnam_time(datetime.fromisoformat(row.occurred_at)),
        None if row.due_at is None else vietnam_time(datetime.fromisoformat(row.due_at)),
        sent.number,
        sent.expected_on,
    )


def _begin(day: date) -> int:
    return milliseconds(datetime.combine(day, time(), VIETNAM))


def _some(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(uids), _MANY):
        yield uids[at : at + _MANY]

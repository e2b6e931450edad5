"""Receptions by procedure, agency and officer: for coverage, and for appointments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, or_, select

from counter_app.domain.acts.kinds import Kind
from counter_app.store.figure_tables import life
from counter_app.store.reports.lives import COUNTED
from counter_app.store.tables import FLAGGED, delivery, journal

NATIONAL = 8
"""Characters of a national code: localised codes of one procedure begin with the same."""


@dataclass(frozen=True, slots=True)
class Received:
    """Dossiers that one officer received on one day, of one procedure and agency."""

    officer: str
    day: date
    procedure: str
    agency: str
    count: int


def received_by_procedure(connection: Connection, first: date, last: date) -> dict[str, int]:
    """Return national code → dossiers received on the days `first` to `last`."""
    code = func.substr(life.c.procedure, 1, NATIONAL)
    query = select(code, func.count()).where(*_span(first, last)).group_by(code)
    return {str(row[0]): int(row[1]) for row in connection.execute(query)}


def received_by_agency(connection: Connection, first: date, last: date) -> dict[str, int]:
    """Return agency → dossiers received on these days."""
    agency = life.c.agency
    query = select(agency, func.count()).where(*_span(first, last)).group_by(agency)
    return {str(row[0]): int(row[1]) for row in connection.execute(query)}


def received_by_officer(connection: Connection, first: date, last: date) -> tuple[Received, ...]:
    """Return the receptions of these days, by officer, day, procedure and agency."""
    columns = (life.c.officer, life.c.received_day, life.c.procedure, life.c.agency)
    query = (
        select(*columns, func.count().label("n"))
        .where(*_span(first, last))
        .group_by(*columns)
        .order_by(*columns)
    )
    return tuple(
        Received(officer, date.fromisoformat(day), procedure, agency, count)
        for officer, day, procedure, agency, count in connection.execute(query)
    )


def flagged_by_officer(
    connection: Connection, first: date, last: date, flags: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return officer → the dossiers of these days whose reception the server gave such a flag."""
    marks = or_(*(delivery.c.flags.contains(f'"{flag}"', autoescape=True) for flag in flags))
    # Not the bare column: its index would lead the way, over every act instead of a few.
    marked = (
        select(func.coalesce(delivery.c.dossier, ""))
        .join(journal, journal.c.position == delivery.c.position)
        .where(FLAGGED, journal.c.kind == Kind.RECEIVED.value, marks)
    )
    query = (
        select(life.c.officer, life.c.dossier)
        .where(*_span(first, last), life.c.dossier.in_(marked))
        .order_by(life.c.dossier)
    )
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.officer, []).append(row.dossier)
    return {officer: tuple(uids) for officer, uids in found.items()}


def dossiers_of_procedures(
    connection: Connection, first: date, last: date, codes: Iterable[str]
) -> tuple[str, ...]:
    """Return the dossiers of these days whose procedures have one of these national codes."""
    code = func.substr(life.c.procedure, 1, NATIONAL)
    return _uids(connection, *_span(first, last), code.in_(tuple(codes)))


def dossiers_of_agency(
    connection: Connection, first: date, last: date, agency: str
) -> tuple[str, ...]:
    """Return the dossiers of these days that an agency decides."""
    return _uids(connection, *_span(first, last), life.c.agency == agency)


def dossiers_of_officer(
    connection: Connection, first: date, last: date, officer: str
) -> tuple[tuple[str, date, str, str], ...]:
    """Return uid, day, procedure and agency of what an officer received on these days."""
    columns = (life.c.dossier, life.c.received_day, life.c.procedure, life.c.agency)
    query = (
        select(*columns)
        .where(*_span(first, last), life.c.officer == officer)
        .order_by(life.c.received_ms, life.c.dossier)
    )
    return tuple(
        (row.dossier, date.fromisoformat(row.received_day), row.procedure, row.agency)
        for row in connection.execute(query)
    )


def _uids(connection: Connection, *where: ColumnElement[bool]) -> tuple[str, ...]:
    query = select(life.c.dossier).where(*where).order_by(life.c.received_ms, life.c.dossier)
    return tuple(row.dossier for row in connection.execute(query))


def _span(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return COUNTED, life.c.received_day.between(first.isoformat(), last.isoformat())

"""One line of a list of dossiers: what a table shows, with numbers masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import masked
from counter_app.store.subjects.projection import moment
from counter_app.store.tables import dossier

LINE_COLUMNS = tuple(
    dossier.c[name]
    for name in (
        "key",
        "uid",
        "code",
        "provisional_code",
        "status",
        "procedure",
        "procedure_name",
        "agency",
        "counter",
        "applicant",
        "identity",
        "phone",
        "received_ms",
        "due_ms",
        "unit",
        "printed",
        "practice",
        "result_is_here",
        "waiting",
        "attention",
        "version",
    )
)


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One dossier in a list. `identity` and `phone` are masked; `key` is the place in the list."""

    key: int
    uid: str
    code: str
    is_provisional: bool
    status: Status
    procedure: str
    procedure_name: str
    agency: str
    counter: str
    applicant: str
    identity: str
    phone: str
    received_at: datetime
    due_at: datetime | None
    unit: str
    printed: bool
    practice: bool
    result_is_here: bool
    waiting: int
    attention: int
    version: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines, newest first; `after_key` asks for the next one, None at the end."""

    lines: tuple[DossierLine, ...]
    after_key: int | None = None


def page_of(rows: list[Any], limit: int) -> Page:
    """Return the page of `rows`, of which one more than `limit` was asked for."""
    lines = tuple(line_of(row) for row in rows[:limit])
    return Page(lines, lines[-1].key if len(rows) > limit and lines else None)


def line_of(row: Any) -> DossierLine:
    """Return the line of a row with `LINE_COLUMNS`."""
    return DossierLine(
        key=row.key,
        uid=row.uid,
        code=row.code or row.provisional_code,
        is_provisional=not row.code,
        status=Status(row.status),
        procedure=row.procedure,
        procedure_name=row.procedure_name,
        agency=row.agency,
        counter=row.counter,
        applicant=row.applicant,
        identity=masked(row.identity),
        phone=masked(row.phone),
        received_at=moment(row.received_ms),
        due_at=None if row.due_ms is None else moment(row.due_ms),
        unit=row.unit,
        printed=bool(row.printed),
        practice=bool(row.practice),
        result_is_here=bool(row.result_is_here),
        waiting=row.waiting,
        attention=row.attention,
        version=row.version,
    )

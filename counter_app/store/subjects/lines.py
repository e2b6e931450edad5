"""Rows of the projection → the lines of a list."""

from __future__ import annotations

from typing import Any

from counter_app.domain.dossiers.dossier_line import DossierLine, Page, Place
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
        "portal_code",
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
        "returned_ms",
        "unit",
        "printed",
        "practice",
        "result_is_here",
        "waiting",
        "attention",
        "version",
    )
)

UNDATED = 2**63 - 1
"""The due time of what has none, in the order of due times: behind all others."""


def page_of(rows: list[Any], limit: int) -> Page:
    """Return the page of `rows`, of which one more than `limit` was asked for."""
    shown = rows[:limit]
    after = None
    if len(rows) > limit and shown:
        last = shown[-1]
        after = Place(last.key, UNDATED if last.due_ms is None else last.due_ms)
    return Page(tuple(map(line_of, shown)), after)


def line_of(row: Any) -> DossierLine:
    """Return the line of a row with `LINE_COLUMNS`."""
    return DossierLine(
        key=row.key,
        uid=row.uid,
        code=row.code or row.provisional_code or row.portal_code,
        is_provisional=bool(row.provisional_code) and not row.code,
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
        returned_at=None if row.returned_ms is None else moment(row.returned_ms),
        unit=row.unit,
        printed=bool(row.printed),
        practice=bool(row.practice),
        result_is_here=bool(row.result_is_here),
        waiting=row.waiting,
        attention=row.attention,
        version=row.version,
    )

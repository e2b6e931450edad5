"""Certifications that were made void (hủy dòng chứng thực): what each of them had cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Text, cast, func, select

from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, delivery, fact, journal

Line = tuple[str, int]
"""A line of a book as a `number_void` names it: the book of its year, and the number."""


@dataclass(frozen=True, slots=True)
class Written:
    """A certification with the uid of its entry."""

    uid: str
    body: Certified


def certified_lines(connection: Connection, lines: Iterable[Line]) -> dict[Line, Written]:
    """Return the certifications that stand on `lines`; what is no line of a book is left out.

    A book's line is never erased (sổ chứng thực is kept); one that came from elsewhere may be
    missing.
    """
    wanted = {(block, serial) for block, serial in lines if "/" in block}  # not of a grant
    if not wanted:
        return {}
    query: Any = (
        select(journal.c.uid, body.c.data)
        .select_from(fact)
        .join(journal, journal.c.position == fact.c.position)
        .join(body, body.c.position == fact.c.position)
        .join(delivery, delivery.c.position == fact.c.position)
        .where(
            fact.c.kind == Kind.CERTIFIED.value,
            delivery.c.state != State.SUPERSEDED.value,
            func.json_extract(cast(body.c.data, Text), "$.serial").in_(
                sorted({serial for _, serial in wanted})
            ),
        )
    )
    years = [block.rpartition("/")[2] for block, _ in wanted]
    if all(year.isdecimal() for year in years):
        query = query.where(fact.c.day >= f"{min(years)}-01-01")  # no line is older than its book
    found: dict[Line, Written] = {}
    for row in connection.execute(query):
        told = body_of(Kind.CERTIFIED, row.data)
        if isinstance(told, Certified) and (told.block, told.serial) in wanted:
            found[(told.block, told.serial)] = Written(row.uid, told)
    return found

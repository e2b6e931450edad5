"""Cases and their papers of a group of rows."""

from __future__ import annotations

from counter_app.domain.problems import doubt, false
from counter_app.domain.procedures.required_paper import PAPER_NAME_LIMIT, Case, RequiredPaper
from counter_app.services.catalogue_import import values
from counter_app.services.catalogue_import.columns import Column
from counter_app.services.catalogue_import.groups import Group
from counter_app.services.catalogue_import.rows import Row


def cases(group: Group) -> tuple[Case, ...]:
    """Return the cases in the list's order; papers without a case are those that all share."""
    found: dict[str, dict[RequiredPaper, None]] = {}
    for row in group.rows:
        if not row.text(Column.PAPER):
            continue
        paper = _paper(group, row)
        papers = found.setdefault(row.text(Column.CASE), {})
        if paper in papers:
            group.found(row, doubt("catalogue.same_paper", paper=paper.name[:80]))
        papers[paper] = None
    return tuple(Case(name, tuple(papers)) for name, papers in found.items())


def _paper(group: Group, row: Row) -> RequiredPaper:
    name = row.text(Column.PAPER)
    if len(name) > PAPER_NAME_LIMIT:
        group.found(row, false("catalogue.paper_too_long", limit=PAPER_NAME_LIMIT))
    elif values.looks_like_a_note(name):
        group.found(row, doubt("catalogue.note_as_paper", paper=name[:80]))
    return RequiredPaper(
        name=name,
        originals=_count(group, row, Column.ORIGINALS),
        certified=_count(group, row, Column.CERTIFIED),
        photocopies=_count(group, row, Column.PHOTOCOPIES),
        form_reference=row.text(Column.FORM),
        required=_mark(group, row, Column.REQUIRED, default=True),
        present_only=_mark(group, row, Column.PRESENT_ONLY),
        from_database=_mark(group, row, Column.FROM_DATABASE),
        note=row.text(Column.PAPER_NOTE),
    )


def _count(group: Group, row: Row, column: Column) -> int:
    text = row.text(column)
    found = values.count(text) if text else 0
    if found is None:
        group.unread(row, column)
    return found or 0


def _mark(group: Group, row: Row, column: Column, *, default: bool = False) -> bool:
    text = row.text(column)
    found = values.yes_or_no(text) if text else default
    if found is None:
        group.unread(row, column)
        return default
    return found

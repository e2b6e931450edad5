"""Tập niêm yết: the sheets of every procedure in force, or of some, as one file by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.keeping.posting import BookletEmptyError, BookletStoppedError
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.domain.officers.roles import Act
from counter_app.domain.printed.sheets import PostingSheetContent
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.text import fold
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import posting_booklet_pdf
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.officers.permits import require
from counter_app.services.printing.sheets.office import sheet_marks, todays_forms
from counter_app.services.printing.sheets.posting import posting_content
from counter_app.services.reports.handing_out import PDF, write_out

TITLE = "Tập niêm yết thủ tục hành chính"

Told = Callable[[int, int], None]


def fields(workplace: Workplace) -> tuple[str, ...]:
    """Return the fields (lĩnh vực) of the procedures in force, in their order."""
    return tuple(sorted({each.field_name for each in _in_force(workplace)} - {""}))


def booklet_contents(
    workplace: Workplace, field: str = "", procedure: str = ""
) -> tuple[PostingSheetContent, ...]:
    """Return the sheets by field and name, each with the code of its procedure as a symbol.

    `field` is met without marks and capitals. Raises ProcedureUnknownError for a code that isn't in
    force, BookletEmptyError when nothing is left.
    """
    found = _in_force(workplace)
    if procedure:
        found = [each for each in found if each.code == procedure]
        if not found:
            raise ProcedureUnknownError(procedure=procedure)
    if field:
        found = [each for each in found if fold(each.field_name) == fold(field)]
    if not found:
        raise BookletEmptyError(field=field or "tất cả")
    found.sort(key=lambda each: (each.field_name, each.name, each.code))
    return tuple(replace(posting_content(workplace, each.code), lookup=each.code) for each in found)


def save_booklet(
    workplace: Workplace,
    session: Session,
    contents: tuple[PostingSheetContent, ...],
    fonts: FontChoice,
    path: Path,
    told: Told = lambda _done, _all: None,
    stopping: Callable[[], bool] = lambda: False,
) -> None:
    """Write the booklet, whole or not at all, and record it.

    Raises NotPermittedError, BookletStoppedError when it was left, ExportNotWrittenError, and what
    papers and store raise; then an older file stands untouched, and nothing is recorded.
    """
    require(workplace, session, Act.PRINT)

    def step(done: int, whole: int) -> None:
        if stopping():
            raise BookletStoppedError
        told(done, whole)

    forms, marks = todays_forms(workplace), sheet_marks(workplace)
    write_out(path, posting_booklet_pdf(contents, marks, forms, fonts, step))
    record_exported(workplace, session, TITLE, len(contents), PDF)


def _in_force(workplace: Workplace) -> list[Procedure]:
    today = vietnam_time(workplace.clock.now().at).date()
    return list(workplace.reference.procedures.in_force(today))

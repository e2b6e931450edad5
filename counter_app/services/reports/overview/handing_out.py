"""The start page leaves the screen: as a paper, a PDF, a picture; the log says so each time."""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.handed_out import handed_out
from counter_app.domain.reports.overview_paper import OverviewPaper
from counter_app.papers.figures.overview import overview_pdf
from counter_app.papers.fonts import FontChoice, registered
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.officers.permits import require
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import sheet_marks, todays_forms
from counter_app.services.reports.handing_out import PAPER, PDF, REPORT, report_paper, write_out
from counter_app.services.reports.overview.report import Overview

PNG = "png"


def overview_document(
    workplace: Workplace, session: Session, overview: Overview, fonts: FontChoice
) -> Document:
    """Return the page as a paper for the printer, and record that it was made.

    Raises NotPermittedError, and what the papers raise; then nothing is recorded.
    """
    require(workplace, session, Act.SEE_REPORTS)
    pdf = _pdf(workplace, session, overview, fonts)
    _record(workplace, session, overview, PAPER)
    return Document(REPORT, todays_forms(workplace).id, pdf, copies=1)


def save_overview(
    workplace: Workplace, session: Session, overview: Overview, fonts: FontChoice, path: Path
) -> None:
    """Write the page as a PDF file, whole or not at all, and record it.

    Raises NotPermittedError, ExportNotWrittenError, and what papers and store raise; then an older
    file stands untouched, and nothing is recorded.
    """
    _require_files(workplace, session)
    write_out(path, _pdf(workplace, session, overview, fonts))
    _record(workplace, session, overview, PDF)


def save_png(
    workplace: Workplace, session: Session, overview: Overview, png: bytes, path: Path
) -> None:
    """Write the page as it was painted in the window, and record it. Raises as `save_overview`."""
    _require_files(workplace, session)
    write_out(path, png)
    _record(workplace, session, overview, PNG)


def _require_files(workplace: Workplace, session: Session) -> None:
    require(workplace, session, Act.SEE_REPORTS)
    require(workplace, session, Act.EXPORT)


def _pdf(workplace: Workplace, session: Session, overview: Overview, fonts: FontChoice) -> bytes:
    content = OverviewPaper(report_paper(workplace, session, overview.sheet), overview.pictures)
    marks, forms = sheet_marks(workplace), todays_forms(workplace)
    return overview_pdf(content, marks, forms, registered(fonts))


def _record(workplace: Workplace, session: Session, overview: Overview, file: str) -> None:
    of = overview.sheet
    record_exported(workplace, session, handed_out(of).words, len(of.rows), file)

"""A report leaves the screen: as a paper, as a PDF, as a spreadsheet; the log says so each time.

Its entry bears the check code: who shows a paper later can be told which report it was.
"""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.errors.inspecting import ExportNotWrittenError
from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.handed_out import handed_out
from counter_app.domain.reports.paper import ReportPaper
from counter_app.domain.reports.sheet import ReportSheet
from counter_app.durable import write_atomically
from counter_app.i18n import in_vietnamese
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import report_pdf
from counter_app.papers.workbooks.figures_book import figures_workbook
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.officers.permits import require
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms
from counter_app.services.reports.standing import standing_words

REPORT = "report"
"""What the `printed` entry calls a report's paper."""

PAPER, PDF, XLSX = "giấy", "pdf", "xlsx"


def report_paper(workplace: Workplace, session: Session, sheet: ReportSheet) -> ReportPaper:
    """Return what `sheet` says on paper and in a file, in Vietnamese."""
    with in_vietnamese():
        standing = standing_words(sheet)
    counter, maker = workplace.enrolment.counter, session.officer.name
    return ReportPaper(office_header(workplace), sheet, standing, counter, maker)


def report_document(
    workplace: Workplace, session: Session, sheet: ReportSheet, fonts: FontChoice
) -> Document:
    """Return `sheet` as a paper for the printer, and record that it was made.

    Raises NotPermittedError, and what the papers raise; then nothing is recorded.
    """
    require(workplace, session, Act.SEE_REPORTS)
    pdf = _pdf(workplace, session, sheet, fonts)
    _record(workplace, session, sheet, PAPER)
    return Document(REPORT, todays_forms(workplace).id, pdf, copies=1)


def save_pdf(
    workplace: Workplace, session: Session, sheet: ReportSheet, fonts: FontChoice, path: Path
) -> None:
    """Write `sheet` as a PDF file, whole or not at all, and record it.

    Raises NotPermittedError, ExportNotWrittenError, and what papers and store raise; then an older
    file stands untouched, and nothing is recorded.
    """
    _require_files(workplace, session)
    write_out(path, _pdf(workplace, session, sheet, fonts))
    _record(workplace, session, sheet, PDF)


def save_xlsx(workplace: Workplace, session: Session, sheet: ReportSheet, path: Path) -> None:
    """Write `sheet` as a spreadsheet, whole or not at all, and record it. Raises as `save_pdf`."""
    _require_files(workplace, session)
    content = report_paper(workplace, session, sheet)
    write_out(path, figures_workbook(content, practice=workplace.enrolment.practice))
    _record(workplace, session, sheet, XLSX)


def _require_files(workplace: Workplace, session: Session) -> None:
    require(workplace, session, Act.SEE_REPORTS)
    require(workplace, session, Act.EXPORT)


def _pdf(workplace: Workplace, session: Session, sheet: ReportSheet, fonts: FontChoice) -> bytes:
    content = report_paper(workplace, session, sheet)
    return report_pdf(content, sheet_marks(workplace), todays_forms(workplace), fonts)


def write_out(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all. Raises ExportNotWrittenError."""
    try:
        write_atomically(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportNotWrittenError(name=path.name, reason=reason) from error


def _record(workplace: Workplace, session: Session, sheet: ReportSheet, file: str) -> None:
    record_exported(workplace, session, handed_out(sheet).words, len(sheet.rows), file)

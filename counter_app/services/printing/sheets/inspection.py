"""Phiếu kiểm tra hồ sơ on paper: who asks for it takes data out of the program, and is recorded."""

from __future__ import annotations

from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import inspection_pdf
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.inspecting.inspection import inspection_content
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms

INSPECTION = "inspection"


def make_inspection(
    workplace: Workplace, session: Session, uid: str, fonts: FontChoice, reason: str = ""
) -> Document:
    """Return the inspection of the dossier `uid` as a paper, and record that it was made.

    Raises what `inspection_content` and the papers raise; then nothing is recorded.
    """
    forms = todays_forms(workplace)
    content = inspection_content(workplace, session, uid, office_header(workplace), reason)
    pdf = inspection_pdf(content, sheet_marks(workplace), forms, fonts)
    what = f"Phiếu kiểm tra hồ sơ {content.code}"
    record_exported(workplace, session, what, len(content.rows), "pdf")
    return Document(INSPECTION, forms.id, pdf, copies=1)

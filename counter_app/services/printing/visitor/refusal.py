"""Mẫu 03 for somebody who was turned away: letter "refusal", numbered, without a dossier's code."""

from __future__ import annotations

from counter_app.papers.documents import Layout, letter_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.letters.making import REFUSAL
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import sheet_marks, todays_forms
from counter_app.services.printing.visitor.visit_values import person_values, visit_content
from counter_app.services.visitor.turning_away import Refusal


def make_refusal(
    workplace: Workplace,
    session: Session,
    refusal: Refusal,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return the paper, all of it out of the act as it was written. Raises what papers raise."""
    body, forms = refusal.body, todays_forms(workplace)
    values = person_values(workplace, body.applicant) | {
        "subject": body.procedure.name,
        "procedure": body.procedure.name,
        "agency": body.procedure.agency_name,
        "reason": body.reason,
        "guidance": body.guidance,
        "officer": session.officer.name,
    }
    content = visit_content(
        workplace,
        REFUSAL,
        values,
        {},
        (body.applicant.name, session.officer.name),
        number=body.number,
        at=refusal.at,
        kind=body.applicant.identity.kind,
    )
    pdf = letter_pdf(content, sheet_marks(workplace), forms, fonts, layout)
    return Document(REFUSAL, forms.id, pdf, copies=len(forms.letters[REFUSAL].copies) or 1)

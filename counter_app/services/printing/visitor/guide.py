"""The guide sheet as a paper: letter "guide", without a dossier and without a number."""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.papers.documents import Layout, letter_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.papers.parts.values import count, phone
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.officers.permits import require_kind
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import sheet_marks, todays_forms
from counter_app.services.printing.visitor.guiding import Guidance, GuidedPaper, guidance
from counter_app.services.printing.visitor.visit_values import visit_content, visit_values

GUIDE = "guide"
_THERE = {True: "đã có", False: "còn thiếu", None: ""}


def guide_content(
    workplace: Workplace,
    session: Session,
    reception: Reception,
    held: frozenset[str] | None,
    words: str = "",
) -> LetterContent:
    """Return what the sheet says; `words` are the officer's own. Raises ProcedureUnknownError."""
    found = guidance(workplace, reception.procedure, reception.case, held)
    values = visit_values(workplace, reception, found.procedure) | {
        "procedure": _named(found),
        "limit": found.limit,
        "fee": found.fee,
        "basis": "; ".join(found.procedure.legal_basis),
        "guidance": words,
        "contact": _contact(workplace, session),
        "officer": session.officer.name,
    }
    lists = {
        "papers": tuple(_row(each) for each in found.papers),
        "items": tuple(LetterRow(note) for note in found.notes),
    }
    return visit_content(workplace, GUIDE, values, lists, (session.officer.name,))


def make_guide(
    workplace: Workplace,
    session: Session,
    reception: Reception,
    held: frozenset[str] | None,
    words: str,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return the sheet as a paper.

    Raises NotPermittedError, as `guide_content`, and what the papers raise.
    """
    require_kind(workplace, session, Kind.PRINTED)
    forms = todays_forms(workplace)
    content = guide_content(workplace, session, reception, held, words)
    pdf = letter_pdf(content, sheet_marks(workplace), forms, fonts, layout)
    return Document(GUIDE, forms.id, pdf, copies=1)


def _named(found: Guidance) -> str:
    return f"{found.procedure.name} ({found.case})" if found.case else found.procedure.name


def _row(guided: GuidedPaper) -> LetterRow:
    paper = guided.paper
    said = "; ".join(part for part in (_THERE[guided.there], paper.note) if part)
    counts = (paper.originals, paper.certified, paper.photocopies)
    return LetterRow(paper.name, f"({said})" if said else "", tuple(count(each) for each in counts))


def _contact(workplace: Workplace, session: Session) -> str:
    parts = (session.officer.name, f"Quầy {workplace.enrolment.counter}")
    number = phone(session.officer.phone or workplace.reference.centre.phone)
    return ", ".join((*parts, f"điện thoại {number}") if number else parts)

"""Phiếu thu of a line of the book of certifications: a slip without a dossier."""

from __future__ import annotations

from counter_app.domain.printed.letter import LetterContent
from counter_app.papers.documents import Layout, letter_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.certifying.quick import BookLine
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.letters.fees import METHODS, fee_rows, slip_values
from counter_app.services.printing.letters.making import FEE_SLIP
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms


def make_certified_slip(
    workplace: Workplace,
    session: Session,
    line: BookLine,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return the fee slip of a certification, when its requester asks for one.

    Raises what the papers raise.
    """
    body, centre, forms = line.certified, workplace.reference.centre, todays_forms(workplace)
    values = slip_values(body.fees, METHODS[body.method], body.requester, None, line.at)
    content = LetterContent(
        letter=FEE_SLIP,
        header=office_header(workplace),
        at=line.at,
        number=f"{body.book} {line.number}",
        values={
            "counter": f"Quầy {workplace.enrolment.counter}",
            "applicant": body.requester,
            "subject": f"{body.paper}, {body.pages} {_unit(workplace, line)} × {body.copies} bản",
            "help_phone": centre.phone,
            **{name: text for name, text in values.items() if text},
        },
        lists={"fees": fee_rows(body.fees)},
        names=(body.requester, session.officer.name),
    )
    pdf = letter_pdf(content, sheet_marks(workplace), forms, fonts, layout)
    form = forms.letters[FEE_SLIP]
    return Document(FEE_SLIP, forms.id, pdf, copies=len(form.copies) or 1)


def _unit(workplace: Workplace, line: BookLine) -> str:
    """Return what is counted: "trang"; the office's list says it."""
    known = workplace.reference.certification.of(line.certified.what)
    return known.unit if known else "trang"

"""Phiếu đánh giá on paper: the office's own questions, with the digits that are typed back."""

from __future__ import annotations

from datetime import date

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.rating import NoSlipError
from counter_app.domain.office.rating import RatingForm
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.papers.documents import Layout, letter_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.letters.values import letter_header, letter_values
from counter_app.services.printing.receipt_paper import Document, form_set_of, marks_of

RATING_SLIP = "rating_slip"


def slip_form(workplace: Workplace, dossier: Dossier) -> RatingForm | None:
    """Return what the slip of `dossier` asks: the form of the day on which it was last printed.

    Today's when none was printed here; None where the office has no slips.
    """
    prints = [step.at for step in dossier.steps if step.kind is Kind.PRINTED]
    days = [
        vietnam_time(at).date()
        for at, printed in zip(prints, dossier.printed, strict=False)
        if printed.form == RATING_SLIP
    ]
    return workplace.reference.rating.paper_form(days[-1] if days else _today(workplace))


def rating_slip_content(workplace: Workplace, dossier: Dossier, form: RatingForm) -> LetterContent:
    """Return what the slip says. Grades stand from the worst on: a grade's place is its digit."""
    lists = {
        "questions": tuple(LetterRow(each.question, cells=each.grades) for each in form.indices),
        "reasons": tuple(
            LetterRow(f"{place}. {reason}") for place, reason in enumerate(form.reasons, 1)
        ),
    }
    return LetterContent(
        letter=RATING_SLIP,
        header=letter_header(workplace),
        at=workplace.clock.now().at,
        code=dossier.shown_code,
        values=letter_values(workplace, dossier),
        lists={name: rows for name, rows in lists.items() if rows},
    )


def make_rating_slip(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return a slip for the citizen to fill in. Raises NoSlipError, and what the papers raise."""
    form = workplace.reference.rating.paper_form(_today(workplace))
    if form is None:
        raise NoSlipError(code=dossier.shown_code)
    form_set = form_set_of(workplace, dossier.received.form_set)
    marks = marks_of(workplace, session, dossier, 0, "")
    content = rating_slip_content(workplace, dossier, form)
    pdf = letter_pdf(content, marks, form_set, fonts, layout)
    return Document(RATING_SLIP, form_set.id, pdf, copies=1)


def _today(workplace: Workplace) -> date:
    return vietnam_time(workplace.clock.now().at).date()

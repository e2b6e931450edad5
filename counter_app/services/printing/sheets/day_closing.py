"""Biên bản chốt số liệu ngày as a paper, from its entry: at once, and again years later."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.form_sets import FormSet
from counter_app.domain.printed.day_closing import DayClosingContent
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import day_closing_pdf
from counter_app.services.closing.stand import Closing
from counter_app.services.counter.workplace import Workplace
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms

DAY_CLOSING = "day_closing"


def day_closing_content(workplace: Workplace, closing: Closing) -> DayClosingContent:
    """Return what the minutes of a closing say."""
    before: datetime | None = None
    counter = workplace.enrolment.counter
    with workplace.store.reading() as tx:
        own = tx.journal.get(closing.uid)
        if own is not None:
            counter = own.entry.counter
        if closing.body.corrects:
            corrected = tx.journal.get(closing.body.corrects)
            before = corrected.entry.occurred_at if corrected is not None else None
    return DayClosingContent(
        office_header(workplace), counter, closing.at, closing.body, closing.uid, before
    )


def _forms(workplace: Workplace) -> FormSet:
    """Return today's forms; an office's own set from before these minutes gives way to another."""
    today = todays_forms(workplace)
    sets = (today, *reversed(workplace.form_sets))
    return next((each for each in sets if DAY_CLOSING in each.sheets), today)


def make_day_closing(workplace: Workplace, closing: Closing, fonts: FontChoice) -> Document:
    """Return the minutes as a paper. Raises what the papers raise."""
    forms = _forms(workplace)
    content = day_closing_content(workplace, closing)
    pdf = day_closing_pdf(content, sheet_marks(workplace), forms, fonts)
    return Document(DAY_CLOSING, forms.id, pdf, copies=1)

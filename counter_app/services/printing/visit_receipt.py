"""One receipt for all dossiers that a visitor handed in: fewer sheets, one signature."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.paper import TooLongError
from counter_app.papers.documents import Layout, receipts_pdf, visit_receipt_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    Document,
    form_set_of,
    make_receipt,
    marks_of,
    receipt_content,
)


def make_visit_receipt(
    workplace: Workplace,
    session: Session,
    dossiers: Sequence[Dossier],
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return Mẫu 01 for `dossiers` of one visitor, received in this order; one is a plain receipt.

    When one of them has no official code yet, or more papers than a page holds, each gets its own
    paper in one file: a provisional dossier has no place on an official receipt. The `printed`
    entry is recorded for each dossier. Raises ValueError without dossiers, and what the papers
    raise.
    """
    if not dossiers:
        raise ValueError("a receipt needs a dossier")
    if len(dossiers) == 1:
        return make_receipt(workplace, session, dossiers[0], fonts, layout)
    form_set = form_set_of(workplace, dossiers[-1].received.form_set)
    contents = [receipt_content(workplace, each) for each in dossiers]
    marks = [marks_of(workplace, session, each, 0, "") for each in dossiers]
    pdf = None
    if not any(each.provisional for each in contents):
        offline = next((each for each in marks if each.offline_since), marks[-1])
        with suppress(TooLongError):
            pdf = visit_receipt_pdf(contents, offline, form_set, fonts, layout)
    if pdf is None:
        pdf = receipts_pdf(zip(contents, marks, strict=True), form_set, fonts, layout)
    form = PROVISIONAL if all(each.provisional for each in contents) else RECEIPT
    return Document(form, form_set.id, pdf, copies=2)

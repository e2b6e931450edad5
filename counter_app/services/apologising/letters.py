"""The letters of a batch as one PDF: for the head's signature, and again after a jam."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from counter_app.domain.errors.work import DossierUnknownError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent
from counter_app.papers.documents import Layout, letters_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.papers.pdfium.joining import joined
from counter_app.services.apologising.batch import Batch
from counter_app.services.apologising.recording import act_of
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.letters.making import APOLOGY, content_of
from counter_app.services.printing.receipt_paper import Document, form_set_of, marks_of

_Letter = tuple[FormSet, LetterContent, Marks]


def make_letters(
    workplace: Workplace,
    session: Session,
    batch: Batch,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return the letters in the order of their numbers, each on pages of its own.

    They say the same however often they are printed: number, day and words are the batch's. Each is
    of the form set of its dossier. Raises DossierUnknownError, and what the papers raise.
    """
    letters = list(_letters(workplace, session, batch))
    files = [
        letters_pdf([(content, marks) for _, content, marks in some], form_set, fonts, layout)
        for form_set, some in _by_form_set(letters)
    ]
    last = letters[-1][0]
    form = last.letters.get(APOLOGY)
    copies = len(form.copies) if form and form.copies else 1
    return Document(APOLOGY, last.id, joined(files), copies)


def _by_form_set(letters: list[_Letter]) -> Iterator[tuple[FormSet, list[_Letter]]]:
    """Yield neighbours of one form set together: the order of the numbers stays."""
    for _, some in groupby(letters, key=lambda each: each[0].id):
        together = list(some)
        yield together[0][0], together


def _letters(workplace: Workplace, session: Session, batch: Batch) -> Iterator[_Letter]:
    with workplace.store.reading() as tx:
        dossiers = [(each, tx.dossiers.get(each.uid)) for each in batch.letters]
    for each, dossier in dossiers:
        if dossier is None:
            raise DossierUnknownError(code=each.code)
        form_set = form_set_of(workplace, dossier.received.form_set)
        form = form_set.letters.get(APOLOGY)
        signatures = len(form.signatures) if form else 0
        body = act_of(batch, each)
        content = content_of(workplace, dossier, body, batch.at, APOLOGY, "", signatures)
        yield form_set, content, marks_of(workplace, session, dossier, 0, "")

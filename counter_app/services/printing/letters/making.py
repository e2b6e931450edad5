"""Letters (phiếu, thông báo, văn bản) of a dossier: each tells of one act, and prints like Mẫu 01.

A letter can be printed again for ever: everything on it comes from the journal, its date and its
signer from the act's entry. To add one: its form in the form set, a builder in `_BUILDERS`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import (
    DueExtended,
    Printed,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.domain.dates import paper_date, paper_moment, vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.printed.letter_names import names_of
from counter_app.papers.documents import Layout, letter_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.letters.endings import (
    apology,
    complaint,
    extension,
    refusal,
    stop,
    withdrawal,
)
from counter_app.services.printing.letters.fees import fee_slip
from counter_app.services.printing.letters.promised import extension_values, promise_before
from counter_app.services.printing.letters.said import Lists, Values
from counter_app.services.printing.letters.values import letter_header, letter_values
from counter_app.services.printing.receipt_paper import Document, form_set_of, marks_of
from counter_app.store.subjects.dossiers import Told

SUPPLEMENT = "supplement"
SUPPLEMENT_RECEIVED = "supplement_received"
REFUSAL = "refusal"
WITHDRAWAL = "withdrawal"
STOP = "stop"
APOLOGY = "apology"
EXTENSION = "extension"
COMPLAINT = "complaint"
FEE_SLIP = "fee_slip"

LETTER_OF: dict[Kind, str] = {
    Kind.SUPPLEMENT_REQUESTED: SUPPLEMENT,
    Kind.SUPPLEMENT_RECEIVED: SUPPLEMENT_RECEIVED,
    Kind.REFUSED: REFUSAL,
    Kind.WITHDRAWN: WITHDRAWAL,
    Kind.STOPPED: STOP,
    Kind.APOLOGY_SENT: APOLOGY,
    Kind.DUE_EXTENDED: EXTENSION,
    Kind.COMPLAINED: COMPLAINT,
    Kind.PAID: FEE_SLIP,
}
"""The letter that tells of an act; other acts have none."""


def last_letter(dossier: Dossier) -> str:
    """Return the letter of the newest act that has one, "" when there is none."""
    kinds = (step.kind for step in reversed(dossier.steps))
    return next((LETTER_OF[kind] for kind in kinds if kind in LETTER_OF), "")


def printed_since_letter(dossier: Dossier) -> tuple[Printed, ...]:
    """Return what came out after the newest act that has a letter: a second letter is a new one."""
    count = 0
    for step in reversed(dossier.steps):
        if step.kind in LETTER_OF:
            break
        count += step.kind is Kind.PRINTED
    return dossier.printed[len(dossier.printed) - count :]


def make_letter(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    letter: str,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    *,
    lost: bool = False,
) -> Document:
    """Return the newest letter of that name. `lost`: a marked duplicate, as of `make_receipt`.

    Raises ValueError when no act of the dossier has such a letter, and what the papers raise.
    """
    with workplace.store.reading() as tx:
        history = tx.dossiers.timeline(dossier.uid)
    told = _act(history, dossier, letter)
    form_set = form_set_of(workplace, dossier.received.form_set)
    number = dossier.reprints(letter) + 1 if lost else 0
    reason = "công dân làm mất" if lost else ""
    marks = marks_of(workplace, session, dossier, number, reason)
    form = form_set.letters.get(letter)
    signatures = len(form.signatures) if form else 0
    officers = workplace.reference.officers
    officer = officers.with_id(told.entry.officer) or session.officer
    signer = officer.name if officer.id == told.entry.officer else ""
    content = letter_content(workplace, dossier, told, letter, signer, signatures)
    if isinstance(told.body, DueExtended):
        before, after = promise_before(history, told), told.body.promise.due_at
        said = extension_values(workplace.reference, dossier, before, after)
        content = dataclasses.replace(content, values={**content.values, **said})
    pdf = letter_pdf(content, marks, form_set, fonts, layout)
    copies = len(form.copies) if form and form.copies else 1
    return Document(letter, form_set.id, pdf, copies, reprint=number, reason=reason)


def letter_content(
    workplace: Workplace,
    dossier: Dossier,
    told: Told,
    letter: str,
    signer: str,
    signatures: int = 2,
) -> LetterContent:
    """Return what the letter about the act `told` says; the signatures as of `content_of`."""
    body, at = told.body, told.entry.occurred_at
    dated = getattr(body, "dated", None)
    if dated is not None:
        at = datetime.combine(dated, vietnam_time(at).timetz())
    return content_of(workplace, dossier, body, at, letter, signer, signatures)


def content_of(
    workplace: Workplace,
    dossier: Dossier,
    body: Any,
    at: datetime,
    letter: str,
    signer: str,
    signatures: int = 2,
) -> LetterContent:
    """Return what the letter says of an act that was recorded, or will be when it is signed.

    The last of its `signatures` is the office's, the one before it the citizen's. `signer` is who
    signs for the office, unless the letter's own values name another "signer".
    """
    values = letter_values(workplace, dossier)
    own, lists = _BUILDERS[letter](body, at)
    # What the agency's head signs never bears the name of who wrote the act down.
    of_agency = "signer" in names_of(letter).names
    signer = own.get("signer") or ("" if of_agency else signer)
    received = dossier.received
    submitter = own.get("submitter") or (received.submitter or received.applicant).name
    return LetterContent(
        letter=letter,
        header=letter_header(workplace),
        at=at,
        code=dossier.shown_code,
        number=str(getattr(body, "number", "")),
        values={**values, "signer": signer, **{name: text for name, text in own.items() if text}},
        lists=lists,
        names=("",) * (signatures - 2) + (submitter, signer)[2 - min(signatures, 2) :],
        identity_kind=received.applicant.identity.kind,
    )


def _act(history: Sequence[Told], dossier: Dossier, letter: str) -> Told:
    shown = {step.uid for step in dossier.steps}
    for told in reversed(history):
        known = told.entry.uid in shown and told.body is not None
        if known and LETTER_OF.get(told.entry.kind) == letter:
            return told
    raise ValueError(f"no act of {dossier.uid} has the letter {letter}")


def _supplement(body: SupplementRequested, _: datetime) -> tuple[Values, Lists]:
    values = {
        "reason": body.reason,
        "guidance": body.guidance,
        "contact": body.contact,
        "bring_by": f"trước ngày {paper_date(body.bring_by)}" if body.bring_by else "",
    }
    return values, {"items": tuple(LetterRow(each.text, each.reason) for each in body.items)}


def _supplement_received(body: SupplementReceived, at: datetime) -> tuple[Values, Lists]:
    due = body.promise.due_at
    values = {
        "note": body.note,
        "brought": paper_moment(at),
        "new_due": paper_moment(due) if due else "",
    }
    papers = tuple(_paper(each) for each in body.papers if not each.missing)
    missing = tuple(LetterRow(each.name) for each in body.papers if each.missing)
    return values, {"papers": papers, "items": missing}


def _paper(paper: ReceivedPaper) -> LetterRow:
    counts = (paper.originals, paper.certified, paper.photocopies)
    return LetterRow(paper.name, cells=tuple(f"{count:02}" if count else "–" for count in counts))


_BUILDERS: dict[str, Callable[[Any, datetime], tuple[Values, Lists]]] = {
    SUPPLEMENT: _supplement,
    SUPPLEMENT_RECEIVED: _supplement_received,
    REFUSAL: refusal,
    WITHDRAWAL: withdrawal,
    STOP: stop,
    APOLOGY: apology,
    EXTENSION: extension,
    COMPLAINT: complaint,
    FEE_SLIP: fee_slip,
}
"""What a letter says beside the dossier's own values, of the body of its act and its moment."""

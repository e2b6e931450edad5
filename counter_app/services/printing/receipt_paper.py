"""The receipt (Mẫu 01) and the result slip of a dossier: their contents, their PDF, their proof."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from counter_app import __version__
from counter_app.domain.acts.results import ReturnBasis
from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.deadlines.remaining import outcome
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import (
    Header,
    Marks,
    PaperLine,
    ReceiptContent,
    Reprint,
    ResultLine,
    ResultSlipContent,
)
from counter_app.papers.documents import Layout, receipt_pdf, result_slip_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.paper_words import (
    capacity_words,
    masked_identity,
    printed_fees,
    result_place_words,
    submitter_words,
)
from counter_app.wording.deadlines import limit_words, outcome_words

RECEIPT = "receipt"
PROVISIONAL = "provisional"
RESULT_SLIP = "result_slip"


@dataclass(frozen=True, slots=True)
class Document:
    """A paper ready for the printer: `form` and `reprint` go into its `printed` entry."""

    form: str
    form_set: str
    pdf: bytes
    copies: int
    reprint: int = 0
    reason: str = ""

    @property
    def sha256(self) -> str:
        """Return the digest that its `printed` entry carries."""
        return hashlib.sha256(self.pdf).hexdigest()


def make_receipt(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    *,
    lost: bool = False,
) -> Document:
    """Return the receipt, or the provisional slip, of `dossier`.

    `lost`: the citizen lost theirs, so this is a marked duplicate (BẢN IN LẠI LẦN n); otherwise it
    is the first print, or replaces a jammed one without a mark.
    """
    form_set = form_set_of(workplace, dossier.received.form_set)
    form = PROVISIONAL if dossier.is_provisional else RECEIPT
    number = dossier.reprints(form) + 1 if lost else 0
    reason = "công dân làm mất" if lost else ""
    marks = marks_of(workplace, session, dossier, number, reason)
    pdf = receipt_pdf(receipt_content(workplace, dossier), marks, form_set, fonts, layout)
    return Document(form, form_set.id, pdf, copies=2, reprint=number, reason=reason)


def make_result_slip(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return the result slip of a returned dossier."""
    form_set = form_set_of(workplace, dossier.received.form_set)
    marks = marks_of(workplace, session, dossier, 0, "")
    pdf = result_slip_pdf(slip_content(workplace, dossier), marks, form_set, fonts, layout)
    return Document(RESULT_SLIP, form_set.id, pdf, copies=2)


def record_printed(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    document: Document,
    proof: PrintProof,
) -> Dossier:
    """Record that `document` came out, on the word of `proof`."""
    body = Printed(
        form=document.form,
        form_set=document.form_set,
        copies=document.copies,
        proof=proof,
        reprint=document.reprint,
        reason=document.reason,
        document_sha256=document.sha256,
    )
    return record(workplace, session, dossier.uid, body)


def receipt_content(workplace: Workplace, dossier: Dossier) -> ReceiptContent:
    """Return what the receipt of `dossier` says."""
    received, centre = dossier.received, workplace.reference.centre
    counter = received.book or workplace.enrolment.counter
    submitter = received.submitter
    return ReceiptContent(
        header=_header(workplace),
        code=dossier.shown_code,
        provisional=dossier.is_provisional,
        book="TH" if received.practice else received.book,
        serial=received.serial,
        counter=counter,
        counter_field=received.counter_name,
        applicant=received.applicant.name,
        submitter=submitter_words(submitter, received.authority) if submitter else "",
        submitter_name=(submitter or received.applicant).name,
        officer_name=received.officer_name,
        subject=received.subject or received.procedure.name,
        sets=received.sets,
        limit_text=limit_words(received.limit, say=str),
        received_at=received.received_at,
        due_at=received.promise.due_at,
        due_is_estimate=received.promise.estimate,
        result_place=result_place_words(received, _result_counter(workplace)),
        lookup=_typed(centre.lookup),
        help_phone=centre.phone,
        address=str(received.applicant.address),
        phone=received.applicant.phone or (submitter.phone if submitter else ""),
        email=received.applicant.email,
        identity_kind=received.applicant.identity.kind,
        identity_masked=masked_identity(received.applicant),
        papers=tuple(
            PaperLine(paper.name, paper.originals, paper.certified, paper.photocopies)
            for paper in received.papers
            if not paper.missing
        ),
        fees=printed_fees(received.fees),
        open_fees=received.open_fees,
        from_paper=received.paper_first is not None,
        from_number=received.paper_first.number if received.paper_first is not None else "",
    )


def slip_content(workplace: Workplace, dossier: Dossier) -> ResultSlipContent:
    """Return what the result slip of `dossier` says. Raises ValueError before the return."""
    returned, at = dossier.returned, dossier.returned_at
    if returned is None or at is None:
        raise ValueError("the result wasn't returned")
    centre, receiver = workplace.reference.centre, returned.receiver
    finished = dossier.finished_at or at
    return ResultSlipContent(
        header=_header(workplace),
        code=dossier.shown_code,
        counter=workplace.enrolment.counter,
        procedure=dossier.received.procedure.name,
        applicant=dossier.received.applicant.name,
        giver=returned.giver_name,
        giver_phone=returned.giver_phone or centre.phone,
        receiver=receiver.name,
        receiver_phone=receiver.phone,
        capacity=capacity_words(returned.authority),
        identity_kind=receiver.identity.kind,
        identity_masked=masked_identity(receiver),
        returned_at=at,
        due_at=dossier.promise.due_at,
        standing=outcome_words(outcome(finished, dossier.promise.due_at), say=str).lower(),
        help_phone=centre.phone,
        lookup=_typed(centre.lookup),
        results=tuple(
            ResultLine(each.kind, each.number, each.issued_on, each.abstract, each.copies)
            for each in dossier.results
        ),
        returned_originals=returned.originals_returned,
        receipt_lost=returned.basis is ReturnBasis.LOST_RECEIPT,
        tracking_number=returned.tracking_number,
    )


def _typed(address: str) -> str:
    """Return a web address as a citizen types it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _header(workplace: Workplace) -> Header:
    centre = workplace.reference.centre
    return Header(centre.parent, centre.unit_lines, centre.place)


def _result_counter(workplace: Workplace) -> str:
    counters = workplace.reference.centre.counters
    return next((each.number for each in counters if each.result_counter), "")


def form_set_of(workplace: Workplace, identifier: str) -> FormSet:
    """Return the form set that a dossier prints on; the newest when its own isn't here."""
    sets = workplace.form_sets
    return next((each for each in sets if each.id == identifier), sets[-1])


def marks_of(
    workplace: Workplace, session: Session, dossier: Dossier, number: int, reason: str
) -> Marks:
    """Return what a print of `dossier` says about itself; `number` 0: no duplicate."""
    now = workplace.clock.now().at
    received = dossier.received
    offline = received.offline and not dossier.is_provisional
    return Marks(
        printed_at=now,
        program_version=__version__,
        practice=received.practice,
        reprint=Reprint(number, now, reason, session.officer.name) if number else None,
        offline_since=received.received_at if offline else None,
    )

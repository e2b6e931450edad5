"""Take the result in, and return it to the citizen."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.people.person import Authority, Person
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record


def take_result_in(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    results: tuple[ResultPaper, ...],
    done_at: datetime | None = None,
) -> Dossier:
    """Record that the result papers came to the counter (nhận kết quả về).

    `done_at`: when, if it is written down later (ghi sau).
    """
    unit = dossier.unit or dossier.received.procedure.agency_name
    body = ResultTakenIn(results, from_unit=unit, done_at=done_at)
    return record(workplace, session, dossier.uid, body)


def return_result(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    receiver: Person | None = None,
    authority: Authority | None = None,
    basis: ReturnBasis = ReturnBasis.RECEIPT,
    originals: tuple[str, ...] = (),
) -> Dossier:
    """Record that the result was handed over. Without `receiver`, whoever submitted receives it."""
    body = returned_body(session, dossier, dossier.results, receiver, authority, basis, originals)
    return record(workplace, session, dossier.uid, body)


def return_by_post(
    workplace: Workplace,
    session: Session,
    dossier: Dossier,
    tracking_number: str,
    originals: tuple[str, ...] = (),
    done_at: datetime | None = None,
) -> Dossier:
    """Record that the result was given to the postal service (BCCI) for the applicant.

    `done_at`: when, if it is written down later (ghi sau). Raises FalseStepError without a tracking
    number, and what `record` raises.
    """
    number = clean(tracking_number)
    if not number:
        problem = false("post_no_tracking", "/tracking_number")
        raise FalseStepError((problem,), code=dossier.shown_code)
    body = returned_body(
        session,
        dossier,
        dossier.results,
        dossier.received.applicant,
        basis=ReturnBasis.POST,
        originals=originals,
    )
    body = dataclasses.replace(body, tracking_number=number, done_at=done_at)
    return record(workplace, session, dossier.uid, body)


def returned_body(
    session: Session,
    dossier: Dossier,
    results: tuple[ResultPaper, ...],
    receiver: Person | None = None,
    authority: Authority | None = None,
    basis: ReturnBasis = ReturnBasis.RECEIPT,
    originals: tuple[str, ...] = (),
) -> Returned:
    """Return what is recorded when `results` are handed over by the officer of `session`."""
    received = dossier.received
    if receiver is None:
        receiver = received.submitter or received.applicant
        authority = authority or received.authority
    return Returned(
        receiver=receiver,
        authority=authority or Authority(),
        results=results,
        basis=basis,
        giver_name=session.officer.name,
        giver_phone=session.officer.phone,
        originals_returned=originals,
    )

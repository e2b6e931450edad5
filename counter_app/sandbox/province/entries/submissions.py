"""What citizens send online or by post: written by the server, received by a counter.

In a real province the national portal delivers it; here the clerk's routes play the citizen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from counter_app.contract.entries import EntryStatus
from counter_app.contract.problem import FieldError
from counter_app.domain.acts.intake import Submitted, SubmittedFile
from counter_app.domain.acts.received import (
    ProcedureRef,
    Promise,
    Received,
    ReceivedPaper,
    ResultDelivery,
)
from counter_app.domain.people.person import Authority, Person
from counter_app.domain.procedures.channels import Channel
from counter_app.sandbox.province.entries.decisions import write
from counter_app.sandbox.province.entries.journal import known
from counter_app.sandbox.province.entries.verdict import Circumstances
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.province.uids import new_uid
from counter_app.sandbox.records import tables as t

PORTAL = "G00.99"
"""Who issues the codes here. No ministry has G00: they can't be taken for the real portal's."""

AUTHOR = "portal"


@dataclass(frozen=True, slots=True)
class Submission:
    """What a citizen asks for. `centre` "" is the province's only, or first, centre."""

    procedure: str
    applicant: Person
    channel: Channel = Channel.ONLINE
    centre: str = ""
    case: str = ""
    papers: tuple[ReceivedPaper, ...] = ()
    files: tuple[SubmittedFile, ...] = ()
    submitter: Person | None = None
    authority: Authority = field(default=Authority())
    subject: str = ""
    delivery: ResultDelivery = field(default=ResultDelivery())


def submit(by: Circumstances, wish: Submission, *, uid: str | None = None) -> tuple[str, str]:
    """Write the submission and return (dossier's uid, the portal's code); the same for one `uid`.

    `by.device` must be None. Raises `RefusalError` for a procedure that isn't published or isn't
    to be had by that channel, and for an unknown centre.
    """
    if uid is not None and (kept := known(by.tx, [uid]).get(uid)) is not None:
        code = select(t.portal_code.c.code).where(t.portal_code.c.dossier == kept.result.dossier)
        return str(kept.result.dossier), str(by.tx.execute(code).scalar_one())
    centre = _centre(by, wish.centre)
    body = Submitted(_wished(by, wish, centre), by.now, wish.files)
    result = write(by, centre, new_uid(), body, author=AUTHOR, uid=uid)
    if result.status is not EntryStatus.ACCEPTED or result.dossier is None:
        raise RefusalError("schema")
    return result.dossier, body.wished.portal_code


def _centre(by: Circumstances, wanted: str) -> str:
    query = select(t.centre.c.code).order_by(t.centre.c.code).limit(1).with_for_update()
    if wanted:
        query = query.where(t.centre.c.code == wanted)
    code = by.tx.execute(query).scalar()
    if code is None:
        raise RefusalError("schema", FieldError(pointer="/centre", code="unknown"))
    return str(code)


def _wished(by: Circumstances, wish: Submission, centre: str) -> Received:
    """Return the reception as the citizen wishes it: nobody promises a time yet."""
    procedure = by.lists.procedure_on(wish.procedure, by.now.date())
    if procedure is None:
        raise RefusalError("schema", FieldError(pointer="/procedure", code="unknown"))
    terms = None if wish.channel is Channel.COUNTER else procedure.terms_for(wish.channel)
    if terms is None:
        raise RefusalError("schema", FieldError(pointer="/channel", code="not_here"))
    code = _next_code(by, by.now.date())
    return Received(
        code=code,
        procedure=ProcedureRef(
            procedure.code,
            procedure.name,
            procedure.version,
            procedure.field_name,
            procedure.agency_code,
            procedure.agency_name,
        ),
        channel=wish.channel,
        applicant=wish.applicant,
        papers=wish.papers,
        limit=terms.limit,
        received_at=by.now,
        promise=Promise(None, "", ""),
        form_set="",
        centre=centre,
        officer_name="",
        counter_name="",
        case=wish.case,
        submitter=wish.submitter,
        authority=wish.authority,
        subject=wish.subject,
        delivery=wish.delivery,
        portal_code=code,
        practice=by.practice,
    )


def _next_code(by: Circumstances, day: date) -> str:
    """Return the next code of the day: `G00.99-20261120-0000017`; the centre's row is locked."""
    begin = f"{PORTAL}-{day:%Y%m%d}-"
    codes = t.portal_code.c.code
    last = by.tx.execute(select(func.max(codes)).where(codes.startswith(begin))).scalar()
    number = int(last.removeprefix(begin)) + 1 if last else 1
    return f"{begin}{number:07d}"

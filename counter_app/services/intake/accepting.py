"""Receive what came online or by post: number, promise and receipt as for any other dossier."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from counter_app.domain.acts.intake import OriginalsCompared
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import numbered_body
from counter_app.services.dossiers.reception_plan import Plan, Reception, plan
from counter_app.services.dossiers.stepping import record
from counter_app.services.officers.permits import require_kind


def wished_reception(
    dossier: Dossier, papers: tuple[ReceivedPaper, ...] | None = None
) -> Reception:
    """Return the reception that the citizen asked for; `papers` as the officer found them."""
    wished = dossier.received
    return Reception(
        procedure=wished.procedure.code,
        applicant=wished.applicant,
        case=wished.case,
        channel=wished.channel,
        submitter=wished.submitter,
        authority=wished.authority,
        related=wished.related,
        papers=papers if papers is not None else wished.papers or None,
        collected=bool(wished.fees) and all(line.collected for line in wished.fees),
        delivery=wished.delivery,
        subject=wished.subject,
        sets=wished.sets,
        note=wished.note,
    )


def acceptance_plan(workplace: Workplace, reception: Reception) -> Plan:
    """Return what accepting would write; nothing is. Raises ProcedureUnknownError."""
    return plan(workplace.reference, reception, workplace.clock.now().at)


def accept(workplace: Workplace, session: Session, uid: str, reception: Reception) -> Dossier:
    """Write the reception of a dossier that waits, with a number of this counter.

    The portal's code stays linked for ever. When another counter was quicker, its act is there
    already (FalseStepError), or comes with the next answer of the server as a conflict. Raises what
    `receive` raises, and DossierUnknownError.
    """
    require_kind(workplace, session, Kind.RECEIVED)
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        dossier = tx.dossiers.get(uid)
        if dossier is None:
            raise DossierUnknownError(code=uid)
        if problems := judge(dossier, Kind.RECEIVED, moment.at).problems:
            raise FalseStepError(problems, code=dossier.shown_code)
        planned = plan(workplace.reference, reception, moment.at)
        if not planned.is_ready:
            raise FalseStepError(planned.problems, code=dossier.shown_code)
        body = numbered_body(workplace, session, reception, planned, moment, tx)
        tx.journal.append(
            Kind.RECEIVED,
            dataclasses.replace(body, portal_code=dossier.portal_code),
            uid=workplace.new_id(),
            dossier=uid,
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
        after = tx.dossiers.get(uid)
    assert after is not None
    return after


def compare_originals(
    workplace: Workplace,
    session: Session,
    uid: str,
    papers: Sequence[str],
    differing: Sequence[str] = (),
    note: str = "",
) -> Dossier:
    """Record that copies were held beside their originals (đối chiếu bản chính).

    Raises FalseStepError without a paper, and what `record` raises.
    """
    if not papers:
        raise FalseStepError((false("compare_nothing", "/papers"),), code="")
    body = OriginalsCompared(tuple(papers), tuple(differing), clean(note))
    return record(workplace, session, uid, body)

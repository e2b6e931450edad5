"""Receive a dossier: commit first, print second (SYNC §1)."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ProcedureRef, Received
from counter_app.domain.dates import to_minute, vietnam_time
from counter_app.domain.dossiers.code import (
    official_code,
    provisional_code,
    provisional_floor,
)
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.enrolment import ORDER
from counter_app.domain.errors.work import FalseStepError, TakenBackError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.problems import Problem, doubt
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception_plan import Plan, Reception, plan
from counter_app.services.officers.permits import require_kind
from counter_app.store.transaction import Transaction


def receive(workplace: Workplace, session: Session, reception: Reception, uid: str = "") -> Dossier:
    """Write `reception` as a dossier with a granted number, or a provisional one without a grant.

    `uid` is the draft's own id, made when the draft began: a draft that a crash brought back after
    its dossier was written gives that dossier again, not a second one.

    One transaction: number, book serial, journal, projection, queue. Raises NotPermittedError,
    FalseStepError with the problems that stop it, TakenBackError, ProcedureUnknownError,
    ClockDoubtfulError, or a StoreError; then nothing was written.
    """
    with workplace.store.writing() as tx:
        return receive_within(tx, workplace, session, reception, uid)


def receive_within(
    tx: Transaction, workplace: Workplace, session: Session, reception: Reception, uid: str = ""
) -> Dossier:
    """Do what `receive` does inside the caller's transaction."""
    known = tx.dossiers.get(uid) if uid else None
    if known is not None:
        return known
    require_kind(workplace, session, Kind.RECEIVED)
    uid = uid or workplace.new_id()
    moment = workplace.moment(tx)
    planned = plan(workplace.reference, reception, moment.at)
    if not planned.is_ready:
        raise FalseStepError(planned.problems, code=planned.procedure.code)
    body = numbered_body(workplace, session, reception, planned, moment, tx)
    tx.journal.append(
        Kind.RECEIVED,
        body,
        uid=uid,
        dossier=uid,
        author=workplace.author(session),
        occurred_at=moment.at,
        clock_quality=moment.quality,
    )
    dossier = tx.dossiers.get(uid)
    assert dossier is not None
    return dossier


def received_at(reception: Reception, now: datetime) -> datetime:
    """Return when the citizen handed the papers over: now, or the moment on a paper."""
    if reception.paper_first is None or reception.received_at is None:
        return now
    return reception.received_at


def same_procedure_open(workplace: Workplace, reception: Reception) -> tuple[Problem, ...]:
    """Return a doubt for each open dossier of this citizen under the same procedure."""
    number = reception.applicant.identity.number
    if not number:
        return ()
    with workplace.store.reading() as tx:
        rows = tx.dossiers.open_of_person(number)
    return tuple(
        doubt(
            "reception_same_procedure_open",
            "/procedure",
            code=row.code,
            date=f"{vietnam_time(row.received_at):%d/%m/%Y}",
        )
        for row in rows
        if row.procedure[:8] == reception.procedure[:8]
    )


def numbered_body(
    workplace: Workplace,
    session: Session,
    reception: Reception,
    planned: Plan,
    moment: Moment,
    tx: Transaction,
) -> Received:
    """Return what is written of a reception that is ready, with the number that is taken for it.

    Raises TakenBackError while the province takes this machine back: no new number goes out here.
    """
    place = workplace.enrolment
    if tx.setup.get(ORDER) is not None:
        raise TakenBackError(device=place.device)
    day = vietnam_time(moment.at).date()
    taken = tx.numbers.take(place.centre, day, book=place.counter, year=day.year)
    if taken is None:
        floor = provisional_floor(len(tx.journal.chains()), place.epoch, moment.at)
        number = tx.numbers.next_provisional(place.device, day, floor)
        code = provisional_code(place.device, day, number)
    else:
        code = official_code(taken.block.agency, day, taken.number, taken.block.width)
    procedure, promise = planned.procedure, planned.promise
    assert promise is not None
    return Received(
        code=code,
        provisional=taken is None,
        block=taken.block.id if taken else "",
        book=place.counter if taken else "",
        book_year=day.year if taken else 0,
        serial=taken.serial if taken else 0,
        procedure=ProcedureRef(
            code=procedure.code,
            name=procedure.name,
            version=procedure.version,
            field_name=procedure.field_name,
            agency_code="" if reception.competent else procedure.agency_code,
            agency_name=reception.competent or procedure.agency_name,
        ),
        non_territorial=bool(reception.competent),
        case=reception.case,
        channel=reception.channel,
        applicant=reception.applicant,
        submitter=reception.submitter,
        authority=reception.authority,
        related=reception.related,
        papers=planned.papers,
        limit=planned.limit,
        received_at=to_minute(received_at(reception, moment.at)),
        promise=promise,
        fees=planned.fees,
        open_fees=planned.open_fees,
        delivery=reception.delivery,
        subject=reception.subject,
        sets=reception.sets,
        form_set=FormSet.for_date(workplace.form_sets, day).id,
        centre=place.centre,
        officer_name=session.officer.name,
        counter_name=place.counter_name,
        offline=not workplace.is_online(),
        practice=place.practice,
        note=reception.note,
        paper_first=reception.paper_first,
    )

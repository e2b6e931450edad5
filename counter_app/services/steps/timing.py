"""Late, or about to be: an extension moves the promise, an apology never does (DOMAIN §4)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.serials import APOLOGY
from counter_app.domain.acts.steps import ApologySent, DueExtended
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.text import clean
from counter_app.services.counter.reference import Reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record_within
from counter_app.services.steps.letter_numbers import next_letter_number


def new_due(dossier: Dossier, day: date) -> datetime | None:
    """Return the new promised time on `day`: at the hour of the old one; None without a promise."""
    before = dossier.promise.due_at
    return datetime.combine(day, before.timetz()) if before is not None else None


def due_problem(reference: Reference, dossier: Dossier, at: datetime) -> Problem | None:
    """Return what is wrong with a new time: not later than the old is false, a day off a doubt."""
    before = dossier.promise.due_at
    if before is None or at <= before:
        return false("extend_not_later", "/promise")
    worked = working_time(reference.calendar, reference.policy.hours)
    if worked.next_working_day(at.date() - _DAY) != at.date():
        return doubt("extend_day_off", "/promise")
    return None


_DAY = date.resolution


def extend(
    workplace: Workplace,
    session: Session,
    uid: str,
    due_at: datetime,
    reason: str,
    signed_by: str,
    breaches: Iterable[Breach] = (),
) -> Dossier:
    """Record an extension (gia hạn) that the head of the competent agency signed.

    At most once and a day before by law: a broken limit needs its `breaches`. Raises
    FalseStepError without reason or signer, or for a time that isn't later, and what `record`
    raises.
    """
    said, signer = clean(reason), clean(signed_by)
    if not said:
        raise FalseStepError((false("step_no_reason", "/reason"),), code="")
    if not signer:
        raise FalseStepError((false("extend_no_signer", "/signed_by"),), code="")
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        dossier = tx.dossiers.get(uid)
        if dossier is None:
            raise DossierUnknownError(code=uid)
        problem = due_problem(workplace.reference, dossier, due_at)
        if problem is not None and problem.is_false:
            raise FalseStepError((problem,), code=dossier.shown_code)
        promise = dataclasses.replace(
            dossier.promise,
            due_at=due_at,
            rule="hand",
            calendar_version=workplace.reference.calendar.version,
            reason=said,
        )
        number = next_letter_number(workplace, tx, APOLOGY, at)
        body = DueExtended(promise, said, signer, number)
        return record_within(workplace, session, tx, uid, body, tuple(breaches))


def apologise(
    workplace: Workplace,
    session: Session,
    uid: str,
    reason: str,
    signed_by: str = "",
    expected_on: date | None = None,
) -> Dossier:
    """Record an apology (xin lỗi): always allowed when late; the due time stays as it was.

    Raises FalseStepError without a reason, and what `record` raises.
    """
    said = clean(reason)
    if not said:
        raise FalseStepError((false("step_no_reason", "/reason"),), code="")
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        number = next_letter_number(workplace, tx, APOLOGY, at)
        body = ApologySent(said, clean(signed_by), number, expected_on)
        return record_within(workplace, session, tx, uid, body)

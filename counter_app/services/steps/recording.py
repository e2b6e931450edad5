"""What is only noted: a complaint, a correction with both values."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.domain.acts.received import Promise, Received
from counter_app.domain.acts.serials import COMPLAINT
from counter_app.domain.acts.steps import Complained, Corrected
from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.deadline import due
from counter_app.domain.dossiers.correction import changes_between
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.domain.officers.roles import Act
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.services.counter.reference import Reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception_plan import paper_first_problems
from counter_app.services.dossiers.stepping import record_within
from counter_app.services.officers.permits import require
from counter_app.services.steps.letter_numbers import next_letter_number


def complain(
    workplace: Workplace, session: Session, uid: str, text: str, by_name: str = "", phone: str = ""
) -> Dossier:
    """Record a complaint (phản ánh, kiến nghị) about a dossier, with the number of its slip.

    Raises FalseStepError when nothing was said, and what `record` raises.
    """
    said = clean(text)
    if not said:
        raise FalseStepError((false("complaint_empty", "/text"),), code="")
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        number = next_letter_number(workplace, tx, COMPLAINT, at)
        body = Complained(said, clean(by_name), clean(phone), number)
        return record_within(workplace, session, tx, uid, body)


def promise_from(reference: Reference, received: Received, reason: str) -> Promise | None:
    """Return the promise as it counts from `received`'s moment, None where the law's limit fails.

    A supervisor gives it with a `reason`, when the moment on a paper was typed wrongly.
    """
    on = vietnam_time(received.received_at).date()
    procedure = reference.procedures.version_on(received.procedure.code, on)
    policy = reference.policy
    found = due(
        received.received_at,
        received.limit,
        reference.calendar,
        policy.hours,
        policy.deadlines,
        after_15h_next_day=procedure is not None and procedure.after_15h_next_day,
    )
    if isinstance(found, tuple):
        return None
    return Promise(
        found.at,
        found.rule,
        found.calendar_version,
        approved=found.approved,
        estimate=received.promise.estimate,
        reason=reason,
    )


def correct(
    workplace: Workplace,
    session: Session,
    uid: str,
    change: Callable[[Received], Received],
    reason: str,
) -> Dossier:
    """Correct a registration (đính chính): both values stay in the journal, with the reason.

    `change` makes the corrected reception of the one that stands now, in the same transaction. What
    a printed receipt is found by never changes, the promise only by a supervisor. Raises
    FalseStepError without a reason, without a difference, for such a field or for a moment on paper
    that can't be, NotPermittedError for the promise, and what `record` raises.
    """
    said = clean(reason)
    if not said:
        raise FalseStepError((false("step_no_reason", "/reason"),), code="")
    with workplace.store.writing() as tx:
        dossier = tx.dossiers.get(uid)
        if dossier is None:
            raise DossierUnknownError(code=uid)
        after = change(dossier.received)
        if after.promise != dossier.received.promise:
            require(workplace, session, Act.CONFIRM_BREACH)
        at = dossier.steps[0].at if dossier.steps else workplace.moment(tx).at
        wrong = paper_first_problems(after.paper_first, after.received_at, at)
        if any(each.is_false for each in wrong):
            raise FalseStepError(wrong, code=dossier.shown_code)
        try:
            changes = changes_between(dossier.received, after)
        except ValueError as error:
            problem = false("correction_fixed", "/changes")
            raise FalseStepError((problem,), code=dossier.shown_code) from error
        if not changes:
            problem = false("correction_nothing", "/changes")
            raise FalseStepError((problem,), code=dossier.shown_code)
        return record_within(workplace, session, tx, uid, Corrected(said, changes))

"""A dossier ends early: refused, withdrawn, stopped; and a supervisor opens one again."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.acts.serials import REFUSAL, STOP
from counter_app.domain.acts.steps import Refused, Reopened, Stopped, Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Act
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record, record_within
from counter_app.services.steps.letter_numbers import next_letter_number


def refuse(
    workplace: Workplace, session: Session, uid: str, reason: str, guidance: str = ""
) -> Dossier:
    """Record Mẫu 03 (từ chối tiếp nhận giải quyết) with its number of this counter's series.

    Raises FalseStepError without a reason, and what `record` raises.
    """
    said = _needed(reason)
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        number = next_letter_number(workplace, tx, REFUSAL, at)
        body = Refused(said, number, clean(guidance))
        return record_within(workplace, session, tx, uid, body)


def withdraw(
    workplace: Workplace,
    session: Session,
    uid: str,
    reason: str,
    by_name: str = "",
    papers_returned: Sequence[str] = (),
) -> Dossier:
    """Record that the citizen takes the dossier back, and which papers they were given.

    Raises FalseStepError without a reason, and what `record` raises.
    """
    body = Withdrawn(_needed(reason), clean(by_name), tuple(papers_returned))
    return record(workplace, session, uid, body)


def stop(workplace: Workplace, session: Session, uid: str, reason: str) -> Dossier:
    """Record that the agency stops working on it (dừng giải quyết, Mẫu 05 of TT 03/2025).

    Raises FalseStepError without a reason, and what `record` raises.
    """
    said = _needed(reason)
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        body = Stopped(said, next_letter_number(workplace, tx, STOP, at))
        return record_within(workplace, session, tx, uid, body)


def supervisors(workplace: Workplace, act: Act = Act.REOPEN) -> tuple[Officer, ...]:
    """Return the officers whose roles allow `act`, as the province's table says."""
    roles, officers = workplace.reference.roles, workplace.reference.officers.officers
    return tuple(each for each in officers if each.active and roles.any_may(each.roles, act))


def reopen(
    workplace: Workplace, session: Session, uid: str, reason: str, supervisor: str
) -> Dossier:
    """Open a closed dossier again: back to what it was, on a supervisor's word.

    `supervisor` is the id of an officer who may reopen. Raises FalseStepError without a reason or
    such an officer, and what `record` raises.
    """
    if supervisor not in {each.id for each in supervisors(workplace)}:
        raise FalseStepError((false("reopen_no_supervisor", "/supervisor"),), code="")
    return record(workplace, session, uid, Reopened(_needed(reason), supervisor))


def _needed(reason: str) -> str:
    said = clean(reason)
    if not said:
        raise FalseStepError((false("step_no_reason", "/reason"),), code="")
    return said

"""Hỗ trợ nộp trực tuyến: that somebody was helped to submit in another system, recorded here."""

from __future__ import annotations

from counter_app.domain.acts.intake import Assisted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.people.person import Person
from counter_app.domain.problems import false
from counter_app.domain.procedures.procedure import ReceivedIn
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.services.visitor.asked import asked_procedure

SYSTEMS: dict[ReceivedIn, str] = {
    ReceivedIn.NATIONAL: "Cổng Dịch vụ công quốc gia",
    ReceivedIn.MINISTRY: "Hệ thống của bộ, ngành",
    ReceivedIn.PROVINCE: "Hệ thống giải quyết thủ tục của tỉnh",
}
"""Where somebody may have submitted; kept in the journal in these words."""

_LONGEST_CODE = 64


def assist(
    workplace: Workplace,
    session: Session,
    procedure: str,
    applicant: Person,
    system: str,
    code: str = "",
) -> Assisted:
    """Write that `applicant` was helped to submit in `system`; `code` is the portal's, if known.

    Raises FalseStepError without a name or a system or for a text that is no code,
    NotPermittedError, ProcedureUnknownError, ClockDoubtfulError, or a StoreError.
    """
    require_kind(workplace, session, Kind.ASSISTED)
    typed, said = clean(code), clean(system)
    problems = []
    if not clean(applicant.name):
        problems.append(false("assisted_nobody", "/applicant"))
    if not said:
        problems.append(false("assisted_system", "/system"))
    if len(typed) > _LONGEST_CODE:
        problems.append(false("assisted_code_long", "/code", most=_LONGEST_CODE))
    if problems:
        raise FalseStepError(tuple(problems), code="")
    body = Assisted(asked_procedure(workplace, procedure), applicant, typed, said)
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        tx.journal.append(
            Kind.ASSISTED,
            body,
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return body

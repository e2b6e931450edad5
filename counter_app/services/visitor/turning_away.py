"""Từ chối tiếp nhận trước khi có số: Mẫu 03 for somebody whose dossier isn't received at all.

One entry of the journal, with the paper's own number taken in the same transaction. No dossier
begins: what the visitor brought goes home with him.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.intake import TurnedAway
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.serials import REFUSAL
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.people.person import Person
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.services.steps.letter_numbers import next_letter_number
from counter_app.services.visitor.asked import asked_procedure


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was written: the entry's uid, when, the act with its number."""

    uid: str
    at: datetime
    body: TurnedAway


def turn_away(
    workplace: Workplace,
    session: Session,
    procedure: str,
    applicant: Person,
    reason: str,
    guidance: str = "",
) -> Refusal:
    """Write that `applicant` was turned away, and why.

    Raises NotPermittedError, FalseStepError without a reason, ProcedureUnknownError,
    ClockDoubtfulError, or a StoreError; then nothing was written and no number is lost.
    """
    require_kind(workplace, session, Kind.TURNED_AWAY)
    said = clean(reason)
    if not said:
        raise FalseStepError((false("turned_away_reason", "/reason"),), code="")
    uid = workplace.new_id()
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        body = TurnedAway(
            procedure=asked_procedure(workplace, procedure),
            applicant=applicant,
            reason=said,
            guidance=clean(guidance),
            number=next_letter_number(workplace, tx, REFUSAL, moment.at),
        )
        tx.journal.append(
            Kind.TURNED_AWAY,
            body,
            uid=uid,
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return Refusal(uid, moment.at, body)

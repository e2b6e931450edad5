"""A forgotten password while nobody can ask the province: a supervisor gives a one-time code.

The officer types the code as password and chooses a new one; the supervisor never knows it. It
holds on this machine and for a few days only: the entry tells the province, which sets the password
for good. A log-in that the province accepts ends the reset.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import PasswordReset
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.once_code import RAW_BYTES, bare_code, code_of
from counter_app.domain.problems import Problem, false
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.services.signing_in.resets import Reset, put_reset, reset_of
from counter_app.vault.passwords import make_verifier

CODE_LASTS = timedelta(hours=24)
"""How long the code itself is good."""

HOLDS = timedelta(days=7)
"""How long the machine lets the officer in by the password chosen with it."""


@dataclass(frozen=True, slots=True)
class GivenCode:
    """What the supervisor hands over: shown once, kept nowhere."""

    officer_name: str
    code: str
    code_until: datetime
    until: datetime


def resettable(workplace: Workplace, session: Session) -> tuple[Officer, ...]:
    """Return whose password the session's officer may reset here: the others who still work."""
    own = session.officer.id
    listed = workplace.reference.officers.officers
    found = (each for each in listed if each.active and each.id != own)
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


def reset_password(workplace: Workplace, session: Session, officer: str, reason: str) -> GivenCode:
    """Give `officer` a one-time code, and record who gave it and why.

    Raises NotPermittedError, FalseStepError with what is wrong, or what the store raises; then
    nothing was written. An earlier code of the officer is void; misses are forgotten. Takes about
    0.1 s (Argon2id).
    """
    require_kind(workplace, session, Kind.PASSWORD_RESET)
    said = clean(reason)
    who = next((each for each in resettable(workplace, session) if each.id == officer), None)
    problems = _problems(workplace, session, who, said)
    if who is None or problems:
        raise FalseStepError(problems, code="")
    code = code_of(os.urandom(RAW_BYTES))
    verifier = make_verifier(bare_code(code))
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        at = vietnam_time(moment.at)
        given = GivenCode(who.name, code, at + CODE_LASTS, at + HOLDS)
        put_reset(tx, who, Reset(given.until, verifier, given.code_until))
        tx.journal.append(
            Kind.PASSWORD_RESET,
            PasswordReset(who.id, who.name, said, given.until),
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return given


def _problems(
    workplace: Workplace, session: Session, who: Officer | None, reason: str
) -> tuple[Problem, ...]:
    found = []
    if who is None:
        found.append(false("reset.no_officer", "/officer"))
    if not reason:
        found.append(false("reset.no_reason", "/reason"))
    with workplace.store.reading() as tx:
        if reset_of(tx, session.officer.id) is not None:  # else one reset would make the next
            found.append(false("reset.own_reset"))
    return tuple(found)

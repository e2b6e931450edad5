"""People confirm a doubtful date: nobody is locked out, and it is looked at later (SYNC §4).

A supervisor agrees with the own password, or the officer types the day twice. The machine's clock
isn't set (decision 0006); the confirmed date runs on beside it until the server's time is heard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter_app.domain.acts.audit import DateConfirmed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.session import OfflineOverError
from counter_app.domain.errors.work import FalseStepError, NotPermittedError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.doubtful_date import Doubt, TypedDate, confirmed_moment
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Act
from counter_app.services.counter.clock import Clock, Moment, doubt_of
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.signing_in.unlocking import let_in_until, prove
from counter_app.store.transaction import Transaction


class ConfirmableClock(Clock, Protocol):
    """A clock that runs on from a moment that people confirmed."""

    def confirm(self, at: datetime) -> None:
        """Take `at` for the present."""


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """Why is asked: what the machine says, and the newest thing known.

    `supervisors` are those whose password this machine can prove without a line, but for the
    officer themself.
    """

    why: Doubt
    machine_at: datetime
    latest: datetime
    supervisors: tuple[Officer, ...] = ()


def date_question(workplace: Workplace, session: Session) -> DateQuestion | None:
    """Return what is to be asked now; None while the date may stand."""
    with workplace.store.reading() as tx:
        moment, known = workplace.clock.now(), workplace.known(tx)
        why = doubt_of(moment, known)
        if why is None or known.latest is None:
            return None
        here = {login.officer for login in tx.logins.all()} - {session.officer.id}
    table = workplace.reference.roles
    supervisors = tuple(
        each
        for each in workplace.reference.officers.officers
        if each.id in here and each.active and table.any_may(each.roles, Act.CONFIRM_BREACH)
    )
    return DateQuestion(why, moment.at, known.latest, supervisors)


def confirm_date(
    workplace: Workplace,
    session: Session,
    clock: ConfirmableClock,
    typed: TypedDate,
    *,
    supervisor: str = "",
    password: str = "",
) -> Moment:
    """Let `clock` run on from what was `typed`, and record who said so; return that moment.

    `supervisor`: the id of who agrees with their `password`; "": the day was typed twice. Raises
    FalseStepError with the problems of what was typed, what `prove` does for the supervisor,
    NotPermittedError for one who isn't, OfflineOverError for an officer whose days without a line
    are over on that day, or a StoreError; then nothing was written.
    """
    name = _agreed(workplace, supervisor, password) if supervisor else ""
    if not supervisor and typed.again is None:
        typed = TypedDate(typed.day, "", typed.hour)
    with workplace.store.writing() as tx:
        machine, known = workplace.clock.now(), workplace.known(tx)
        at = confirmed_moment(typed, known.server, known.entry)
        if isinstance(at, tuple):
            raise FalseStepError(at, code="")
        if session.auth == "offline" and not supervisor:
            _still_let_in(tx, session, at)
        tx.journal.append(
            Kind.DATE_CONFIRMED,
            DateConfirmed(machine.at, known.latest, supervisor, name),
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=at,
            clock_quality=ClockQuality.CONFIRMED,
        )
    clock.confirm(at)
    return Moment(at, ClockQuality.CONFIRMED)


def _agreed(workplace: Workplace, supervisor: str, password: str) -> str:
    officer = workplace.reference.officers.with_id(supervisor)
    table = workplace.reference.roles
    if officer is None or not table.any_may(officer.roles, Act.CONFIRM_BREACH):
        raise NotPermittedError(officer=officer.name if officer else supervisor)
    prove(workplace, supervisor, password)
    return officer.name


def _still_let_in(tx: Transaction, session: Session, at: datetime) -> None:
    """Refuse a day on which the officer couldn't have logged in. Raises OfflineOverError."""
    officer = session.officer.id
    until = let_in_until(tx, officer)
    if until is not None and at > until:
        raise OfflineOverError(officer=officer, until=f"{until:%H:%M %d/%m/%Y}")

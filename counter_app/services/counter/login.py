"""Officers log in: with the server when there is a line, against a stored verifier without one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.enrolment import REPLACED
from counter_app.domain.errors.session import InspectionOverError
from counter_app.domain.errors.wire import LoginRefusedError, WireError
from counter_app.domain.errors.work import MachineReplacedError
from counter_app.domain.journal.entry import Author
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import is_inspection_over
from counter_app.domain.officers.roles import Role
from counter_app.gateway.client import Gateway
from counter_app.services.counter.unlocking import prove
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.vault.passwords import make_verifier

_SUPERVISING = frozenset({Role.SUPERVISOR, Role.ADMIN})
"""Who still logs in at a machine that was replaced: its stick may have to be written again."""


def log_in(
    workplace: Workplace,
    gateway: Gateway,
    officer: str,
    password: str,
    *,
    compare: Callable[[Gateway], None] = lambda _: None,
) -> Session:
    """Log `officer` in and record it. `compare` hears that the server's time may be known now.

    The server decides while it can be reached; a line that is down falls back on the verifier of
    the last log-in with a line, for as many days as the server allowed then. Raises
    LoginRefusedError for a password that the server refuses, and without a line what `prove` does;
    InspectionOverError for an inspector whose decision doesn't hold today; MachineReplacedError
    where another machine took this one's place.
    """
    try:
        answer = gateway.login(officer, password)
    except LoginRefusedError:
        raise
    except WireError:
        return _offline(workplace, officer, password)
    compare(gateway)
    verifier = make_verifier(password)
    with workplace.store.writing() as tx:
        now = workplace.undoubted(tx).at
        tx.logins.put(OfficerLogin(officer, answer.name, verifier, last_online_at=now))
        tx.setup.put(f"offline-days/{officer}", answer.offline_days)
    known = workplace.reference.officers.with_id(officer)
    roles = tuple(Role(role) for role in answer.roles if role in {each.value for each in Role})
    person = dataclasses.replace(
        known or Officer(officer, answer.name), roles=known.roles if known else roles
    )
    return _recorded(workplace, Session(person, "online"))


def _offline(workplace: Workplace, officer: str, password: str) -> Session:
    login = prove(workplace, officer, password)
    known = workplace.reference.officers.with_id(officer)
    return _recorded(workplace, Session(known or Officer(officer, login.name), "offline"))


def _recorded(workplace: Workplace, session: Session) -> Session:
    with workplace.store.writing() as tx:
        today = vietnam_time(workplace.undoubted(tx).at).date()
        _refuse_past_inspection(session.officer, today)
        if tx.setup.get(REPLACED) is not None and not _SUPERVISING & set(session.officer.roles):
            raise MachineReplacedError(device=workplace.enrolment.device)
        # Whose date can't be right is asked inside: nobody confirms anything before a password.
        moment = workplace.undoubted(tx)
        tx.journal.append(
            Kind.LOGGED_IN,
            LoggedIn(session.officer.name, offline=session.auth == "offline"),
            uid=workplace.new_id(),
            author=Author(session.officer.id, session.auth, workplace.enrolment.counter),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return session


def _refuse_past_inspection(officer: Officer, today: date) -> None:
    if not is_inspection_over(officer, today):
        return
    last = max(officer.appointments, key=lambda each: each.valid_from, default=None)
    days = "–"
    if last is not None:
        until = shown_date(last.valid_until) if last.valid_until else "…"
        days = f"{shown_date(last.valid_from)} – {until}"
    raise InspectionOverError(officer=officer.name, days=days)

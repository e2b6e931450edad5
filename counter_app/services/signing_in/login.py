"""Officers log in: with the server when there is a line, against a stored verifier without one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.enrolment import REPLACED
from counter_app.domain.errors.session import (
    InspectionOverError,
    NewPasswordShortError,
    NewPasswordUnknownError,
    NoRoleError,
)
from counter_app.domain.errors.wire import LoginRefusedError, NewPasswordNeededError, WireError
from counter_app.domain.errors.work import MachineReplacedError
from counter_app.domain.journal.entry import Author
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.domain.officers.permits import is_inspection_over, standing
from counter_app.domain.officers.roles import Act, Role
from counter_app.gateway.client import Gateway
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import may
from counter_app.services.signing_in.resets import (
    SHORTEST,
    Reset,
    choose,
    end_reset,
    is_long_enough,
    reset_of,
)
from counter_app.services.signing_in.unlocking import prove
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.vault.passwords import make_verifier


def log_in(
    workplace: Workplace,
    gateway: Gateway,
    officer: str,
    password: str,
    *,
    new_password: str = "",
    compare: Callable[[Gateway], None] = lambda _: None,
) -> Session:
    """Log `officer` in and record it. `compare` hears that the server's time may be known now.

    The server decides while it can be reached; a line that is down falls back on the verifier of
    the last log-in with a line, for as many days as the server allowed then. So does a password
    that a supervisor reset here and the server can't know. `new_password` is chosen with a one-time
    code as `password`; without one the code is answered by NewPasswordNeededError.

    Raises LoginRefusedError for a password that the server refuses, and without a line what `prove`
    does; NewPasswordShortError, and NewPasswordUnknownError or a WireError when the line breaks
    while the province is told a chosen one; NoRoleError; InspectionOverError for an inspector whose
    decision doesn't hold today; MachineReplacedError where another machine took this one's place.
    """
    if new_password and not is_long_enough(new_password):
        raise NewPasswordShortError(least=SHORTEST)
    try:
        answer = gateway.login(officer, password, new_password)
    except NewPasswordNeededError:
        raise
    except LoginRefusedError:
        if _reset(workplace, officer) is None:
            raise
        return _offline(workplace, officer, password, new_password)
    except WireError as error:
        reset = _reset(workplace, officer)
        if new_password and not (reset and reset.code):  # it is a code of the province
            if error.may_have_arrived:
                raise NewPasswordUnknownError from error
            raise
        return _offline(workplace, officer, password, new_password)
    compare(gateway)
    verifier = make_verifier(new_password or password)
    with workplace.store.writing() as tx:
        now = workplace.undoubted(tx).at
        tx.logins.put(OfficerLogin(officer, answer.name, verifier, last_online_at=now))
        tx.setup.put(f"offline-days/{officer}", answer.offline_days)
        end_reset(tx, officer)
    roles = tuple(Role(role) for role in answer.roles if role in {each.value for each in Role})
    return _recorded(workplace, Session(_person(workplace, officer, answer.name, roles), "online"))


def _reset(workplace: Workplace, officer: str) -> Reset | None:
    with workplace.store.reading() as tx:
        return reset_of(tx, officer)


def _offline(workplace: Workplace, officer: str, password: str, new_password: str) -> Session:
    try:
        name = prove(workplace, officer, password).name
    except NewPasswordNeededError:
        if not new_password:
            raise
        choose(workplace, officer, new_password)
        name = prove(workplace, officer, new_password).name
    return _recorded(workplace, Session(_person(workplace, officer, name), "offline"))


def _person(workplace: Workplace, officer: str, name: str, roles: tuple[Role, ...] = ()) -> Officer:
    """Return who logs in: as the province's list has them, `roles` only for whom it hasn't."""
    listed = workplace.reference.officers
    with workplace.store.reading() as tx:  # what ships only stands in: it says nothing of anybody
        given = listed if tx.catalogues.active("officers") is not None else OfficerList("")
    return standing(listed.with_id(officer) or Officer(officer, name, roles=roles), given)


def _recorded(workplace: Workplace, session: Session) -> Session:
    with workplace.store.writing() as tx:
        today = vietnam_time(workplace.undoubted(tx).at).date()
        if not session.officer.roles:
            raise NoRoleError(officer=session.officer.name)
        _refuse_past_inspection(session.officer, today)
        # Who may replace it still comes in: its stick may have to be written again.
        if tx.setup.get(REPLACED) is not None and not may(workplace, session, Act.REPLACE):
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

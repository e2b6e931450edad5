"""Proving a password against the verifier kept on this machine, without asking anybody.

Unlocking goes on with a session that has begun, so nothing is recorded and no line is needed. Wrong
passwords are counted in the store: closing the program doesn't forget them.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

from counter_app.domain.errors.session import (
    OfficerInactiveError,
    OfflineOverError,
    SlowedDownError,
    WrongPasswordError,
)
from counter_app.domain.errors.wire import NewPasswordNeededError
from counter_app.domain.errors.work import OfflineLoginError
from counter_app.domain.officers.known import offline_end
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.signing_in.resets import reset_of
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.store.transaction import Transaction
from counter_app.vault.passwords import check

FREE_MISSES = 5
"""So many wrong passwords cost nothing: a slip, Caps Lock, an input method."""

FIRST_WAIT, LONGEST_WAIT = 5, 300
"""Seconds before the next try, after the sixth miss and at most; it doubles in between."""


def unlock(workplace: Workplace, session: Session, password: str) -> Session:
    """Return `session` when `password` is its officer's; how they logged in stays as it was.

    Raises as `prove`.
    """
    prove(workplace, session.officer.id, password)
    return session


def prove(workplace: Workplace, officer: str, password: str) -> OfficerLogin:
    """Return what is kept of `officer` when `password` is right. Takes about 0.1 s (Argon2id).

    Raises NewPasswordNeededError for a one-time code that a supervisor gave here; OfflineLoginError
    for somebody who never logged in here with a line, OfflineOverError when the days that the
    server allowed are over, OfficerInactiveError, SlowedDownError while too many misses are fresh
    (the password isn't looked at then), WrongPasswordError. A date that can't be right ends no
    days: the officer is asked for it inside.
    """
    now = workplace.clock.now().at
    with workplace.store.reading() as tx:
        login, reset = tx.logins.get(officer), reset_of(tx, officer)
        until = let_in_until(tx, officer)
        missed = _last_miss(tx, officer)
        today = workplace.undoubted(tx).at
    waits = reset is not None and reset.waits(today)
    if login is None or (until is None and not waits):
        raise OfflineLoginError(officer=officer)
    known = workplace.reference.officers.with_id(officer)
    if known is not None and not known.active:
        raise OfficerInactiveError(officer=known.name)
    is_over = until is None or today > until
    if until is not None and is_over and not waits:
        raise OfflineOverError(officer=officer, until=f"{until:%H:%M %d/%m/%Y}")
    if seconds := seconds_left(login.misses, missed, now):
        raise SlowedDownError(officer=officer, misses=login.misses, seconds=seconds)
    if waits and reset is not None and reset.is_code(password):
        raise NewPasswordNeededError
    if not is_over and check(login.verifier, password):
        if login.misses:
            _note(workplace, login, 0, None)
        return login
    misses = login.misses + 1
    _note(workplace, login, misses, now)
    if seconds := seconds_left(misses, now, now):
        raise SlowedDownError(officer=officer, misses=misses, seconds=seconds)
    raise WrongPasswordError(officer=officer, misses=misses)


def let_in_until(tx: Transaction, officer: str) -> datetime | None:
    """Return until when a password of `officer` is taken without a line; None for not at all.

    By the days that the server allowed; of a password that a supervisor reset here, by its own.
    """
    reset, login = reset_of(tx, officer), tx.logins.get(officer)
    if reset is not None and not reset.code:
        return reset.until
    return offline_end(login.last_online_at, allowed_days(tx, officer)) if login else None


def allowed_days(tx: Transaction, officer: str) -> int:
    """Return for how many days after a log-in with a line the server allows some without."""
    days = tx.setup.get(f"offline-days/{officer}")
    return days if isinstance(days, int) else 0


def seconds_left(misses: int, last_miss: datetime | None, now: datetime) -> int:
    """Return how long the next try must still wait, in whole seconds; 0 for not at all.

    A clock that was set back doesn't lock anybody out: then the wait is over.
    """
    if misses <= FREE_MISSES or last_miss is None or now < last_miss:
        return 0
    # Past ten doublings it is the longest wait anyhow; the power must not grow without end.
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(misses - FREE_MISSES - 1, 10))
    left = last_miss + timedelta(seconds=wait) - now
    return max(0, -(-left // timedelta(seconds=1)))


def _last_miss(tx: Transaction, officer: str) -> datetime | None:
    at = tx.setup.get(_name(officer))
    return datetime.fromisoformat(at) if isinstance(at, str) else None


def _note(workplace: Workplace, login: OfficerLogin, misses: int, at: datetime | None) -> None:
    with workplace.store.writing() as tx:
        tx.logins.put(dataclasses.replace(login, misses=misses))
        tx.setup.put(_name(login.officer), at.isoformat() if at else None)


def _name(officer: str) -> str:
    return f"last-miss/{officer}"

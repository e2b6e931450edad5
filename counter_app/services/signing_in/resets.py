"""What this machine keeps of a password that a supervisor reset here (cấp lại mật khẩu).

Two states: a code was given and waits (`code` is its verifier), or the officer has chosen a
password with it (`code` is ""). It is gone as soon as the province lets the officer in.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.errors.session import NewPasswordShortError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.once_code import bare_code
from counter_app.domain.plain import from_plain, to_plain
from counter_app.services.counter.workplace import Workplace
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.store.transaction import Transaction
from counter_app.vault.passwords import check, make_verifier

SHORTEST = 8
"""Characters of a password that an officer chooses; the province asks for as many."""


@dataclass(frozen=True, slots=True)
class Reset:
    """A reset that stands: `until` then the officer may log in by it, `code_until` choose."""

    until: datetime
    code: str = ""
    code_until: datetime | None = None

    def waits(self, now: datetime) -> bool:
        """Tell whether a code waits that may still be used."""
        return bool(self.code) and self.code_until is not None and now <= self.code_until

    def is_code(self, password: str) -> bool:
        """Tell whether what was typed is the code. Takes about 0.1 s (Argon2id)."""
        return check(self.code, bare_code(password))


def reset_of(tx: Transaction, officer: str) -> Reset | None:
    """Return the reset of `officer`, None without one (also of one that is long over)."""
    plain = tx.setup.get(_name(officer))
    return None if plain is None else from_plain(Reset, plain)


def put_reset(tx: Transaction, officer: Officer, reset: Reset) -> None:
    """Keep a reset; the misses of the officer are forgotten. The password of before stays."""
    tx.setup.put(_name(officer.id), to_plain(reset))
    known = tx.logins.get(officer.id)
    if known is None:
        # They never logged in here; what stands for a password is taken only once it is chosen.
        tx.logins.put(OfficerLogin(officer.id, officer.name, reset.code))
    else:
        tx.logins.put(dataclasses.replace(known, misses=0))


def end_reset(tx: Transaction, officer: str) -> None:
    """Forget the reset: the province let the officer in."""
    if tx.setup.get(_name(officer)) is not None:
        tx.setup.put(_name(officer), None)


def is_long_enough(password: str) -> bool:
    """Tell whether a chosen password has characters enough."""
    return len(password) >= SHORTEST


def choose(workplace: Workplace, officer: str, new: str) -> None:
    """Keep what the officer chose with a code that was just proven; the code is spent.

    Raises NewPasswordShortError.
    """
    if not is_long_enough(new):
        raise NewPasswordShortError(least=SHORTEST)
    verifier = make_verifier(new)
    with workplace.store.writing() as tx:
        reset, login = reset_of(tx, officer), tx.logins.get(officer)
        assert reset is not None
        assert login is not None
        tx.logins.put(dataclasses.replace(login, verifier=verifier, misses=0))
        tx.setup.put(_name(officer), to_plain(Reset(reset.until)))
        tx.setup.put(f"last-miss/{officer}", None)


def _name(officer: str) -> str:
    return f"reset/{officer}"

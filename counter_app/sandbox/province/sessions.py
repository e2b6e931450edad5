"""Log-ins: officers at their counters, and the clerk of the server. Verifiers are scrypt's."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t

SHORTEST = 8
"""Characters of a password."""

TRIES = 5
CLOSED = timedelta(minutes=5)
"""After so many wrong passwords a name is closed for so long."""

ACCESS, REFRESH, CLERK, DESK = "access", "refresh", "clerk", "desk"
"""Officers' two, the administrator's, and that of an agency's clerk, which opens pages only."""

ADMIN = "@admin"
"""The administrator's name; no officer's id begins like that."""

_N, _R, _P = 2**14, 8, 1  # 16 MiB and some 40 ms: never while a transaction waits for it


@dataclass(frozen=True, slots=True)
class Try:
    """A password that was tried against what was kept of it (`verifier`, None: unknown name)."""

    officer: str
    verifier: str | None
    right: bool


def new_verifier(password: str) -> str:
    """Return what is kept of a new password. Slow on purpose: before the transaction."""
    salt = secrets.token_bytes(16)
    return f"{base64.b64encode(salt).decode()}${_hash(password, salt)}"


def set_password(tx: Connection, officer: str, verifier: str) -> None:
    """Set an officer's password, by its `new_verifier`; a closed name is open again."""
    values = {"verifier": verifier, "missed": 0, "closed_until": None}
    where = t.officer.c.id == officer
    if not tx.execute(update(t.officer).where(where).values(values)).rowcount:
        tx.execute(insert(t.officer).values(id=officer, **values))


def verifier_of(tx: Connection, officer: str, now: datetime) -> str | None:
    """Return what is kept of an officer's password, None for an unknown name.

    Raises `RefusalError` (429) while the name is closed.
    """
    row = tx.execute(select(t.officer).where(t.officer.c.id == officer)).mappings().one_or_none()
    if row is None:
        return None
    _check_open(row["closed_until"], now)
    return str(row["verifier"])


def tried(officer: str, password: str, verifier: str | None) -> Try:
    """Try a password, outside of any transaction: it takes its time (scrypt).

    An unknown name takes as long as a wrong password and looks the same.
    """
    if verifier is None:
        _hash(password, bytes(16))
        return Try(officer, None, right=False)
    salt, _, wanted = verifier.partition("$")
    right = hmac.compare_digest(_hash(password, base64.b64decode(salt)), wanted)
    return Try(officer, verifier, right)


def is_right(tx: Connection, told: Try, now: datetime) -> bool:
    """Return whether what was tried counts, and count the miss when it doesn't.

    A password that was changed since it was tried is wrong. Raises `RefusalError` (429) while the
    name is closed, also when it was closed since.
    """
    where = t.officer.c.id == told.officer
    row = tx.execute(select(t.officer).where(where)).mappings().one_or_none()
    if row is None:
        return False
    _check_open(row["closed_until"], now)
    right = told.right and row["verifier"] == told.verifier
    missed = 0 if right else row["missed"] + 1
    closed = (now + CLOSED).isoformat() if missed >= TRIES else None
    values = {"missed": 0 if closed else missed, "closed_until": closed}
    tx.execute(update(t.officer).where(where).values(values))
    return right


def new_token(
    tx: Connection, kind: str, officer: str, device: str | None, expires_at: datetime
) -> str:
    """Return a new token; only its digest is kept."""
    token = secrets.token_urlsafe(32)
    tx.execute(
        insert(t.token).values(
            sha256=digest(token),
            kind=kind,
            officer=officer,
            device=device,
            expires_at=expires_at.isoformat(),
        )
    )
    return token


def owner(tx: Connection, kind: str, token: str, device: str | None, now: datetime) -> str | None:
    """Return whose token it is; None when it isn't known, not of this device, or too old."""
    c = t.token.c
    query = select(c.officer, c.device, c.expires_at).where(
        c.sha256 == digest(token), c.kind == kind
    )
    row = tx.execute(query).one_or_none()
    if row is None or row.device != device or datetime.fromisoformat(row.expires_at) < now:
        return None
    return str(row.officer)


def forget_old(tx: Connection, now: datetime) -> None:
    """Remove tokens that are over."""
    tx.execute(delete(t.token).where(t.token.c.expires_at < now.isoformat()))


def digest(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _check_open(closed_until: str | None, now: datetime) -> None:
    if closed_until and now < (until := datetime.fromisoformat(closed_until)):
        raise RefusalError("officer-throttled", retry_after=int((until - now).total_seconds()) + 1)


def _hash(password: str, salt: bytes) -> str:
    raw = hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)
    return base64.b64encode(raw).decode()

"""One-time codes (mã kích hoạt): how an officer chooses the first password, or the next one.

The province makes a code out for one officer of one centre; it is good for a few days, at the
enrolled machines of that centre only, and once. So nobody but the officer ever knows the password,
and a code that was read on its way opens nothing elsewhere.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from counter_app.domain.officers.once_code import RAW_BYTES, bare_code, code_of
from counter_app.sandbox.records import tables as t

CODE_DAYS = 7
NOBODYS = ""
"""Kept in place of a password's verifier while there is none: no password fits it."""


def make(tx: Connection, officer: str, centre: str, now: datetime) -> str:
    """Return a new code for an officer; an earlier one of theirs is void. The password stays."""
    code = code_of(secrets.token_bytes(RAW_BYTES))
    tx.execute(delete(t.once_code).where(t.once_code.c.officer == officer))
    known = tx.execute(select(t.officer.c.id).where(t.officer.c.id == officer)).first()
    if known is None:  # misses are counted there
        tx.execute(insert(t.officer).values(id=officer, verifier=NOBODYS, missed=0))
    tx.execute(
        insert(t.once_code).values(
            sha256=_digest(officer, code),
            officer=officer,
            centre=centre,
            expires_at=(now + timedelta(days=CODE_DAYS)).isoformat(),
        )
    )
    return code


def is_good(tx: Connection, officer: str, password: str, centre: str, now: datetime) -> bool:
    """Tell whether what was typed as password is the officer's code, at a machine of `centre`."""
    c = t.once_code.c
    query = select(c.expires_at).where(
        c.sha256 == _digest(officer, password), c.officer == officer, c.centre == centre
    )
    row = tx.execute(query).one_or_none()
    return row is not None and now <= datetime.fromisoformat(row.expires_at)


def spend(tx: Connection, officer: str) -> None:
    """Void whatever code the officer has."""
    tx.execute(delete(t.once_code).where(t.once_code.c.officer == officer))


def _digest(officer: str, code: str) -> str:
    # 60 random bits for some days, and five tries a name: a quick digest is enough.
    return hashlib.sha256(f"once\n{officer}\n{bare_code(code)}".encode()).hexdigest()

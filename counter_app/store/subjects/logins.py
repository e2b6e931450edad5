"""Officers who may log in while the line is down, each with a slow hash of the password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from counter_app.store.tables import officer_login


@dataclass(frozen=True, slots=True)
class OfficerLogin:
    """One officer; `misses` are wrong passwords since the last right one."""

    officer: str
    name: str
    verifier: str
    last_online_at: datetime | None = None
    misses: int = 0


class Logins:
    """Offline log-ins inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, officer: str) -> OfficerLogin | None:
        """Return what is kept of `officer`; None when nothing is."""
        query = select(officer_login).where(officer_login.c.officer == officer)
        row = self._connection.execute(query).first()
        return None if row is None else _login(row)

    def put(self, login: OfficerLogin) -> None:
        """Keep `login`, in place of what was kept of the same officer."""
        online = login.last_online_at
        values = {
            "officer": login.officer,
            "name": login.name,
            "verifier": login.verifier,
            "last_online_at": None if online is None else online.isoformat(),
            "misses": login.misses,
        }
        put = insert(officer_login).values(values)
        self._connection.execute(
            put.on_conflict_do_update(index_elements=[officer_login.c.officer], set_=values)
        )

    def forget(self, officer: str) -> None:
        """Forget `officer`, who then can only log in with the line up."""
        self._connection.execute(delete(officer_login).where(officer_login.c.officer == officer))

    def all(self) -> tuple[OfficerLogin, ...]:
        """Return everybody, by officer."""
        rows = self._connection.execute(select(officer_login).order_by(officer_login.c.officer))
        return tuple(_login(row) for row in rows)


def _login(row: Any) -> OfficerLogin:
    online = row.last_online_at
    return OfficerLogin(
        row.officer,
        row.name,
        row.verifier,
        None if online is None else datetime.fromisoformat(online),
        row.misses,
    )

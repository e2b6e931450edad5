"""Dossiers that the server took away: hidden, or held back until a supervisor has looked.

Nothing is erased: the journal keeps every entry. A hidden dossier has no row in lists and search.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.store.subjects.lines import LINE_COLUMNS, line_of
from counter_app.store.subjects.projection import Projection
from counter_app.store.tables import OPEN, delivery, dossier, tombstone

SEEN, HELD, HIDDEN, KEPT = "seen", "held", "hidden", "kept"

_BUSY = exists().where(delivery.c.dossier == dossier.c.uid, OPEN)


@dataclass(frozen=True, slots=True)
class Held:
    """A dossier that is held back: since when, and why the server took it away ("": untold).

    `busy`: an own act on it isn't answered yet, so that it can't be hidden now.
    """

    line: DossierLine
    at: datetime
    reason: str
    busy: bool


class Tombstones:
    """What was taken away, inside one transaction."""

    def __init__(self, connection: Connection, projection: Projection) -> None:
        self._connection = connection
        self._projection = projection

    def see(self, uid: str, version: int, at: datetime, reason: str = "") -> None:
        """Keep that the server took a dossier away; what was decided of it stays so."""
        self._connection.execute(
            insert(tombstone).on_conflict_do_nothing(),
            {
                "dossier": uid,
                "server_version": version,
                "state": SEEN,
                "at": at.isoformat(),
                "officer": "",
                "reason": reason,
            },
        )

    def lift(self, uid: str, version: int) -> bool:
        """Bring a dossier back of which the server told again, later; return whether it was away.

        `version`: the server's, of what it told.
        """
        gone = self._connection.execute(
            delete(tombstone).where(
                tombstone.c.dossier == uid, tombstone.c.server_version < version
            )
        ).rowcount
        if gone:
            self._projection.refresh(uid)
        return bool(gone)

    def waiting(self) -> tuple[str, ...]:
        """Return the dossiers shown here that may be hidden now, and those held back.

        One of which an own act isn't answered yet waits for the answer; one of which the server
        has accepted something since lives on.
        """
        query = (
            select(tombstone.c.dossier)
            .join(dossier, dossier.c.uid == tombstone.c.dossier)
            .where(
                tombstone.c.state.in_((SEEN, HELD)),
                dossier.c.version <= tombstone.c.server_version,
                ~_BUSY,
            )
            .order_by(tombstone.c.dossier)
        )
        return tuple(self._connection.execute(query).scalars())

    def held(self) -> tuple[str, ...]:
        """Return the dossiers that stay shown until a supervisor has looked."""
        query = select(tombstone.c.dossier).where(tombstone.c.state == HELD)
        return tuple(self._connection.execute(query.order_by(tombstone.c.dossier)).scalars())

    def held_lines(self, limit: int) -> tuple[Held, ...]:
        """Return those as they are known here, the newest reception first; at most `limit`."""
        c = tombstone.c
        query = (
            select(*LINE_COLUMNS, c.at, c.reason, _BUSY.label("busy"))
            .join(dossier, dossier.c.uid == c.dossier)
            .where(c.state == HELD)
            .order_by(dossier.c.key.desc())
            .limit(limit)
        )
        return tuple(
            Held(line_of(row), datetime.fromisoformat(row.at), row.reason, bool(row.busy))
            for row in self._connection.execute(query)
        )

    def held_since(self) -> datetime | None:
        """Return when the first of them was held back; None when there is none."""
        query = select(func.min(tombstone.c.at)).where(tombstone.c.state == HELD)
        at = self._connection.execute(query).scalar()
        return datetime.fromisoformat(at) if at else None

    def hidden_since(self, moment: datetime) -> int:
        """Return how many were hidden after `moment` without anybody's being asked."""
        c = tombstone.c
        query = select(func.count()).where(
            c.state == HIDDEN, c.officer == "", c.at >= moment.isoformat()
        )
        return self._connection.execute(query.select_from(tombstone)).scalar_one()

    def known(self) -> int:
        """Return how many dossiers are shown here."""
        return self._connection.execute(select(func.count()).select_from(dossier)).scalar_one()

    def decide(self, uids: Iterable[str], state: str, at: datetime, officer: str = "") -> None:
        """Hide, hold or keep these dossiers; `officer`: who said so, "" when nobody was asked."""
        for uid in uids:
            self._connection.execute(
                update(tombstone)
                .where(tombstone.c.dossier == uid)
                .values(state=state, at=at.isoformat(), officer=officer)
            )
            self._projection.refresh(uid)

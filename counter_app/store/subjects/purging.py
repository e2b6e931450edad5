"""What may be erased after its time, and erasing it: bodies, rows and search, never an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, or_, select, update

from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.files import FileState
from counter_app.store.subjects.projection import milliseconds
from counter_app.store.tables import OPEN, body, delivery, dossier, journal, paper_file


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: how many bodies, and the names of files whose bytes go after the commit."""

    bodies: int
    files: tuple[str, ...]


class Purging:
    """Erasing inside one transaction. `keep` writes down what books say, before bodies go."""

    def __init__(
        self, connection: Connection, keep: Callable[[Connection, Sequence[str]], None]
    ) -> None:
        self._connection = connection
        self._keep = keep

    def ready(self, returned_before: datetime, limit: int) -> tuple[str, ...]:
        """Return the uids of dossiers that may go, those returned first come first.

        Returned before that moment, every own entry of theirs accepted, every scanned paper sent.
        """
        query = select(dossier.c.uid).where(*self._may_go(returned_before))
        found = self._connection.execute(query.order_by(dossier.c.returned_ms).limit(limit))
        return tuple(found.scalars())

    def count(self, returned_before: datetime) -> int:
        """Return how many dossiers may go."""
        query = select(func.count()).select_from(dossier).where(*self._may_go(returned_before))
        return self._connection.execute(query).scalar_one()

    def erase(self, uids: Sequence[str]) -> Erased:
        """Erase bodies, rows, search words and file rows of these dossiers.

        Entries, their hashes, facts and answers stay, and what books say without a name.
        """
        of_these = select(delivery.c.position).where(delivery.c.dossier.in_(uids))
        self._keep(self._connection, uids)
        bodies = self._connection.execute(
            update(body)
            .where(body.c.position.in_(of_these), body.c.data.is_not(None))
            .values(data=None)
        ).rowcount
        # What the server once said of an entry may quote it.
        self._connection.execute(
            update(delivery).where(delivery.c.dossier.in_(uids)).values(problem=None)
        )
        where = paper_file.c.dossier.in_(uids)
        names = self._connection.execute(select(paper_file.c.name).where(where)).scalars().all()
        self._connection.execute(delete(paper_file).where(where))
        self._connection.execute(delete(dossier).where(dossier.c.uid.in_(uids)))
        return Erased(bodies, tuple(names))

    def is_over(self, uid: str) -> bool:
        """Tell whether the second journal's copy of an entry may go.

        Its body went here, or it is about no dossier and the server has it. Unknown ones stay.
        """
        lone = and_(
            delivery.c.dossier.is_(None),
            journal.c.code.is_(None),
            delivery.c.state.in_([State.ACCEPTED.value, State.SUPERSEDED.value]),
        )
        query = (
            select(or_(body.c.data.is_(None), lone))
            .select_from(journal)
            .join(body, body.c.position == journal.c.position)
            .join(delivery, delivery.c.position == journal.c.position)
            .where(journal.c.uid == uid)
        )
        return bool(self._connection.execute(query).scalar())

    @staticmethod
    def _may_go(returned_before: datetime) -> tuple[ColumnElement[bool], ...]:
        return (
            dossier.c.status == int(Status.RETURNED),
            dossier.c.returned_ms < milliseconds(returned_before),
            dossier.c.waiting == 0,
            dossier.c.attention == 0,
            ~exists().where(delivery.c.dossier == dossier.c.uid, OPEN),
            ~exists().where(
                paper_file.c.dossier == dossier.c.uid,
                paper_file.c.state == FileState.WAITING.value,
            ),
        )

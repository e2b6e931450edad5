"""A counter at work: what every service needs, handed over by `app`, never looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.domain.enrolment import Enrolment
from counter_app.domain.journal.entry import Author
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.clock import Clock, Moment, guarded
from counter_app.services.counter.reference import Reference
from counter_app.store.store import Store
from counter_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Session:
    """An officer who logged in here; `auth` is "online" or "offline"."""

    officer: Officer
    auth: str


@dataclass(frozen=True, slots=True)
class Workplace:
    """One counter: its store, its clock, its ids, its standing, and the books it works by.

    `is_online` tells whether the last contact with the server succeeded: only the words on a
    receipt depend on it, nothing else.
    """

    store: Store
    clock: Clock
    new_id: Callable[[], str]
    enrolment: Enrolment
    reference: Reference
    is_online: Callable[[], bool]

    def author(self, session: Session) -> Author:
        """Return who acts, as entries name it."""
        return Author(session.officer.id, session.auth, self.enrolment.counter)

    def moment(self, tx: Transaction) -> Moment:
        """Return the present, guarded by what this store already knows to have happened."""
        return guarded(self.clock.now(), tx.journal.latest_moment())

"""What a supervisor says of dossiers that the server took away, too many at once (SYNC §2).

Nothing is erased either way: a hidden dossier only leaves the lists, its entries stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.store.feed.tombstones import HIDDEN, KEPT

_DECIDERS = frozenset({Role.SUPERVISOR, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Decided:
    """How many dossiers left the lists, or stay in them."""

    count: int
    hidden: bool


def held_dossiers(workplace: Workplace) -> tuple[Dossier, ...]:
    """Return the dossiers that are held back, as this machine knows them."""
    with workplace.store.reading() as tx:
        found = (tx.dossiers.get(uid) for uid in tx.tombstones.held())
        return tuple(each for each in found if each is not None)


def decide_deletions(workplace: Workplace, session: Session, *, hide: bool) -> Decided:
    """Hide what is held back, or keep it for good. Raises NotPermittedError.

    One of which something was done meanwhile stays until that is answered.
    """
    if not _DECIDERS & set(session.officer.roles):
        raise NotPermittedError(officer=session.officer.name)
    with workplace.store.writing() as tx:
        held, free = tx.tombstones.held(), set(tx.tombstones.waiting())
        chosen = tuple(each for each in held if each in free or not hide)
        now = workplace.moment(tx).at
        tx.tombstones.decide(chosen, HIDDEN if hide else KEPT, now, session.officer.id)
    return Decided(len(chosen), hide)

"""Dossiers that the server took away, too many at once, in a counter of the tests."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.feed.tombstones import HELD
from tests.made import person
from tests.services.conftest import Counter

WHY = "Quản trị tỉnh: trùng hồ sơ"


def held(counter: Counter, many: int = 1, *, answered: bool = True) -> list[str]:
    """Receive dossiers that are then held back; `answered`: the server had taken them before."""
    place = counter.workplace
    procedure = Reception("1.001193", person())
    uids = [receive(place, counter.session, procedure).uid for _ in range(many)]
    now = place.clock.now().at
    with place.store.writing() as tx:
        for each in tx.deliveries.listing() if answered else ():
            tx.deliveries.answered(each.uid, Outcome(State.ACCEPTED, 1))
        for uid in uids:
            tx.tombstones.see(uid, 1, now, WHY)
        tx.tombstones.decide(uids, HELD, now)
    return uids


def supervising(session: Session) -> Session:
    """Return the session of a supervisor at the same counter."""
    return replace(session, officer=replace(session.officer, id="tp-01", roles=(Role.SUPERVISOR,)))

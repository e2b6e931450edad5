"""Only a supervisor decides of what the server took away too much of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Role
from counter_app.services.answers.deletions import decide_deletions, held_dossiers
from counter_app.services.counter.data_state import data_state
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.feed.tombstones import HELD
from tests.made import person
from tests.services.conftest import Counter


@pytest.mark.parametrize("hide", [True, False])
def test_a_supervisor_decides(counter: Counter, hide: bool) -> None:
    place = counter.workplace
    dossier = receive(place, counter.session, Reception("1.001193", person()))
    with place.store.writing() as tx:
        tx.tombstones.see(dossier.uid, 9, place.clock.now().at)
        tx.tombstones.decide([dossier.uid], HELD, place.clock.now().at)
    assert [each.uid for each in held_dossiers(place)] == [dossier.uid]
    assert data_state(place).held_deletions == 1
    with pytest.raises(NotPermittedError):
        decide_deletions(place, counter.session, hide=hide)
    officer = replace(counter.session.officer, id="tp-01", roles=(Role.SUPERVISOR,))
    decided = decide_deletions(place, replace(counter.session, officer=officer), hide=hide)
    # An own act isn't answered: nothing of it is hidden before the answer.
    assert decided.count == (0 if hide else 1)
    with place.store.reading() as tx:
        assert tx.dossiers.get(dossier.uid) is not None
        assert bool(tx.tombstones.held()) is hide

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.journal.outcome import Outcome, State
from counter_app.services.counter.resending import send_again
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.made import person
from tests.services.conftest import Counter


def test_what_rests_goes_at_once_and_what_was_refused_stays(counter: Counter) -> None:
    place, later = counter.workplace, counter.clock.at + timedelta(minutes=5)
    uids = [receive(place, counter.session, Reception("1.001193", person())).uid for _ in range(5)]
    fresh, resting, unknown, aside, refused = uids
    with place.store.writing() as tx:
        tx.deliveries.put_back([resting], State.PENDING, later)
        tx.deliveries.put_back([unknown], State.UNKNOWN, later)
        tx.deliveries.put_back([aside], State.QUARANTINED, None, '{"type": "wire.rejected"}')
        tx.deliveries.answered(refused, Outcome(State.REFUSED, 1))
    assert send_again(place) == 3
    with place.store.reading() as tx:
        going = [each.entry.uid for each in tx.deliveries.waiting(counter.clock.at)]
        states = {each.uid: each.state for each in tx.deliveries.listing()}
    assert going == [fresh, resting, unknown, aside]
    assert states[unknown] is State.UNKNOWN
    assert states[refused] is State.REFUSED
    assert send_again(place) == 0

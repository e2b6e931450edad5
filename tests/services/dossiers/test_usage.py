from __future__ import annotations

from datetime import timedelta

from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import COUNTER_WORK
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.usage import FAVOURITES, favourites, pin, pinned, unpin, uses
from tests.made import person
from tests.services.conftest import Counter

BIRTH, AGAIN, WEDDING = "1.001193", "1.004884", "1.000894"
ME, OTHER = "cb-01", "cb-02"


def received(counter: Counter, procedure: str, times: int = 1, officer: str = ME) -> None:
    session = Session(Officer(officer, "Cán bộ Mẫu", roles=COUNTER_WORK), "online")
    due = counter.clock.at + timedelta(days=3)
    for _ in range(times):
        reception = Reception(procedure, person(), due_by_hand=due, due_reason="thử")
        receive(counter.workplace, session, reception)


def test_uses_of_this_and_last_month(counter: Counter) -> None:
    counter.clock.go(days=-60)  # 21/09
    received(counter, WEDDING, 5)
    counter.clock.go(days=10)  # 01/10
    received(counter, WEDDING)
    counter.clock.go(days=50)  # 20/11
    received(counter, BIRTH, 2)
    received(counter, AGAIN, 3, OTHER)
    received(counter, BIRTH, 1, OTHER)
    found = uses(counter.workplace, ME)
    assert found.by_officer == {BIRTH: 2, WEDDING: 1}
    assert found.by_counter == {BIRTH: 3, WEDDING: 1, AGAIN: 3}
    assert uses(counter.workplace, "cb-09").by_officer == {}


def test_favourites_keep_their_keys_during_the_day(counter: Counter) -> None:
    assert favourites(counter.workplace, ME) == ()
    received(counter, BIRTH)
    assert favourites(counter.workplace, ME) == (BIRTH,)
    counter.clock.go(days=1)
    received(counter, WEDDING, 4)
    assert favourites(counter.workplace, ME) == (BIRTH, WEDDING)
    counter.clock.go(days=1)
    assert favourites(counter.workplace, ME) == (WEDDING, BIRTH)


def test_this_officers_favourites_go_before_the_counters(counter: Counter) -> None:
    received(counter, AGAIN, 3, OTHER)
    received(counter, BIRTH, 1)
    counter.clock.go(days=1)
    assert favourites(counter.workplace, ME) == (BIRTH, AGAIN)
    assert favourites(counter.workplace, OTHER) == (AGAIN, BIRTH)


def test_pinned_ones_come_first_and_stay(counter: Counter) -> None:
    received(counter, BIRTH, 3)
    assert pin(counter.workplace, ME, WEDDING) == (WEDDING,)
    assert pin(counter.workplace, ME, AGAIN, at=0) == (AGAIN, WEDDING)
    assert favourites(counter.workplace, ME) == (AGAIN, WEDDING, BIRTH)
    assert pinned(counter.workplace, OTHER) == ()
    assert pin(counter.workplace, ME, WEDDING, at=0) == (WEDDING, AGAIN)
    assert unpin(counter.workplace, ME, AGAIN) == (WEDDING,)
    assert unpin(counter.workplace, ME, AGAIN) == (WEDDING,)
    assert pinned(counter.workplace, ME) == (WEDDING,)


def test_there_are_nine_keys(counter: Counter) -> None:
    codes = [each.code for each in counter.workplace.reference.procedures.procedures]
    for code in codes[:FAVOURITES]:
        pin(counter.workplace, ME, code)
    assert pin(counter.workplace, ME, codes[9])[-2:] == (codes[7], codes[9])
    assert len(favourites(counter.workplace, ME)) == FAVOURITES


def test_what_is_no_longer_in_force_is_no_favourite(counter: Counter) -> None:
    pin(counter.workplace, ME, "9.999999")
    received(counter, BIRTH)
    assert favourites(counter.workplace, ME) == (BIRTH,)

"""Proving a password without a line: who may, who is slowed down, what is remembered."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable
from datetime import timedelta

import pytest

from counter_app.domain.errors.session import (
    OfficerInactiveError,
    OfflineOverError,
    SlowedDownError,
    WrongPasswordError,
)
from counter_app.domain.errors.work import OfflineLoginError
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.services.signing_in import unlocking
from counter_app.services.signing_in.unlocking import (
    FIRST_WAIT,
    FREE_MISSES,
    LONGEST_WAIT,
    prove,
    seconds_left,
    unlock,
)
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.vault.passwords import Cost, make_verifier
from tests.made import NOON
from tests.services.conftest import Counter

RIGHT, WRONG = "mật khẩu mẫu", "mật khẩu khác"
VERIFIER = make_verifier(RIGHT, Cost(memory_kib=64, passes=1, lanes=1))


def known(counter: Counter, days: int = 30) -> Counter:
    """Let the officer have logged in with a line at noon."""
    with counter.workplace.store.writing() as tx:
        tx.logins.put(OfficerLogin("cb-01", "Phạm Thị Ví", VERIFIER, last_online_at=NOON))
        tx.setup.put("offline-days/cb-01", days)
    return counter


def entries(counter: Counter) -> int:
    with counter.workplace.store.reading() as tx:
        return tx.journal.head().n


def test_the_right_password_goes_on_with_the_session(counter: Counter) -> None:
    known(counter)
    before = entries(counter)
    assert unlock(counter.workplace, counter.session, RIGHT) is counter.session
    assert entries(counter) == before


def test_marks_typed_as_three_letters_are_the_same_password(counter: Counter) -> None:
    known(counter)
    apart = unicodedata.normalize("NFD", RIGHT)
    assert apart != RIGHT
    assert unlock(counter.workplace, counter.session, apart)


def test_a_slip_is_counted_and_forgiven(counter: Counter) -> None:
    known(counter)
    for misses in range(1, FREE_MISSES + 1):
        with pytest.raises(WrongPasswordError) as caught:
            prove(counter.workplace, "cb-01", WRONG)
        assert caught.value.facts["misses"] == misses
    assert prove(counter.workplace, "cb-01", RIGHT)
    with pytest.raises(WrongPasswordError) as caught:
        prove(counter.workplace, "cb-01", WRONG)
    assert caught.value.facts["misses"] == 1


def test_after_five_misses_it_goes_slowly_also_in_a_new_program(
    open_counter: Callable[..., Counter], monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = known(open_counter())
    for _ in range(FREE_MISSES):
        with pytest.raises(WrongPasswordError):
            prove(counter.workplace, "cb-01", WRONG)
    with pytest.raises(SlowedDownError) as caught:
        prove(counter.workplace, "cb-01", WRONG)
    assert (caught.value.facts["misses"], caught.value.seconds) == (6, FIRST_WAIT)
    counter = open_counter()
    counter.clock.go(seconds=2.2)
    with monkeypatch.context() as patch:
        patch.setattr(unlocking, "check", lambda *_: pytest.fail("it was looked at"))
        with pytest.raises(SlowedDownError) as caught:
            prove(counter.workplace, "cb-01", RIGHT)
    assert caught.value.seconds == 3
    counter.clock.go(seconds=2.8)
    assert prove(counter.workplace, "cb-01", RIGHT)
    assert prove(counter.workplace, "cb-01", RIGHT)


def test_the_wait_doubles_up_to_five_minutes() -> None:
    waits = [seconds_left(misses, NOON, NOON) for misses in range(4, 15)]
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]
    assert seconds_left(10_000, NOON, NOON) == LONGEST_WAIT
    assert seconds_left(9, NOON, NOON + timedelta(seconds=40)) == 0
    assert seconds_left(9, None, NOON) == 0


def test_a_clock_that_was_set_back_locks_nobody_out() -> None:
    assert seconds_left(20, NOON, NOON - timedelta(days=400)) == 0


def test_the_days_without_a_line_end(counter: Counter) -> None:
    known(counter, days=30)
    counter.clock.go(days=30)
    assert prove(counter.workplace, "cb-01", RIGHT)
    counter.clock.go(seconds=1)
    with pytest.raises(OfflineOverError) as caught:
        prove(counter.workplace, "cb-01", RIGHT)
    assert str(caught.value.facts["until"]).startswith(f"{NOON:%H:%M}")


@pytest.mark.parametrize("days", [0, None])
def test_nobody_without_permission(counter: Counter, days: int | None) -> None:
    known(counter)
    with counter.workplace.store.writing() as tx:
        tx.setup.put("offline-days/cb-01", days)
    for officer in ("cb-01", "cb-02"):
        with pytest.raises(OfflineLoginError):
            prove(counter.workplace, officer, RIGHT)


def test_an_officer_who_left_stays_outside(counter: Counter) -> None:
    known(counter)
    gone = OfficerList("2", (Officer("cb-01", "Phạm Thị Ví", active=False),))
    reference = dataclasses.replace(counter.workplace.reference, officers=gone)
    place = dataclasses.replace(counter.workplace, reference=reference)
    with pytest.raises(OfficerInactiveError):
        prove(place, "cb-01", RIGHT)

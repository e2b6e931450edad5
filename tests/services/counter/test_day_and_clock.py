"""Midnight with the window open, a clock set forward and back, a dead CMOS battery."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors.work import ClockDoubtfulError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.made import person
from tests.services.conftest import Counter

BIRTH = Reception("1.001193", person())


def code(counter: Counter) -> str:
    return receive(counter.workplace, counter.session, BIRTH).shown_code


def test_midnight_with_the_window_open(counter: Counter) -> None:
    """A number is of the day on its paper, to the second; nobody starts anything anew."""
    clock = counter.clock
    tomorrow = (clock.at + timedelta(days=1)).date()
    counter.grant(51, 60, day=tomorrow)
    clock.at = clock.at.replace(hour=23, minute=59, second=59)
    assert code(counter).endswith(f"-{clock.at:%y%m%d}-0001")
    clock.at += timedelta(seconds=1)
    assert clock.at.date() == tomorrow
    assert code(counter).endswith(f"-{tomorrow:%y%m%d}-0051")
    clock.go(days=1)  # no number of this day: provisional, never yesterday's
    assert code(counter).startswith("HG00217-")


def test_set_forward_and_back(counter: Counter) -> None:
    clock = counter.clock
    true = clock.at
    clock.go(days=400)
    assert code(counter).startswith("HG")  # a day without numbers gives no official code
    clock.at = true
    with pytest.raises(ClockDoubtfulError) as asked:
        code(counter)
    assert asked.value.facts["latest"] != asked.value.facts["shown"]
    clock.quality = ClockQuality.CONFIRMED
    assert code(counter).endswith("-0001")  # today's number, unused by the wrong day
    clock.quality = ClockQuality.SYNCED
    assert code(counter).endswith("-0002")  # once confirmed, nobody is asked again


def test_a_dead_battery_every_morning(open_counter: Callable[..., Counter]) -> None:
    """Each morning begins in 2009: nothing is written with that date, and nothing is used up."""
    begin = open_counter().clock.at
    codes = []
    for morning in range(3):
        counter = open_counter()
        today = begin + timedelta(days=morning)
        counter.grant(10 * morning + 1, 10 * morning + 10, day=today.date())
        if morning:
            counter.clock.at = datetime(2009, 1, 1, 0, 3, tzinfo=VIETNAM)
            with pytest.raises(ClockDoubtfulError):
                code(counter)
        counter.clock.at = today  # set right
        codes += [code(counter), code(counter)]
    assert [int(each[-4:]) for each in codes] == [1, 2, 11, 12, 21, 22]
    assert counter.workplace.store.verify().is_whole

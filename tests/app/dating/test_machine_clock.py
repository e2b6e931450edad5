"""What the machine's clock says, and what the server or people said of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from counter_app.app.dating.machine_clock import MachineClock, machine_steady, machine_wall
from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.sync.clock import Offset

DEAD = datetime(2010, 1, 1, 0, 3, tzinfo=VIETNAM)
TRUE = datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM)


class Machine:
    """A clock that goes evenly until it is set."""

    def __init__(self, at: datetime = DEAD) -> None:
        self.wall, self.steady = at, 100.0
        self.clock = MachineClock(lambda: self.wall, lambda: self.steady)

    def go(self, **delta: float) -> None:
        passed = timedelta(**delta)
        self.wall += passed
        self.steady += passed.total_seconds()

    def hear(self, server: datetime) -> Offset:
        offset = Offset(server - self.wall, self.wall, 0.05)
        self.clock.compared(offset)
        return offset

    @property
    def now(self) -> tuple[datetime, ClockQuality]:
        moment = self.clock.now()
        return moment.at, moment.quality


def test_the_machines_own_time() -> None:
    assert abs(MachineClock().now().at - machine_wall()) < timedelta(minutes=5)
    assert machine_steady() <= machine_steady()
    assert Machine().now == (DEAD, ClockQuality.LOCAL)


def test_a_confirmed_date_runs_on() -> None:
    machine = Machine()
    machine.clock.confirm(TRUE)
    machine.go(hours=3)
    assert machine.now == (TRUE + timedelta(hours=3), ClockQuality.CONFIRMED)
    machine.go(days=2)
    assert machine.now == (TRUE + timedelta(days=2, hours=3), ClockQuality.CONFIRMED)


@pytest.mark.parametrize("step", [timedelta(days=1), timedelta(minutes=-11)])
def test_it_is_over_when_somebody_sets_the_clock(step: timedelta) -> None:
    machine = Machine()
    machine.clock.confirm(TRUE)
    machine.wall += timedelta(minutes=1)  # the network's time, in small steps
    assert machine.now == (TRUE, ClockQuality.CONFIRMED)
    machine.wall += step
    assert machine.now == (machine.wall, ClockQuality.LOCAL)


def test_it_is_over_when_the_server_is_heard() -> None:
    """Where the day is wrong the server's stands in its place, for as long as it can be trusted."""
    machine = Machine()
    machine.clock.confirm(TRUE)
    offset = machine.hear(TRUE + timedelta(minutes=2))
    machine.go(minutes=1)
    machine.clock.compared(offset)  # the same again, as each news of the wire brings it
    assert machine.now == (TRUE + timedelta(minutes=3), ClockQuality.SYNCED)
    machine.go(days=2)
    assert machine.now[1] is ClockQuality.LOCAL
    assert machine.now[0].date() == (TRUE + timedelta(days=2)).date()


def test_a_clock_that_is_minutes_wrong_is_left_alone() -> None:
    machine = Machine(TRUE)
    machine.hear(TRUE + timedelta(minutes=12))
    assert machine.now == (TRUE, ClockQuality.LOCAL)
    machine.hear(TRUE + timedelta(seconds=3))
    assert machine.now == (TRUE, ClockQuality.SYNCED)
    midnight = Machine(TRUE.replace(hour=23, minute=58))
    midnight.hear(midnight.wall + timedelta(minutes=4))
    assert midnight.now == (midnight.wall, ClockQuality.LOCAL)


def test_an_old_comparison_says_nothing_of_a_clock_that_was_set_since() -> None:
    machine = Machine(TRUE)
    offset = machine.hear(TRUE)
    machine.wall = DEAD
    assert machine.now == (DEAD, ClockQuality.LOCAL)
    machine.clock.compared(offset)
    assert machine.now == (DEAD, ClockQuality.LOCAL)
    machine.clock.confirm(TRUE)
    machine.clock.compared(offset)
    machine.clock.compared(None)
    assert machine.now == (TRUE, ClockQuality.CONFIRMED)

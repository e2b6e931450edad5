"""Keys that wait in a busy program's queue keep the pace at which they were typed."""

from __future__ import annotations

import itertools

import pytest

from counter_app.desktop.scanning.burst import Burst, Fate, Rules, earlier_by, step
from counter_app.desktop.scanning.key_reading import EventClock
from counter_app.desktop.scanning.stroke import Kind, Stroke

RULES = Rules()


class Watch(EventClock):
    """A clock that stands where a test puts it."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def now(self) -> float:
        return self.at


def fates(clock: Watch, stamps: list[int]) -> tuple[list[Fate], str]:
    """Bring keys with these timestamps all at once; return their fates and what was released."""
    burst, found, released = Burst(), [], ""
    for number, stamp in enumerate(stamps):
        clock.at += 0.3
        stroke = Stroke(number, clock.moment(stamp), Kind.TEXT, chr(97 + number), code=number)
        if clock.correction:
            burst = earlier_by(burst, clock.correction)
        burst, answer = step(burst, stroke, RULES)
        found.append(answer.fate)
        released += "".join(each.text for each in answer.release)
    return found, released


def test_the_first_keys_that_are_seen_may_be_late() -> None:
    """A password typed while the program opens: 70 ms a key, brought together at its end."""
    clock = Watch()
    clock.at = 5_000.0
    found, released = fates(clock, [1_000 + 70 * each for each in range(8)])
    assert set(found) == {Fate.HOLD}
    assert released == "abcdefg", "each was a person's key; only the last is still held"


def test_a_scan_that_is_brought_late_is_still_one() -> None:
    clock = Watch()
    clock.at = 5_000.0
    found, released = fates(clock, [1_000 + 3 * each for each in range(8)])
    assert set(found) == {Fate.HOLD}
    assert released == ""


@pytest.mark.parametrize("late", [0.0, 12.0, 300.0])
def test_gaps_are_those_of_the_timestamps(late: float) -> None:
    clock = Watch()
    clock.at = 1_000.0 + late
    moments: list[float] = []
    for stamp in (100, 170, 240, 900):
        clock.at = max(clock.at + 0.1, 1_000.0 + stamp - 100)
        moment = clock.moment(stamp)
        moments = [each - clock.correction for each in moments] + [moment]
    gaps = [after - before for before, after in itertools.pairwise(moments)]
    assert gaps == pytest.approx([70, 70, 660])


def test_a_clock_that_jumps_is_learnt_anew() -> None:
    clock = Watch()
    clock.at = 1_000.0
    clock.moment(500_000)
    clock.at = 2_000.0
    assert clock.moment(10) == 2_000.0
    assert clock.correction == 0.0

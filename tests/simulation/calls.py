"""Every fault of the wire at every call, through two days that have something of everything."""

from __future__ import annotations

from tests.simulation.counter import Counter, Intent, step
from tests.simulation.line import Fault, fits
from tests.simulation.office import Office
from tests.simulation.run import Result, new_mark, run

CALLS = ("entries", "changes", "heartbeat", "number-blocks", "catalogues", "ping")
ROUNDS = ((1, 1), (2, 1), (1, 4), (2, 4))
"""From which request to that call on, and how many in a row."""

_NIGHT = 16 * 3600.0


def is_possible(fault: Fault, target: str) -> bool:
    """Tell whether `fault` can do anything to the call `target`."""
    return fits(fault, f"/v1/{target}")


def call(name: str, rest: list[str], told: bool) -> Result:
    """Do the trial `call:FAULT:target:round`."""
    fault, target, (at, times) = Fault[rest[0]], rest[1], ROUNDS[int(rest[2])]

    def work(place: Office) -> int:
        for counter in place.counters:
            weather = counter.weather
            weather.planned, weather.call, weather.at, weather.times = fault, target, at, times
        return _two_days(place)

    return run(name, work, ("A", "B"), told=told)


def _two_days(place: Office) -> int:
    """Let both counters work, apart and on each other's dossiers, a day and the next morning."""
    one, other = place.counters
    first, second, third = (_receive(place, each) for each in (one, one, other))
    steps = 3 + _turns(place, 2)
    for counter, dossier, kind in (
        (one, first, "told"),
        (one, first, "complained"),  # two acts of one dossier in one batch
        (one, second, "told"),
        (other, third, "told"),
        (other, third, "complained"),
        (one, second, "withdrawn"),
        (other, second, "withdrawn"),  # only one of them can be true
    ):
        if not (counter.is_open() and dossier in counter.dossiers()):
            continue  # nobody told this counter yet
        mark = new_mark(place)
        counter.does(Intent(mark, kind, dossier, step(kind, mark)))
        place.world.pass_time(5)
        steps += 1
    steps += _turns(place, 2)
    place.world.pass_time(_NIGHT)
    for counter in (one, other):
        _receive(place, counter)
        counter.numbers()
        steps += 1
    return steps + _turns(place, 1)


def _receive(place: Office, counter: Counter) -> str:
    uid = place.world.new_id()
    counter.does(Intent(new_mark(place), "received", uid))
    place.world.pass_time(5)
    return uid


def _turns(place: Office, times: int) -> int:
    for _ in range(times):
        for counter in place.counters:
            counter.turn()
            place.world.pass_time(20)
    return times * len(place.counters)

"""The three suites: crash points under faults, random days, homes that were copied back."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.simulation.calls import CALLS, ROUNDS, call, is_possible
from tests.simulation.counter import Counter
from tests.simulation.line import Fault
from tests.simulation.office import COUNTERS, Office, machine_of
from tests.simulation.run import Result, acts, random_day, receives, run

PAIR = ("A", "B")
SHORT_STEPS, LONG_STEPS = 8, 30
MET = "crash and fault met"


@dataclass(frozen=True)
class Trial:
    """One run to do; its name says everything that is needed to repeat it."""

    name: str

    def do(self, *, told: bool = False) -> Result:
        kind, *rest = self.name.split(":")
        return _KINDS[kind](self.name, rest, told)


def random_trials(first: int, count: int) -> Iterator[Trial]:
    return (Trial(f"random:{seed}") for seed in range(first, first + count))


def exhaustive_trials(crash_points: int, seeds: int) -> Iterator[Trial]:
    """Every passage of the script as a place to crash, with every fault of the wire."""
    for seed in range(seeds):
        for point in range(1, crash_points + 1):
            for fault in Fault:
                yield Trial(f"crash:{point}:{fault.name}:{seed}")


def call_trials() -> Iterator[Trial]:
    """Every fault at every call, once or several times in a row, early or late in the day."""
    for turn in range(len(ROUNDS)):
        for target in CALLS:
            for fault in reversed(Fault):  # those of the contents first
                if is_possible(fault, target):
                    yield Trial(f"call:{fault.name}:{target}:{turn}")


def restore_trials(first: int, count: int) -> Iterator[Trial]:
    kinds = sorted(_COPIES)
    return (Trial(f"copy:{kinds[at % len(kinds)]}:{at}") for at in range(first, first + count))


@functools.cache
def _course() -> tuple[tuple[str, str], ...]:
    """Return (counter, failpoint) of each passage of the script when nothing happens to it."""
    passed: list[tuple[str, str]] = []

    def work(place: Office) -> int:
        steps = _script(place)
        plan = place.world.crashes
        passed.extend(zip(plan.whose, plan.passed, strict=True))
        return steps

    run("crash points", work, PAIR)
    return tuple(passed)


def crash_points() -> int:
    """Return how many failpoints the script passes when nothing happens to it."""
    return len(_course())


# --- random ----------------------------------------------------------------------------------


def _random(name: str, rest: list[str], told: bool) -> Result:
    seed = int(rest[0])
    steps = LONG_STEPS if seed % 2 else SHORT_STEPS
    names = COUNTERS if seed % 3 == 0 else PAIR
    return run(name, partial(random_day, steps=steps), names, told=told)


# --- exhaustive ------------------------------------------------------------------------------


def _crash(name: str, rest: list[str], told: bool) -> Result:
    point, fault, seed = int(rest[0]), Fault[rest[1]], int(rest[2])
    whose, _ = _course()[point - 1]
    asked = sum(each == (whose, "before send") for each in _course()[:point])

    def work(place: Office) -> int:
        place.world.crashes.at = point
        for counter in place.counters:
            counter.weather.planned = fault
            # Here at the request before the crash, at the next one, or a little later; there
            # at about the same time.
            counter.weather.at = max(1, asked + seed % 3)
        return _script(place)

    result = run(name, work, PAIR, told=told)
    crashed = any(kind.startswith("crash ") for kind in result.happened)
    result.happened[MET] = int(crashed and result.happened.get(fault.value, 0) > 0)
    return result


def _script(place: Office) -> int:
    """Do a little of everything, always the same."""
    one, other = place.counters
    chance, steps = place.world.officers, 0
    for what in "rrsa RsaA sSna SsrS".replace(" ", ""):
        counter = other if what.isupper() else one
        {
            "r": partial(receives, place, counter),
            "a": partial(acts, place, counter, chance),
            "s": counter.turn,
            "n": counter.numbers,
        }[what.lower()]()
        place.world.pass_time(20)
        steps += 1
    return steps


# --- copies of a home ------------------------------------------------------------------------


def _copy(name: str, rest: list[str], told: bool) -> Result:
    return run(name, partial(_COPIES[rest[0]], name=name), PAIR, told=told)


def _before_and_after(
    place: Office, between: Callable[[Counter, int], None], times: int = 1
) -> int:
    """Work, copy something in the middle of it, work on; `between` happens so many `times`."""
    chance, steps = place.world.officers, 0
    one = place.counters[0]
    one.weather.odds = chance.choice((0.0, 0.0, 1.0))
    for _ in range(chance.randrange(1, 6)):
        _busy(place, one, chance.random())
        steps += 1
    one.close()
    saved, acts_then = place.folder / "saved", len(place.model.acts)
    shutil.copytree(one.folder, saved)
    for _ in range(chance.randrange(1, 6)):
        _busy(place, one, chance.random())
        steps += 1
    one.is_copied = True
    for _ in range(times):
        one.close()
        between(one, acts_then)
        for _ in range(chance.randrange(1, 6)):
            for counter in place.counters:
                _busy(place, counter, chance.random())
                steps += 1
            if chance.random() < 0.3:
                one.weather.odds = 0.0
    return steps


def _busy(place: Office, counter: Counter, chance: float) -> None:
    place.world.pass_time(30)
    if chance < 0.6:
        receives(place, counter)
    elif chance < 0.75:
        acts(place, counter, place.world.officers)
    elif chance < 0.95:
        counter.turn()
    else:
        counter.close()


def _store_back(place: Office, name: str) -> int:
    """The store alone comes back from an older copy: the mark beside it knows better."""

    def back(counter: Counter, acts_then: int) -> None:
        _put_store_back(place, counter)
        place.forgets(counter, acts_then)

    return _before_and_after(place, back)


def _put_store_back(place: Office, counter: Counter) -> None:
    for file in counter.folder.glob("store.db*"):
        file.unlink()
    for file in (place.folder / "saved").glob("store.db*"):
        shutil.copyfile(file, counter.folder / file.name)


def _store_back_unseen(place: Office, name: str) -> int:
    """The same where the machine's witness is gone too: only the mark can tell."""

    def back(counter: Counter, acts_then: int) -> None:
        machine = place.folder / f"machine-{counter.machine[:2]}"
        shutil.rmtree(machine, ignore_errors=True)
        _put_store_back(place, counter)
        place.forgets(counter, acts_then)

    return _before_and_after(place, back)


def _home_back(place: Office, name: str, times: int = 1) -> int:
    """The whole home comes back from an older copy, with its mark."""

    def back(counter: Counter, acts_then: int) -> None:
        shutil.rmtree(counter.folder)
        shutil.copytree(place.folder / "saved", counter.folder)
        place.forgets(counter, acts_then)

    return _before_and_after(place, back, times)


def _other_folder(place: Office, name: str) -> int:
    """An older copy of the home is opened where it lies, on the same machine, in the first's place.

    Nobody opens the first one again.
    """

    def opened(counter: Counter, acts_then: int) -> None:
        counter.folder = place.folder / "saved"
        place.forgets(counter, acts_then)

    return _before_and_after(place, opened)


def _other_machine(place: Office, name: str, times: int = 1) -> int:
    """The home moves to another machine; the old one isn't used any more."""
    machines = iter("zxw")

    def moved(counter: Counter, _: int) -> None:
        counter.machine = machine_of(next(machines))

    return _before_and_after(place, moved, times)


def _run_twice(place: Office, name: str) -> int:
    """A copy of the home runs on another machine while the first one works on."""

    def twice(counter: Counter, _: int) -> None:
        twin = place.twin(counter, place.folder / "saved", machine_of("y"))
        place.counters.append(twin)
        place.copied.add(counter.name[0])

    return _before_and_after(place, twice)


_COPIES: dict[str, Callable[..., int]] = {
    "store-back": _store_back,
    "store-back-unseen": _store_back_unseen,
    "home-back": _home_back,
    "home-back-twice": partial(_home_back, times=2),
    "other-folder": _other_folder,
    "other-machine": _other_machine,
    "other-machines": partial(_other_machine, times=3),
    "run-twice": _run_twice,
}

_KINDS: dict[str, Callable[[str, list[str], bool], Result]] = {
    "call": call,
    "random": _random,
    "crash": _crash,
    "copy": _copy,
}

"""The simulated world: one clock, one source of chance, one trace, and every place to crash at.

Nothing here knows of time or chance of its own: the same seed gives the same world, bit for bit.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter as Tally
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NoReturn

from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.identifier import uuid7

if TYPE_CHECKING:
    from tests.simulation.counter import Counter

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)
"""A Monday, and no holiday."""


class Crash(BaseException):
    """The process of a counter is gone: nothing that it would still do happens."""


class ServerCrash(BaseException):
    """The server's process is gone in the middle of a request."""


@dataclass
class Crashes:
    """Where counters crash: at the passage number `at` of all failpoints, or by `odds` at each."""

    at: int = 0
    odds: float = 0.0
    passed: list[str] = field(default_factory=list)
    whose: list[str] = field(default_factory=list)
    happened: int = 0


class World:
    """What all counters and the server share. `trace` lines are kept only when `told`."""

    def __init__(self, seed: str, *, told: bool = False) -> None:
        self.seed = seed
        self.time = MORNING
        self.officers = random.Random(f"officers {seed}")
        self.nature = random.Random(f"nature {seed}")
        self.ids = random.Random(f"ids {seed}")
        self.crashes = Crashes()
        self.active: Counter | None = None
        self.faults: Tally[str] = Tally()
        self.lines: list[str] = []
        self._told = told
        self._digest = hashlib.sha256()

    def now(self) -> datetime:
        """Return the true time: the server's."""
        return self.time

    def counters_now(self) -> datetime:
        """Return the time by the clock of the counter whose process runs."""
        return self.time + (self.active.clock_shift if self.active else timedelta())

    def pass_time(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)

    def new_id(self) -> str:
        return uuid7(int(self.counters_now().timestamp() * 1000), self.ids.randbytes(10))

    def say(self, *words: object) -> None:
        """Put a line into the trace."""
        who = self.active.name if self.active else "-"
        line = f"{self.time:%d %H:%M:%S.%f} {who} " + " ".join(map(str, words))
        self._digest.update(line.encode() + b"\n")
        if self._told:
            self.lines.append(line)

    @property
    def trace(self) -> str:
        """The digest of everything that was said so far."""
        return self._digest.hexdigest()

    def at(self, point: str) -> None:
        """Pass a failpoint of the running counter. Raises `Crash` here, and ever after."""
        counter = self.active
        if counter is None:
            return
        if counter.is_dead:
            raise Crash
        plan = self.crashes
        plan.passed.append(point)
        plan.whose.append(counter.name)
        self.say("at", point)
        if len(plan.passed) == plan.at or (plan.odds and self.nature.random() < plan.odds):
            plan.happened += 1
            self.faults[f"crash {point}"] += 1
            self.die(point)

    def die(self, where: str) -> NoReturn:
        """End the process of the running counter. Raises `Crash`."""
        assert self.active is not None
        self.say("CRASH", where)
        self.active.is_dead = True
        raise Crash

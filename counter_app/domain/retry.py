"""When to try again (thử lại): waits, batch sizes and the breaker of one server, as pure values.

Chance is passed in as a number in [0, 1), seconds are floats, moments are aware. SYNC §2, rules 5
and 6; full jitter after Brooker, "Exponential Backoff And Jitter" (2015).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

CAP_SECONDS = 300.0
"""The longest wait that we choose ourselves."""

LONGEST_ORDERED = 3600.0
"""The longest wait that a server may order: a slip of the pen there must not silence a counter."""

NO_LINE_SECONDS = 4.0
"""The longest wait between probes while nobody can be reached (network back → batch ≤ 5 s)."""

FIRST_SECONDS = 1.0
LARGEST_BATCH = 50

_HIGHEST_POWER = 30  # 2^30 s is far beyond every cap; keeps the power finite


def full_jitter(
    failures: int, chance: float, *, first: float = FIRST_SECONDS, cap: float = CAP_SECONDS
) -> float:
    """Return seconds to wait after `failures` ≥ 1 in a row: evenly in [0, min(cap, first·2ⁿ⁻¹)).

    Raises ValueError when `failures` < 1 or `chance` lies outside [0, 1).
    """
    if failures < 1:
        raise ValueError("nothing to wait for")
    if not 0 <= chance < 1:
        raise ValueError("chance must lie in [0, 1)")
    return chance * min(cap, first * 2.0 ** min(failures - 1, _HIGHEST_POWER))


def wait(failures: int, chance: float, retry_after: float | None = None) -> float:
    """Return seconds to wait after `failures` in a row. What the server ordered wins.

    An order (`retry_after`, seconds) is kept to the full, plus up to a tenth, so that the counters
    that heard the same order don't all return in the same second.
    """
    if retry_after is None:
        return full_jitter(failures, chance)
    ordered = min(max(retry_after, 0.0), LONGEST_ORDERED)
    return ordered + full_jitter(1, chance, first=ordered / 10)


def batch_size(failures: int, largest: int = LARGEST_BATCH) -> int:
    """Return how many entries go out after `failures` in a row: ⌈largest / (failures + 1)⌉."""
    return -(-largest // (max(failures, 0) + 1))


def halved(failures: int, largest: int = LARGEST_BATCH) -> int:
    """Return the batch size while the server stumbles: a bad entry is soon alone with halves."""
    return max(1, largest >> min(max(failures, 0), _HIGHEST_POWER))


ALONE_TIMES = 8
ALONE_FOR = timedelta(hours=2)


def is_stuck(times: int, since: datetime, now: datetime, passed_at: datetime | None) -> bool:
    """Return whether an entry is to be quarantined (SYNC §2, rule 9).

    It failed alone `times`, first at `since`, and others passed (last at `passed_at`) meanwhile.
    """
    return (
        times >= ALONE_TIMES
        and now - since >= ALONE_FOR
        and passed_at is not None
        and passed_at > since
    )


class Trouble(Enum):
    """Why a try was in vain, as far as the waiting is concerned."""

    NOBODY = "nobody"  # no line at all: a probe burdens nobody, so it goes out often
    SERVER = "server"  # somebody is there and has trouble: leave him time
    HELD = "held"  # certificate, device or version: a person must act


@dataclass(frozen=True, slots=True)
class Breaker:
    """The breaker of one server. While it is open only the probe (ping) goes out, when it is due.

    `failures` in a row; `due`: when the next probe may go (None while closed); `since`: when the
    last failure was. A clock that was set back behind that says nothing about the waiting.
    """

    is_open: bool = False
    failures: int = 0
    trouble: Trouble | None = None
    due: datetime | None = None
    since: datetime | None = None

    def may_probe(self, now: datetime) -> bool:
        """True when the breaker is open and the next probe is due."""
        return self.is_open and self.seconds_left(now) == 0

    def seconds_left(self, now: datetime) -> float:
        """Return the seconds until the next probe; 0 when it is due or none is needed."""
        if self.due is None or (self.since is not None and now < self.since):
            return 0.0
        return max(0.0, (self.due - now).total_seconds())

    def after_failure(
        self, now: datetime, trouble: Trouble, chance: float, retry_after: float | None = None
    ) -> Breaker:
        """Return the open breaker after a try in vain. `chance` in [0, 1) spreads the probes."""
        failures = self.failures + 1
        if retry_after is not None:
            seconds = wait(failures, chance, retry_after)
        elif trouble is Trouble.NOBODY:
            seconds = NO_LINE_SECONDS * (0.5 + chance / 2)
        elif trouble is Trouble.HELD:
            seconds = CAP_SECONDS * (0.5 + chance / 2)
        else:
            seconds = wait(failures, chance)
        due = now + timedelta(seconds=seconds)
        return Breaker(is_open=True, failures=failures, trouble=trouble, due=due, since=now)

    def after_success(self) -> Breaker:
        """Return the closed breaker after a whole answer to real work; a ping alone isn't that."""
        return Breaker()

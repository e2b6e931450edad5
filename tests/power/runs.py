"""Which cuts of a recorded run are tried: a sample, or all."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.power.record import Change, What
from tests.power.trial import Tally, Trial

SAMPLE = 6
"""Cuts of a run in the short set; each leaves up to three disks."""


def sample(changes: list[Change], seed: str, size: int = SAMPLE) -> Callable[[int], bool]:
    """Return which cuts a short run looks at: half of them beside a flush, the last one always."""
    chance = random.Random(f"sample of {seed}")
    flushes = [at for at, change in enumerate(changes) if change.what is What.SYNCED]
    beside = [at + after for at in flushes for after in (0, 1)]
    chosen = {len(changes), *chance.sample(beside, min(len(beside), size // 2))}
    chosen |= set(chance.sample(range(len(changes)), min(len(changes), size - size // 2)))
    return chosen.__contains__


PLANTED = ("store.db-wal", "mark.json", "files/")
"""Files of which one is never flushed, as if the program forgot it: each must be noticed."""


def planted(seed: str, acts: int, library: Path, unflushed: str) -> Tally:
    """Record one run of a counter that forgets to flush one kind of file."""
    with Trial(seed, acts, library) as trial:
        return trial.tried(sample(trial.changes, seed), unflushed)


def run(seed: str, acts: int, library: Path, step: int) -> Tally:
    """Record one run and try its cuts: every `step`-th and all beside a flush, 0: a sample."""
    with Trial(seed, acts, library) as trial:
        if step == 0:
            return trial.tried(sample(trial.changes, seed))
        flushes = {at for at, change in enumerate(trial.changes) if change.what is What.SYNCED}
        return trial.tried(lambda at: at % step == 0 or at in flushes or at - 1 in flushes)

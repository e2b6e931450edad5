"""Which cuts of a recorded run are tried: a sample, or all."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from pathlib import Path

from tests.power.record import Change, What
from tests.power.scenes.every import DAY
from tests.power.tally import TORN, WRITTEN, Tally
from tests.power.trial import Trial

_TURNS = (What.SYNCED, What.RENAMED, What.LINKED, What.REMOVED)

SAMPLE = 6
"""Cuts of a run in the short set; each leaves up to three disks."""


def sample(changes: list[Change], seed: str, size: int = SAMPLE) -> Callable[[int], bool]:
    """Return which cuts a short run looks at: half of them beside a flush, the last one always.

    With another name for a file the disk becomes another as well: those cuts count as flushes.
    """
    chance = random.Random(f"sample of {seed}")
    turns = [at for at, change in enumerate(changes) if change.what in _TURNS]
    beside = sorted({at + after for at in turns for after in (0, 1)})
    chosen = {len(changes), *chance.sample(beside, min(len(beside), size // 2))}
    chosen |= set(chance.sample(range(len(changes)), min(len(changes), size - size // 2)))
    return chosen.__contains__


PLANTED = ("store.db-wal", "mark.json", "files/")
"""Files of which one is never flushed, as if the program forgot it: each must be noticed."""


def planted(seed: str, acts: int, library: Path, unflushed: str) -> Tally:
    """Record one day of a counter that forgets to flush one kind of file."""
    with Trial(DAY, seed, library, acts) as trial:
        return trial.tried(trial.cuts(sample(trial.changes, seed), unflushed))


def run(name: str, acts: int, library: Path, size: int, *, full: bool) -> Tally:
    """Record the run `scene:seed` and try cuts of it.

    `full`: every cut with nothing but the flushed; then `size` cuts with what more may be there.
    Otherwise `size` cuts of every kind.
    """
    scene, seed = name.split(":")
    with Trial(scene, seed, library, acts) as trial:
        chosen = sample(trial.changes, seed, size)
        if not full:
            return trial.tried(trial.cuts(chosen))
        others = trial.cuts(chosen, kinds=(WRITTEN, TORN))
        return trial.tried(itertools.chain(trial.flushed(), others))

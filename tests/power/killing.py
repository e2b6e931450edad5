"""`python -m tests.power.killing`: kill -9 of a counter at work, so many times; nothing is lost.

A process plays a day and is killed by a real signal, at a chance moment after a chance act. Then
its home is opened as the program opens it: what had been said is there, the next number is on no
paper, the journal is whole, and nobody takes it for an older copy.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter as Tally
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from unittest import mock

from keyring.backends.fail import Keyring

from tests.power.record import SAID
from tests.power.scenes.every import DAY, scene
from tests.power.scenes.scene import Found, Promised, Telling
from tests.power.trial import machines_own
from tests.sandbox.running import RunningSandbox

ACTS = 6
"""Before the first closing; half as many after it."""

_MOST_SAID = 9
_PATIENCE = 120.0  # seconds
_PIECE = 25


def killed(kills: int, seed: int) -> tuple[int, int, Tally[str], list[str]]:
    """Kill `kills` times; return kills at work, acts said, conditions and faults."""
    conditions: Tally[str] = Tally()
    faults: list[str] = []
    met = said = 0
    with (
        tempfile.TemporaryDirectory(dir=_scratch()) as name,
        mock.patch("keyring.get_keyring", Keyring),
    ):
        first, root = Path(name) / "first", Path(name) / "root"
        province = Path(name) / "province"
        first.mkdir()
        province.mkdir()
        with RunningSandbox(province) as running, machines_own(first):
            words = scene(DAY, ACTS).prepare(first, running, str(seed))
        for number in range(kills):
            chance = random.Random(f"{seed} {number}")
            shutil.copytree(first, root)
            was_killed, seen, acts = _once(root, (f"{seed}-{number}", *words[1:]), chance)
            met, said = met + was_killed, said + acts
            conditions[seen.condition] += 1
            faults += [f"kill {seed}:{number}: {fault}" for fault in seen.faults]
            shutil.rmtree(root)
    return met, said, conditions, faults


def _once(root: Path, words: tuple[str, ...], chance: random.Random) -> tuple[bool, Found, int]:
    played = scene(DAY, ACTS)
    child = os.fork()
    if not child:
        try:
            with machines_own(root):
                played.play(root, Telling(root), *words)
        finally:
            os._exit(0)
    was_killed = _kill(child, root / SAID, chance)
    promised = Promised.of((root / SAID).read_bytes() if (root / SAID).exists() else b"")
    with machines_own(root):
        return was_killed, played.found(root, promised, promised), len(promised.acts)


def _kill(child: int, said: Path, chance: random.Random) -> bool:
    """Kill the child some moments after a chance act; False when it had ended before."""
    after, moment = chance.randrange(_MOST_SAID), chance.uniform(0, 0.06)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return False
        if said.exists() and said.read_bytes().count(b"\n") >= after:
            break
        time.sleep(0.001)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _scratch() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def main() -> int:
    """Run the command; 1 when anything was found wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.power.killing", description=__doc__)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    began, met, said = time.monotonic(), 0, 0
    conditions: Tally[str] = Tally()
    faults: list[str] = []
    pieces = [min(_PIECE, args.kills - at) for at in range(0, args.kills, _PIECE)]
    with ProcessPoolExecutor(args.workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        work = [pool.submit(killed, count, args.first + at) for at, count in enumerate(pieces)]
        done = 0
        for each in as_completed(work):
            some = each.result()
            met, said = met + some[0], said + some[1]
            conditions += some[2]
            faults += some[3]
            done += _PIECE
            print(f"\r{min(done, args.kills)}/{args.kills} kills, {len(faults)} faults  ", end="",
                  file=sys.stderr, flush=True)  # fmt: skip
    print(file=sys.stderr)
    found = ", ".join(f"{name} {count}" for name, count in conditions.most_common())
    print(f"{args.kills} processes, {met} killed at work, {said} acts said; found {found}")
    print(f"{len(faults)} faults in {(time.monotonic() - began) / 60:.0f} min")
    print(*faults[:20], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

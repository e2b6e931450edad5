"""`python -m tests.power`: cut the power of a recorded counter; `--full`: after every change."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from tests.power.record import compiled, compiler
from tests.power.runs import PLANTED, planted, run
from tests.power.scenes.every import DAY, OTHERS
from tests.power.tally import Tally, table

FULL_RUNS, FEW_RUNS = 50, 2
FULL_OTHERS = 3
"""How often each scene but the day is recorded for the full set."""

FULL_SAMPLE, FEW_SAMPLE = 12, 6


def noticed(seed: str, acts: int, library: Path) -> int:
    """Print what came of each forgotten flush; 1 when one wasn't noticed."""
    missed = 0
    for name in PLANTED:
        tally = planted(seed, acts, library, name)
        missed += not tally.faults
        wrong = ", ".join(f"{kind} {count}" for kind, count in tally.faults.most_common())
        print(f"never flushed: {name:<14} {wrong or 'NOT NOTICED'}", flush=True)
    return 1 if missed else 0


class Progress:
    """What came of each run, kept in a file so that a long run goes on where it was."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.tallies: dict[str, Tally] = {}
        self.seconds = 0.0
        if path is not None and path.exists():
            whole, newline, _ = path.read_text("utf-8").rpartition("\n")
            path.write_text(whole + newline, "utf-8")  # a line that a kill cut is done again
            for line in whole.splitlines():
                plain = json.loads(line)
                self.tallies[plain["run"]] = Tally.of(plain["tally"])
                self.seconds += plain["seconds"]

    def add(self, name: str, tally: Tally, seconds: float) -> None:
        """Keep what came of a run; `seconds` went by since the one before."""
        self.tallies[name] = tally
        self.seconds += seconds
        if self._path is not None:
            plain = {"run": name, "seconds": round(seconds, 1), "tally": tally.plain()}
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(plain) + "\n")


def names(args: argparse.Namespace) -> list[str]:
    """Return the runs that are asked for, `scene:seed`: the first of every scene, the second, …"""
    days = FULL_RUNS if args.full else FEW_RUNS
    others = FULL_OTHERS if args.full else 1
    scenes = [args.scene] if args.scene else [*OTHERS, DAY]
    counts = {each: args.runs or (days if each == DAY else others) for each in scenes}
    return [
        f"{each}:{args.first + number}"
        for number in range(max(counts.values()))
        for each, count in counts.items()
        if number < count
    ]


def do_all(args: argparse.Namespace, library: Path, progress: Progress) -> int:
    """Do what isn't done yet, and say how far it is; return how many runs were asked for."""
    asked = names(args)
    left = [name for name in asked if name not in progress.tallies]
    size = args.sample or (FULL_SAMPLE if args.full else FEW_SAMPLE)
    # Not forked: a server's threads run in this process tree.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(args.workers, mp_context=context) as pool:
        waiting = {
            pool.submit(run, name, args.acts, library, size, full=args.full): name for name in left
        }
        before = time.monotonic()
        for each in as_completed(waiting):
            now = time.monotonic()
            progress.add(waiting[each], each.result(), now - before)
            before = now
            done = progress.tallies.values()
            disks = sum(tally.disks.total() for tally in done)
            bad = sum(tally.bad.total() for tally in done)
            said = f"\r{len(done)}/{len(asked)} runs, {disks} disks opened, {bad} with a fault  "
            print(said, end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return len(asked)


def main() -> int:
    """Run the command; 1 when anything was found wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.power", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every cut; goes on where it was")
    parser.add_argument("--planted", action="store_true", help="who notices a forgotten flush")
    parser.add_argument("--progress", type=Path, default=Path("power-progress.jsonl"))
    parser.add_argument("--scene", default="", choices=("", DAY, *OTHERS), help="only this one")
    parser.add_argument("--runs", type=int, help="of each scene")
    parser.add_argument("--first", type=int, default=12, help="seed of the first run")
    parser.add_argument("--acts", type=int, default=4, help="of a day, before the first closing")
    parser.add_argument("--sample", type=int, help="cuts of a run; of what isn't tried whole")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    args = parser.parse_args()
    if compiler() is None:
        print("a C compiler is needed: sh installer/prepare.sh dev")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        library = compiled(Path(folder))
        if args.planted:
            return noticed(str(args.first), args.acts, library)
        progress = Progress(args.progress if args.full else None)
        count = do_all(args, library, progress)
    print(f"{len(progress.tallies)} of {count} runs")
    print(table(progress.tallies, progress.seconds / 60))
    return 1 if any(tally.faults for tally in progress.tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

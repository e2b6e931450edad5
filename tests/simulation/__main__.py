"""`python -m tests.simulation`: the short set, `--full`, one `--seed`, or the planted bugs."""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import time
from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.simulation.office import template
from tests.simulation.suites import (
    MET,
    Trial,
    call_trials,
    crash_points,
    exhaustive_trials,
    random_trials,
    restore_trials,
)

WORKERS = 2
SHORT_RANDOM, SHORT_CRASH, SHORT_COPY, SHORT_CALL = 200, 30, 16, 16
_PIECE = 5


def short() -> list[Trial]:
    """Return the trials of the test command: random days, some crash points, some copies."""
    every = list(exhaustive_trials(crash_points(), 1))
    stride = max(1, len(every) // SHORT_CRASH)
    return [
        *random_trials(0, SHORT_RANDOM),
        *every[::stride],
        *restore_trials(0, SHORT_COPY),
        *some_calls(),
    ]


def some_calls() -> list[Trial]:
    """Return a part of the faults at calls, of every call some."""
    every = list(call_trials())
    return every[:: -(-len(every) // SHORT_CALL)]


def full(days: int, copies: int, seeds: int) -> Iterator[Trial]:
    """Return every trial of the full set."""
    yield from call_trials()
    yield from exhaustive_trials(crash_points(), seeds)
    yield from random_trials(0, days)
    yield from restore_trials(0, copies)


Done = tuple[str, int, list[str], int, float]
"""Trial, steps, what was wrong, whether a crash and a fault met, seconds of processor time."""


def do(names: list[str]) -> list[Done]:
    """Do a piece of work in a process of its own."""
    logging.disable(logging.CRITICAL)
    done = []
    for name in names:
        began = time.process_time()
        result = Trial(name).do()
        spent = round(time.process_time() - began, 3)
        done.append((name, result.steps, result.faults, result.happened.get(MET, 0), spent))
    return done


class Tallied:
    """What came of all trials so far, kept in a file so that a long run can go on later."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.done: set[str] = set()
        self.bad: dict[str, list[str]] = {}
        self.runs: Tally[str] = Tally()
        self.steps: Tally[str] = Tally()
        self.seconds: dict[str, float] = {}
        self.met = 0
        if path is not None and path.exists():
            whole, newline, _ = path.read_text("utf-8").rpartition("\n")
            path.write_text(whole + newline, "utf-8")  # a line that a kill cut is done again
            for line in whole.splitlines():
                self._count(*json.loads(line))

    def add(self, piece: list[Done]) -> None:
        for each in piece:
            self._count(*each)
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(each) + "\n" for each in piece)

    def _count(self, name: str, steps: int, faults: list[str], met: int, spent: float) -> None:
        kind = name.split(":", maxsplit=1)[0]
        self.done.add(name)
        self.runs[kind] += 1
        self.steps[kind] += steps
        self.seconds[kind] = self.seconds.get(kind, 0.0) + spent
        self.met += met
        if faults:
            self.bad[name] = faults

    def table(self) -> str:
        lines = [f"{'suite':<10}{'runs':>10}{'steps':>12}{'with a fault':>14}{'CPU s/run':>11}"]
        for kind in sorted(self.runs):
            bad = sum(name.startswith(f"{kind}:") for name in self.bad)
            count = f"{kind:<10}{self.runs[kind]:>10}{self.steps[kind]:>12}{bad:>14}"
            lines.append(f"{count}{self.seconds[kind] / self.runs[kind]:>11.2f}")
        lines.append(f"crash point × fault: {self.met} of {self.runs['crash']} done pairs met")
        kinds = Tally(fault.split(":")[0] for faults in self.bad.values() for fault in faults)
        lines += [f"  {kind}: {count}" for kind, count in kinds.most_common()]
        lines += [f"  {name}: {faults[0][:200]}" for name, faults in list(self.bad.items())[:20]]
        return "\n".join(lines)


def do_all(
    trials: Iterable[Trial], tallied: Tallied, workers: int = WORKERS, minutes: float = 0.0
) -> str:
    """Do what isn't done yet, on several processors, and show how far it is.

    With `minutes` it ends then, and takes the trials of each suite from all over it: what was done
    is a fair part. Returns how many of how many are done.
    """
    wanted = [each.name for each in trials]
    names = [name for name in wanted if name not in tallied.done]
    if minutes:
        random.Random(len(wanted)).shuffle(names)
    pieces = [names[at : at + _PIECE] for at in range(0, len(names), _PIECE)]
    template()  # once, for all workers
    began, count = time.monotonic(), 0
    with ProcessPoolExecutor(workers) as pool:
        for piece in pool.map(do, pieces):
            tallied.add(piece)
            count += len(piece)
            rate = count / (time.monotonic() - began)
            left = (len(names) - count) / rate / 60
            said = f"\r{count}/{len(names)}  {rate:.1f}/s  {left:.0f} min left  "
            print(said, f"{len(tallied.bad)} with a fault", end="", file=sys.stderr, flush=True)
            if minutes and time.monotonic() - began > minutes * 60:
                pool.shutdown(cancel_futures=True)
                break
    print(file=sys.stderr)
    done = sum(name in tallied.done for name in wanted)
    return f"{done} of {len(wanted)} trials done"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the full set; goes on where it was")
    parser.add_argument("--progress", type=Path, default=Path("simulation-progress.jsonl"))
    parser.add_argument("--random", type=int, default=100_000)
    parser.add_argument("--copies", type=int, default=10_000)
    parser.add_argument("--crash-seeds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=0.0, help="end then; 0: do it all")
    parser.add_argument("--seed", help="one trial by its name, with its trace")
    parser.add_argument("--mutants", action="store_true", help="planted bugs: who catches them")
    parser.add_argument("--trials", type=int, default=80, help="at most, for each planted bug")
    parser.add_argument("--only", default="", help="planted bugs with one of these, by comma")
    parser.add_argument("--workers", type=int, default=WORKERS)
    args = parser.parse_args()
    if args.seed:
        name = args.seed if ":" in args.seed else f"random:{args.seed}"
        result = Trial(name).do(told=True)
        print(*result.lines, *result.faults, result.trace, sep="\n")
        return 1 if result.faults else 0
    if args.mutants:
        from tests.simulation.planted.mutants import table

        return table(args.workers, args.trials, args.only)
    tallied = Tallied(args.progress if args.full else None)
    wanted = full(args.random, args.copies, args.crash_seeds) if args.full else short()
    said = do_all(wanted, tallied, args.workers, args.minutes)
    print(tallied.table(), said, sep="\n")
    return 1 if tallied.bad else 0


if __name__ == "__main__":
    sys.exit(main())

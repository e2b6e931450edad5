"""`python -m tests.power`: cut the power of a recorded counter; `--full`: after every change."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.power.record import compiled, compiler
from tests.power.runs import PLANTED, planted, run
from tests.power.trial import KINDS, Tally

FULL_RUNS, FEW_RUNS = 50, 2


def table(tally: Tally, runs: int, seconds: float) -> str:
    """Return the final table."""
    changes = f"changes {tally.prefixes - runs}, flushes among them {tally.flushes}"
    lines = [
        f"runs {runs}, {changes}; {seconds / 60:.0f} min",
        f"{'disk':<20}{'opened':>9}{'with a fault':>14}",
    ]
    lines += [f"{kind:<20}{tally.disks[kind]:>9}{tally.bad[kind]:>14}" for kind in KINDS]
    found = ", ".join(f"{name} {count}" for name, count in sorted(tally.conditions.items()))
    lines.append(f"found: {found}")
    lines += [f"  {kind}: {count}" for kind, count in tally.faults.most_common()]
    lines += [f"  e.g. {example}" for example in tally.examples.values()]
    return "\n".join(lines)


def noticed(seed: str, acts: int, library: Path) -> int:
    """Print what came of each forgotten flush; 1 when one wasn't noticed."""
    missed = 0
    for name in PLANTED:
        tally = planted(seed, acts, library, name)
        missed += not tally.faults
        wrong = ", ".join(f"{kind} {count}" for kind, count in tally.faults.most_common())
        print(f"never flushed: {name:<14} {wrong or 'NOT NOTICED'}", flush=True)
    return 1 if missed else 0


def main() -> int:
    """Run the command; 1 when anything was found wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.power", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every prefix of every run")
    parser.add_argument("--planted", action="store_true", help="who notices a forgotten flush")
    parser.add_argument("--runs", type=int, help=f"{FEW_RUNS}, with --full {FULL_RUNS}")
    parser.add_argument("--first", type=int, default=12, help="seed of the first run")
    parser.add_argument("--acts", type=int, default=4, help="acts before the first closing")
    parser.add_argument("--step", type=int, default=1, help="with --full: every STEP-th prefix")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    args = parser.parse_args()
    if compiler() is None:
        print("a C compiler is needed: sh installer/prepare.sh dev")
        return 2
    runs = args.runs or (FULL_RUNS if args.full else FEW_RUNS)
    seeds = [str(args.first + number) for number in range(runs)]
    began, total = time.monotonic(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        library = compiled(Path(folder))
        if args.planted:
            return noticed(str(args.first), args.acts, library)
        step = args.step if args.full else 0
        # Not forked: a server's threads run in this process tree.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(args.workers, mp_context=context) as pool:
            waiting = [pool.submit(run, seed, args.acts, library, step) for seed in seeds]
            for done, each in enumerate(waiting, 1):
                total.add(each.result())
                said = f"\r{done}/{runs} runs, {sum(total.disks.values())} disks opened  "
                print(said, end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(table(total, runs, time.monotonic() - began))
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())

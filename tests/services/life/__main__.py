"""Plant every bug, one at a time: `python -m tests.services.life [--seeds N] [NAME …]`.

Prints in how many lives each was seen, for each seed. Exit code 1 when one wasn't.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.services.life.hunting import LIVES, STEPS, caught_after
from tests.services.life.planted_bugs import BUGS


def main() -> int:
    """Hunt; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.services.life", description=__doc__)
    parser.add_argument("names", nargs="*", help="a part of the bug's name")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    chosen = {
        name: plant
        for name, plant in BUGS.items()
        if not options.names or any(part in name for part in options.names)
    }
    missed = 0
    print(f"Seen in life … of {LIVES}, of at most {STEPS} steps each")
    for name, plant in chosen.items():
        started = time.perf_counter()
        found = [caught_after(plant, seed) for seed in range(1, options.seeds + 1)]
        missed += None in found
        shown = " ".join("  NO" if each is None else f"{each:4}" for each in found)
        print(f"{name:52} {shown}  {time.perf_counter() - started:5.1f} s", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} planted bugs were seen with every seed.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

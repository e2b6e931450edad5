"""`python -m tests.gallery OUT [--only NAME] [--beside DIR]`: every scene in every look.

Writes `OUT/<scene>.png` (the sheet) and `OUT/single/*.png`; prints a table and the faults. Ends
with 1 when there is one. The sheets are there to be looked at: what is computed is not all.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from counter_app.desktop.theme.tokens import TOKENS
from tests.gallery.beside import side_by_side
from tests.gallery.pairs import faint_pairs
from tests.gallery.scenes import find_scenes
from tests.gallery.sheets import Shot, shoot_named


def main() -> int:
    """Render, check, print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name contains this")
    parser.add_argument("--beside", type=Path, help="folder of drawn pictures 1-….png to 7-….png")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    wrong = [fault for scheme, tokens in TOKENS.items() for fault in faint_pairs(scheme, tokens)]
    print(f"{'scene':40} {'pictures':>8} {'faults':>7}")
    names = [name for name in sorted(find_scenes()) if asked.only in name]
    for name, shots in zip(names, _shot(names, asked.out), strict=True):
        count = sum(len(shot.faults) for shot in shots)
        print(f"{name:40} {len(shots):8} {count:7}", flush=True)
        wrong += [f"{name}, {shot.label}: {fault}" for shot in shots for fault in shot.faults]
    if asked.beside is not None:
        wrong += side_by_side(asked.out, asked.beside)
    print(*wrong, sep="\n")
    return 1 if wrong else 0


def _shot(names: Sequence[str], out: Path) -> Iterable[list[Shot]]:
    """Shoot scenes, one process for each core: a Qt application draws in one thread."""
    make = partial(shoot_named, out=out)
    if len(names) == 1:
        yield make(names[0])
        return
    workers = min(len(names), os.cpu_count() or 1) or 1
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(make, names)


if __name__ == "__main__":
    sys.exit(main())

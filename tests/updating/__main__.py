"""`python -m tests.updating [window OUT [FROZEN]]`: updates, as far as they can be tried here.

Without more: the power goes at every write of an update, before and after it. `window`: a real
window on a virtual screen is closed while a package waits; FROZEN is a frozen program's folder.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.updating.closing import drive
from tests.updating.cutting import cut_once, make_origin


def main(words: list[str]) -> int:
    """Do what was asked for; 0 when all was as it should be."""
    if words[:1] != ["window"]:
        return cut_everywhere()
    out, frozen = Path(words[1]), Path(words[2]) if words[2:] else None
    for line in drive(out, frozen):
        print(line, flush=True)
    return 0


def cut_everywhere() -> int:
    """Cut everywhere, for lists and for a program; print how many places there were."""
    bad = 0
    for name, program in (("lists", False), ("program", True)):
        with tempfile.TemporaryDirectory() as made:
            folder, cut, began = Path(made), 0, time.monotonic()
            file = make_origin(folder, program=program)
            came_through = False
            while not came_through:
                cut += 1
                try:
                    came_through = cut_once(folder, folder, file, cut, program=program)
                except AssertionError as error:
                    bad += 1
                    print(f"{name}: cut {cut}: {error}")
        print(f"{name}: {cut - 1} cuts, {time.monotonic() - began:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

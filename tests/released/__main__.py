"""`python -m tests.released`: from every revision that a counter could have to today's."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from counter_app.store.migrate import REVISIONS
from tests.released.lived import RELEASED, upgraded_from


def main() -> int:
    """Upgrade from each revision and print what was kept; 1 when anything was not."""
    bad = 0
    programs = {each["revision"]: each["program"] for each in RELEASED}
    for revision in REVISIONS:
        with tempfile.TemporaryDirectory() as folder:
            began = time.monotonic()
            try:
                found = upgraded_from(Path(folder), revision)
                said = ", ".join(f"{name} {count}" for name, count in found.items())
            except AssertionError as error:
                bad, said = bad + 1, f"LOST: {error}"
            took = time.monotonic() - began
            name = programs.get(revision, "–")
            print(f"{revision} ({name}) → {REVISIONS[-1]}: {said}; {took:.1f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

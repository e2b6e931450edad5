"""`python -m tests.manual OUT`: the manual, the developer's guide and the keyboard strip.

OUT gets `html/`, `huong-dan.pdf`, `developer-guide.pdf` and `dai-phim.pdf`. `--pictures` draws the
pictures anew first (`--only NAME`: some), into `docs/pictures/`; that needs the extra `dev`, too.
The rest needs what `sh installer/prepare.sh docs` brings. Prints pages and sizes; ends with 1 on a
warning of Sphinx, a broken link, or words, keys and commands that are stale.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.manual.stale import faults


def main() -> int:
    """Draw, check, build; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.manual")
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--pictures", action="store_true", help="draw docs/pictures anew")
    parser.add_argument("--only", default="", help="pictures whose name contains this")
    asked = parser.parse_args()
    if asked.pictures:
        _draw(asked.only)
    wrong = list(faults())
    print(f"faults in keys, words, commands, links: {len(wrong)}")
    print(*wrong, sep="\n")
    if asked.out is not None:
        from tests.manual.build import build

        asked.out.mkdir(parents=True, exist_ok=True)
        for line in build(asked.out):
            print(line, flush=True)
    return 1 if wrong else 0


def _draw(only: str) -> None:
    from PySide6.QtWidgets import QApplication

    from tests.manual.pictures import render

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    sizes = render(application, only)
    print(f"pictures: {len(sizes)}, {sum(sizes.values()) // 1024} KiB")


if __name__ == "__main__":
    sys.exit(main())

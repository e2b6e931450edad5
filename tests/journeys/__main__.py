"""`python -m tests.journeys`: the officer's window driven by real keys; prints the key table.

python -m tests.journeys                the table; exit 1 when a case takes more than it may
python -m tests.journeys --real OUT     a real window under Xvfb, screenshots in OUT
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path


def _endings(out: Path) -> int:
    """Play every ending at one counter; keep the papers in `out`."""
    from tests.journeys.driver import Counter
    from tests.journeys.endings import Ended, keep, play_all
    from tests.journeys.town import Town

    def say(ended: Ended) -> None:
        codes = ended.code or "–"
        print(
            f"{ended.ending.name:<16}{ended.ending.title:<40}{ended.keys:>4} phím"
            f"{ended.scans:>3} quét{len(ended.papers):>3} giấy   {codes}",
            flush=True,
        )

    with tempfile.TemporaryDirectory() as folder, Town(Path(folder)) as town:
        home = town.counter("1")
        with Counter(home.folder) as at:
            at.use_prefix()
            at.log_in()
            found = play_all(at, town, say)
    keep(found, out)
    print(f"\n{len(found)} kết cục, giấy ở {out}")
    return 0


def main() -> int:
    """Play the days and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys")
    parser.add_argument("--real", type=Path, metavar="OUT", help="a real window; screenshots")
    parser.add_argument("--endings", type=Path, metavar="OUT", help="every ending, with its papers")
    arguments = parser.parse_args()
    if arguments.real is not None:
        from tests.journeys.real_window import drive

        for line in drive(arguments.real):
            print(line, flush=True)
        return 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments.endings is not None:
        return _endings(arguments.endings)
    from tests.journeys.day import Line, Row, three_counters
    from tests.journeys.table import HEAD, NOTE, cells, line

    def say(row: Row) -> None:
        print(line(cells(row)), flush=True)

    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        days = three_counters(Path(folder))
        try:
            print(line(HEAD), flush=True)
            for each in Line:
                rows += days.play(each, say)
        finally:
            days.town.down()
    missed = sum(not row.met for row in rows)
    print(f"\n{len(rows)} ca, {len(rows) - missed} đạt. {NOTE}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

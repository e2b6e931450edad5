"""`python -m tests.year OUT`: a commune's year, and every book, report, target and picture of it.

A year of an office with three counters and nine officers is lived through the program's services,
with late dossiers, corrections, mistakes, papers taken in before they were recorded, work done in
bulk and days that were never finished. Then everything is made of it that the issue asks for, the
figures are compared with what the script says, and a day is closed whose pile was meddled with.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from counter_app.domain.deadlines.working_time import working_time
from tests.year.living import Living
from tests.year.office import YearOffice, cast, year_office
from tests.year.products import make_all
from tests.year.script import Year
from tests.year.tally import fates

YEAR = 2026


def _progress(words: str) -> Callable[[int, int], None]:
    def show(done: int, of: int) -> None:
        print(f"\r{words} {done}/{of}  ", end="", file=sys.stderr, flush=True)

    return show


def _lived(office: YearOffice, year: Year) -> Living:
    living, deeds = Living(office, year.plots), year.deeds()
    began = time.monotonic()
    with office.all_is_sent():
        living.live(deeds, _progress("acts"))
    print(file=sys.stderr)
    print(f"{len(year.plots)} dossiers, {len(deeds)} acts in {time.monotonic() - began:.0f} s")
    return living


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dossiers", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with year_office(args.out / "home", YEAR) as office:
        reference = office.places["1"].reference
        hours = working_time(reference.calendar, reference.policy.hours)
        year = Year(args.seed, args.dossiers, cast(reference), hours, YEAR)
        living = _lived(office, year)
        office.clock.at = year.end
        wrong = make_all(office, living, year, fates(year.plots, year.end), args.out)
    print(*wrong or ("every figure is what the script says",), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

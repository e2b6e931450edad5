"""Render, look at, read back: `python -m tests.papers OUT [--quick]`.

Writes every sheet as PDF and PNG (203 dpi 1-bit, 300 dpi) into OUT, checks all of them, prints
receipts for random codes and reads their symbols. Exit code 1 when anything at all is wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import chain
from pathlib import Path

from counter_app.papers.fonts import choose_fonts
from tests.papers.checks import RENDERS, check
from tests.papers.figures.gallery import figure_sheets
from tests.papers.gallery import gallery
from tests.papers.letter_gallery import letter_gallery
from tests.papers.reading import images
from tests.papers.round_trip import random_codes, read_back
from tests.papers.sheet_checks import gallery as sheet_gallery
from tests.papers.sheet_checks import made, write_and_check


def main() -> int:
    """Run everything; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.papers", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the PDF and PNG files")
    parser.add_argument("--quick", action="store_true", help="60 random codes instead of 3,000")
    parser.add_argument("--codes", type=int, default=3000, help="how many random codes")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    fonts = choose_fonts()
    print(f"Font: {fonts.family}")
    faults = 0
    print(f"{'sheet':38} {'pages':>5} {'KB':>4} {'ms':>6} {'symbols read':>13}  ink (mm)  faults")
    for entry in (*gallery(fonts), *letter_gallery(fonts)):
        started = time.perf_counter()
        sheet = entry.make()
        took = (time.perf_counter() - started) * 1000
        check(sheet)
        _write(options.out, sheet.name, sheet.pdf)
        faults += len(sheet.faults)
        ink = "–".join(f"{edge:.1f}" for edge in sheet.ink)
        print(
            f"{sheet.name:38} {sheet.pages:5} {len(sheet.pdf) // 1024:4} {took:6.1f} "
            f"{sheet.reads.total():13}  {ink}  {'; '.join(sheet.faults) or 'none'}"
        )
    made_sheets = (made(*each, fonts) for each in sheet_gallery())
    faults += write_and_check(chain(made_sheets, figure_sheets(fonts)), options.out, _write)
    count = 60 if options.quick else options.codes
    result = read_back(random_codes(count, seed=2), fonts, lambda done: _show(done, count))
    for line in result.lines():
        print(line)
    faults += len(result.faults)
    print("All papers are right." if not faults else f"{faults} faults.")
    return 1 if faults else 0


def _show(done: int, count: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == count else ""
        print(f"\r{done} of {count} codes read back", end=end, file=sys.stderr, flush=True)


def _write(out: Path, name: str, pdf: bytes) -> None:
    (out / f"{name}.pdf").write_bytes(pdf)
    for dpi, one_bit in RENDERS:
        for number, image in enumerate(images(pdf, dpi, one_bit=one_bit), 1):
            kind = image.convert("1") if one_bit else image
            kind.save(out / f"{name}_{dpi:.0f}dpi_{number}.png")


if __name__ == "__main__":
    sys.exit(main())

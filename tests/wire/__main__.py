"""`python -m tests.wire`: every fault of the line × every act; `--drain`: how a queue empties."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.wire.matrix import ACTS, NAMES, Cell, tried


def row(fault: str, cells: dict[str, Cell]) -> str:
    """Return one line of the table: how many requests were struck, and what the rounds said."""
    texts = []
    for act in ACTS:
        cell = cells[act]
        said = next((code for code in cell.seen if code), "")
        struck = f" {cell.struck}×" if cell.struck else ""
        told = f"{'WRONG' if cell.wrong else 'ok'}{struck} {said.removeprefix('wire.')}"
        texts.append(told[:25])
    return f"{fault:<28}" + "".join(f"{text:<26}" for text in texts)


def matrix(repeats: int) -> int:
    """Print the table of the matrix; 1 when anything is wrong."""
    began, wrong, count = time.monotonic(), [], 0
    print(f"{'fault':<28}" + "".join(f"{act:<26}" for act in ACTS))
    with tempfile.TemporaryDirectory() as folder:
        every = [(fault, act) for _ in range(repeats) for fault in NAMES for act in ACTS]
        line: dict[str, Cell] = {}
        for cell in tried(Path(folder), every):
            line[cell.act] = cell
            count += 1
            wrong += [f"{cell.fault} × {cell.act}: {each}" for each in cell.wrong]
            if len(line) == len(ACTS):
                print(row(cell.fault, line), flush=True)
                line = {}
    print(f"{count} cells, {len(wrong)} faults, {time.monotonic() - began:.0f} s", *wrong, sep="\n")
    return 1 if wrong else 0


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.wire", description=__doc__)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--drain", type=int, metavar="ENTRIES", help="empty a queue of so many")
    args = parser.parse_args()
    if args.drain:
        from tests.wire.drain import drain

        return drain(args.drain)
    return matrix(args.repeats)


if __name__ == "__main__":
    sys.exit(main())

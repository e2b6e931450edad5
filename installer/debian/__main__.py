"""`python -m installer.debian FROZEN OUT`: make the package of a frozen program; see build.sh."""

from __future__ import annotations

import argparse
import hashlib
import os
from pathlib import Path

from counter_app import __version__
from installer.debian.tree import QUICK, SMALL, pack


def main() -> None:
    """Pack, and print what was made, its size and its hash."""
    parser = argparse.ArgumentParser(prog="python -m installer.debian", description=__doc__)
    parser.add_argument("frozen", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default=__version__, help="of the package")
    parser.add_argument("--quick", action="store_true", help="packed fast, and a third bigger")
    parser.add_argument("--manual", type=Path, help="made by `python -m tests.manual`")
    args = parser.parse_args()
    how = QUICK if args.quick else SMALL
    time = int(os.environ["SOURCE_DATE_EPOCH"])
    package = pack(args.frozen, args.out, args.version, time, how, args.manual)
    content = package.read_bytes()
    print(f"{package}  {len(content) / 1e6:.1f} MB")  # noqa: T201
    print(f"sha256  {hashlib.sha256(content).hexdigest()}")  # noqa: T201


if __name__ == "__main__":
    main()

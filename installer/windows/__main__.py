"""`python -m installer.windows OUT [--cache DIR]`: the installer, its size and its hash."""

from __future__ import annotations

import argparse
from pathlib import Path

from counter_app import __version__
from installer.windows.build import lay_out, pack
from installer.windows.parts import sha256
from installer.windows.wine import Wine


def main() -> None:
    """Build and tell."""
    parser = argparse.ArgumentParser(prog="python -m installer.windows", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="where the installer is put")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="downloaded parts, kept")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    wine = Wine(given.out / "wine")
    try:
        laid = lay_out(given.out, given.cache or given.out / "parts", wine, _say)
        _say(f"signed: {len(laid.signed)} files of CPython")
        made = pack(laid, given.out / f"counter-app-{__version__}-x64.exe")
    finally:
        wine.stop()
    _say(f"{made.name}  {made.stat().st_size / 1e6:.1f} MB  sha256 {sha256(made)}")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  a command's own words


if __name__ == "__main__":
    main()

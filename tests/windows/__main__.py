"""`python -m tests.windows OUT`: build the Windows installer and try it as far as Wine goes.

    --cache DIR   downloaded parts, kept between two runs
    --quick       compress less: the installer that is tried is larger than the one to hand out
    --no-day      leave out the whole day at the counter (some minutes)

Exits 1 when something is not as it must be. What it can't show stands in docs/windows.md.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from counter_app import __version__
from installer.windows.build import lay_out, pack
from installer.windows.parts import sha256
from installer.windows.wine import Wine
from tests.windows.trial import OLD, Trial, play

PREPARE = Path(__file__).parent.parent.parent / "installer/windows/prepare.sh"
NOT_SHOWN = (
    "real Windows 10 and 11: SmartScreen, antivirus, the rights that icacls gives (Wine has none)",
    "a refusal on 32-bit Windows: there Windows itself refuses a 64-bit program, in its own words",
    "input methods (UniKey, EVKey), Alt+numpad, NVDA, scaling of 125 and 150 % with real printers",
    "printers, scanners (WIA), serial ports, group policy, proxies",
    "keys for a second Windows account (Wine's DPAPI binds to the account, whatever it is told)",
    "the taskbar: Wine keeps no AppUserModelID of a shortcut",
    "old character sets of Windows (ICU) and Windows' random numbers: our own libraries stood in",
)


def main() -> int:
    """Build, try, tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.windows")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--cache", type=Path, metavar="DIR")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-day", action="store_true")
    given = parser.parse_args()
    subprocess.run(["sh", str(PREPARE), "trial"], check=True)
    given.out.mkdir(parents=True, exist_ok=True)
    wine = Wine(given.out / "wine")
    trial = Trial(wine, given.out)
    try:
        laid = lay_out(given.out, given.cache or given.out / "parts", wine)
        old = pack(laid, given.out / "old.exe", version=OLD, quick=True)
        name = f"counter-app-{__version__}-x64{'-quick' * given.quick}.exe"
        wine.stop()
        with ThreadPoolExecutor(1) as beside:  # compressing takes as long as half of the trial
            made = beside.submit(pack, laid, given.out / name, quick=given.quick)
            play(trial, old, made.result, day=not given.no_day)
            new = made.result()
    finally:
        wine.stop()
    size = sum(path.stat().st_size for path in laid.program.rglob("*") if path.is_file())
    print(
        f"\n{len(laid.signed)} files of CPython signed by", *sorted({s.signer for s in laid.signed})
    )
    print(f"program  {size / 1e6:.0f} MB")
    print(f"{new.name}  {new.stat().st_size / 1e6:.1f} MB  sha256 {sha256(new)}")
    print(f"{len(trial.seen)} looked at, {trial.faults} not as it must be\n\nNot shown here:")
    for line in NOT_SHOWN:
        print(" -", line)
    return 1 if trial.faults else 0


if __name__ == "__main__":
    sys.exit(main())

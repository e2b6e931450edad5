"""`python -m tests.debian OUT`: the Debian package's whole life in a bare Debian 12.

Builds it by its one command, and the next version from the same sources; installs it with apt into
a debootstrap root, runs doctor, the demonstration and the window there (in memory and on a virtual
screen; the pictures stay in OUT), fills a queue, upgrades by a signed package, removes, purges.
Needs root, a line to Debian's mirror, and `debootstrap xvfb xdotool iproute2 strace`.
Ends with 1 when anything was not as it should be.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

_INSIDE = "COUNTER_TEST_MOUNTS"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.debian", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--package", type=Path, help="a package that was built before")
    parser.add_argument("--next", type=Path, help="the next version, built before")
    parser.add_argument("--cache", type=Path, help="kept between runs: the bare root, apt's files")
    parser.add_argument("--starts", type=int, default=7, help="starts to measure of each kind (7)")
    args = parser.parse_args()
    if _INSIDE not in os.environ:
        # In a world of its own for mounts: they are gone with it, however it ends.
        words = ["unshare", "--mount", "--propagation", "private"]
        again = [*words, sys.executable, "-m", "tests.debian", *sys.argv[1:]]
        os.execvpe(again[0], again, {**os.environ, _INSIDE: "1"})

    from tests.debian import package, steps
    from tests.debian.report import Report
    from tests.debian.root import bare_root

    out = args.out.resolve()
    shutil.rmtree(out / "home-from-source", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    report = Report()
    began = time.monotonic()
    made = args.package or package.build(out)
    package.describe(made, report)
    newer = args.next or package.newer(out)
    with bare_root(out / "root", args.cache or out / "cache") as root:
        steps.install(root, made, report)
        steps.start_times(root, out, report, args.starts)
        steps.try_out(root, out, report)
        steps.use(root, made, newer, out, report)
    report.note("took", f"{time.monotonic() - began:.0f} s")
    for fault in report.faults:
        print(f"\n{fault}", file=sys.stderr)
    print(f"{len(report.faults)} faults" if report.faults else "everything is as it should be")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Process start → log-in painted and taking a key, frozen and from source, in turns."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from counter_app.bench.rows.window import make_home
from tests.debian.package import TOP
from tests.debian.report import Report
from tests.debian.root import OFFICER, Root

DOSSIERS = 300
PATIENCE = 60.0
HEAVY = {
    "sqlalchemy", "alembic", "sqlcipher3", "pydantic", "reportlab", "cryptography", "requests",
    "fastapi", "uvicorn", "PIL", "pypdfium2", "xlsxwriter", "openpyxl", "keyring",
}  # fmt: skip
"""What the log-in needs nothing of: from source it comes behind the first paint."""

SLOWER = 1.35
"""How much longer the frozen program may take: it unpacks its modules, and finds them at once."""


def measure(root: Root, out: Path, report: Report, times: int) -> None:
    """Print both starts; a fault when the frozen one is much slower."""
    own = out / "home-from-source"
    own.mkdir()
    make_home(own, DOSSIERS, lambda *_: None)
    frozen_home = f"/home/{OFFICER}/start"
    subprocess.run(["cp", "-a", str(own), str(root.inside(frozen_home))], check=True)
    root.run("chown", "-R", OFFICER, frozen_home, user="root")
    window = ("--plain-store", "window", "--measure", "start")
    quiet = {"QT_QPA_PLATFORM": "offscreen"}
    frozen = root.words("counter-app", "--home", frozen_home, *window, more=quiet)
    told = [f"{name}={value}" for name, value in quiet.items()]
    source = ["env", *told, sys.executable, "-m", "counter_app", "--home", str(own), *window]
    starts: dict[str, list[dict[str, float]]] = {"frozen": [], "source": []}
    report.note("load of this machine (1 min)", f"{os.getloadavg()[0]:.1f}")
    for _ in range(times + 1):
        for name, command in (("frozen", frozen), ("source", source)):
            reached = _started(command)
            if "store" not in reached:
                report.check(f"the window starts, {name}", is_so=False, seen=reached)
                return
            starts[name].append(reached)
    shown = {}
    for name, each in starts.items():
        warm = each[1:]  # the first reads every file from the disk
        painted = [one["painted"] for one in warm]
        ready = min(one["store"] for one in warm)
        shown[name] = statistics.median(painted)
        report.note(
            f"log-in painted, {name}",
            f"{shown[name]:.0f} ms (least {min(painted):.0f}); data {ready:.0f} ms",
        )
    # In pairs, one right after the other: what else runs on this machine touches both.
    ratio = statistics.median(
        one["painted"] / other["painted"]
        for one, other in zip(starts["frozen"][1:], starts["source"][1:], strict=True)
    )
    report.check(
        f"frozen start is at most {SLOWER} times that from source", ratio <= SLOWER, f"{ratio:.2f}"
    )
    early = _loaded_before_paint(frozen, out / "start.strace")
    too_early = sorted(early & HEAVY)
    report.check(
        "nothing heavy is loaded before the first paint",
        early and not too_early,
        f"{len(early)} packages; of {len(HEAVY)} heavy ones {too_early or 'none'}",
    )


def _loaded_before_paint(command: Sequence[str], kept: Path) -> set[str]:
    """Return the packages of which the frozen program opened a file before it was painted."""
    traced = ["strace", "-f", "-s", "80", "-e", "trace=openat,write", "-o", str(kept), *command]
    subprocess.run(traced, capture_output=True, check=False, timeout=10 * PATIENCE)
    calls = kept.read_text(encoding="utf-8", errors="replace")
    before, painted, _ = calls.partition("painted")
    assert painted, calls[-2000:]
    opened = re.findall(r'openat\(.*"[^"]*/_internal/([\w.]+)[^"]*".* = \d+$', before, re.MULTILINE)
    return {name.partition(".")[0] for name in opened}


def _started(command: Sequence[str]) -> dict[str, float]:
    """Return the milliseconds to each thing that the window says it reached."""
    began = time.perf_counter()
    reached: dict[str, float] = {}
    with subprocess.Popen(
        command, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        last = threading.Timer(PATIENCE, process.kill)
        last.start()
        for line in process.stdout:
            if line.startswith("{"):
                reached[json.loads(line)["reached"]] = (time.perf_counter() - began) * 1000
        last.cancel()
    return reached

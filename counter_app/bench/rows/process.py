"""Rows of a fresh process: how soon the store is ready, and the memory of a day."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from counter_app.bench.figures import Row, count, median

BEHIND = 1500.0
MEMORY = 220.0
_PATIENCE = 600.0


def start(folder: Path, key: bytes, dossiers: int, times: int) -> Row:
    """Measure process start → store ready, behind a bare process that opens the same file."""
    ours, bare = [], []
    for _ in range(times):
        bare.append(started("bare", folder, key))
        ours.append(started("start", folder, key))
    behind = median(mine - floor for mine, floor in zip(ours, bare, strict=True))
    value, floor = median(ours), median(bare)
    return Row(
        "start", f"khởi động → dữ liệu sẵn sàng, {count(dossiers)} hồ sơ", value, "ms",
        f"≤ {BEHIND / 1000:.1f} s sau tiến trình trần", behind <= BEHIND, floor, value / floor,
        times, details={"behind": behind},
    )  # fmt: skip


def memory(folder: Path, key: bytes, dossiers: int, day: int) -> Row:
    """Measure the memory after `day` receptions with receipts."""
    answer, _ = _run("day", folder, key, day)
    held = float(answer)
    return Row(
        "memory", f"bộ nhớ sau {day} lượt, {count(dossiers)} hồ sơ", held, "MB",
        f"≤ {MEMORY:.0f} MB", 0 < held <= MEMORY, samples=day,
        note="chưa kể cửa sổ" if held else "hệ điều hành này không cho biết",
    )  # fmt: skip


def started(mode: str, folder: Path, key: bytes) -> float:
    """Return the milliseconds from starting a process in `mode` to its answer."""
    return _run(mode, folder, key)[1]


def _run(mode: str, folder: Path, key: bytes, dossiers: int = 0) -> tuple[str, float]:
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-m", "counter_app.bench.child", mode, str(folder), str(dossiers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        answer, _ = process.communicate(key.hex().encode(), _PATIENCE)
    took = (time.perf_counter() - began) * 1000
    if process.returncode:
        raise RuntimeError(f"the {mode} process ended with {process.returncode}")
    return answer.decode().strip(), took

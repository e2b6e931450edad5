"""Rows of the officer's window: its start beside a bare Qt window, a card, F9, stalls, memory.

The window runs as a process of its own on a home that was filled before, and drives itself by key
events (`counter-app window --measure`). Where no screen is, Qt paints into memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from counter_app.bench.counter import A_DAY, Counter, Progress, WallClock, fill, open_counter
from counter_app.bench.figures import Row, count, median, milliseconds, percentile
from counter_app.bench.procedures import IN_A_PROVINCE, many
from counter_app.bench.server import CutLine, ServerProcess
from counter_app.domain.procedures.search import ProcedureIndex
from counter_app.services.counter.reference import load_reference
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.vault.passwords import make_verifier

PASSWORD = "mat-khau-do"  # noqa: S105 (of a home that is thrown away)
OFFLINE_DAYS = 30
AS_BARE = 2.0
BEHIND = 1500.0
CARD, PRINT, STALL, KEY = 150.0, 700.0, 50.0, 16.0
MEMORY = 220.0
_PATIENCE = 900.0
_TYPED = (
    "dang ky khai sinh", "ho tich", "khai tu", "dkks", "1193", "cap giay chung nhan",
    "chuyen muc dich su dung dat", "dang kí kết hôn", "xac nhan tinh trang", "qqq",
)  # fmt: skip
_STOLEN = 10.0  # milliseconds from which it is worth a word
_NOTE = "kho không mã hóa; cửa sổ tự bấm phím thật"


class WindowStuckError(Exception):
    """The window did not do what was asked: its answers, or where it stopped."""


def make_home(home: Path, dossiers: int, progress: Progress) -> None:
    """Make a home in `home` (existing) that a window can open, with one officer who may log in."""
    counter = open_counter(home, None)
    # Of the last days: what a list shows of them is worked out from the days that passed.
    counter.first_day = WallClock().now().at.date() - timedelta(days=dossiers // A_DAY + 1)
    fill(counter, dossiers, progress)
    _let_in(counter)
    counter.close()


def _let_in(counter: Counter) -> None:
    """Let the counter's officer log in without a server."""
    officer, now = counter.session.officer, WallClock().now().at
    with counter.workplace.store.writing() as tx:
        tx.logins.put(OfficerLogin(officer.id, officer.name, make_verifier(PASSWORD), now))
        tx.setup.put(f"offline-days/{officer.id}", OFFLINE_DAYS)


def start(home: Path, dossiers: int, times: int) -> list[Row]:
    """Measure process start → log-in painted and taking a key, beside a bare Qt window."""
    _started(home)  # the first start of a home leaves behind what the log-in shows at the next
    bare, painted, behind = [], [], []
    for _ in range(times):
        bare.append(_bare())
        reached = _started(home)
        painted.append(reached["painted"])
        behind.append(reached["store"] - reached["painted"])
    value, floor = median(painted), median(bare)
    ratio = median(mine / one for mine, one in zip(painted, bare, strict=True))
    return [
        Row(
            "window_start", "khởi động → đăng nhập vẽ xong và nhận phím", value, "ms",
            f"≤ {AS_BARE:.1f}× cửa sổ Qt trần", ratio <= AS_BARE, floor, ratio, times,
        ),
        Row(
            "window_ready", f"dữ liệu sẵn sàng sau đó, {count(dossiers)} hồ sơ", median(behind),
            "ms", f"≤ {BEHIND / 1000:.1f} s", median(behind) <= BEHIND, samples=times,
        ),
    ]  # fmt: skip


def picker(rounds: int) -> Row:
    """Measure the search for a procedure, for each key of what officers type."""
    known = load_reference(lambda _: None).procedures.procedures
    procedures = many(known)
    index = ProcedureIndex(procedures)
    keys = []
    for _ in range(rounds):
        for text in _TYPED:
            keys += [milliseconds(index.find, text[:end]) for end in range(1, len(text) + 1)]
    value = percentile(keys, 99)
    return Row(
        "picker", f"chọn thủ tục, mỗi phím, {count(IN_A_PROVINCE)} thủ tục, p99", value, "ms",
        f"≤ {KEY:.0f} ms", value <= KEY, samples=len(keys),
        details={"p50": percentile(keys, 50)},
    )  # fmt: skip


def day(home: Path, dossiers: int, visits: int) -> list[Row]:
    """Let an officer work a day in the window; return its times, stalls and memory."""
    with _window(home, f"day:{visits}") as lines:
        answer = _last(lines)
    if answer.get("stuck") or len(answer["prints"]) != visits:
        raise WindowStuckError(f"the window stopped at “{answer.get('stuck')}”")
    card, paper = percentile(answer["cards"], 95), percentile(answer["prints"], 95)
    held = float(answer["memory"])
    return [
        Row(
            "window_card", "quét thẻ → ô đã điền, p95", card, "ms", f"≤ {CARD:.0f} ms",
            card <= CARD, samples=visits, note=_NOTE,
        ),
        Row(
            "window_print", "F9 → giấy ở chỗ in, không mạng, p95", paper, "ms",
            f"≤ {PRINT:.0f} ms", paper <= PRINT, samples=visits, note="máy in là tệp PDF",
        ),
        _stall_row(
            "window_stall", f"cửa sổ đứng lâu nhất, {count(visits)} lượt và danh sách "
            f"{count(dossiers)} hồ sơ", answer, tuple(answer["stalls"]), visits,
            {"page_p95": percentile(answer["pages"], 95)},
        ),
        Row(
            "window_memory", f"bộ nhớ của cửa sổ sau {visits} lượt", held, "MB",
            f"≤ {MEMORY:.0f} MB", 0 < held <= MEMORY, samples=visits,
            note="" if held else "hệ điều hành này không cho biết",
        ),
    ]  # fmt: skip


def imported(home: Path, procedures: int) -> Row:
    """Measure the window's stalls while a province's list of procedures is taken over."""
    answer = _load(home, f"import:{procedures}")
    return _stall_row(
        "window_import", f"cửa sổ đứng lâu nhất khi nhập danh mục {count(procedures)} thủ tục",
        answer, ("import",), procedures,
    )  # fmt: skip


def long_list(home: Path) -> Row:
    """Measure the window's stalls while the list of all dossiers is scrolled and sorted."""
    answer = _load(home, "rows:1")
    rows = int(answer["pages"][0])
    return _stall_row(
        "window_rows", f"cửa sổ đứng lâu nhất khi mở, cuộn hết, sắp lại {count(rows)} hồ sơ",
        answer, ("open", "scroll", "sort"), rows,
    )  # fmt: skip


def drained(folder: Path, entries: int) -> Row:
    """Measure the window's stalls while a queue of `entries` goes out over loopback."""
    folder.mkdir()
    with ServerProcess(folder / "server") as server, CutLine(server.url) as line:
        home = folder / "home"
        line.mend()
        _enrol(home, line.url, server.one_time_code("1"))
        line.cut()
        counter = open_counter(home, None)
        _let_in(counter)
        counter.close()
        _started(home)
        with _window(home, f"drain:{entries}") as lines:
            answer = _last(_with_line(lines, line))
    _check(answer)
    return _stall_row(
        "window_drain", f"cửa sổ đứng lâu nhất khi gửi hàng đợi {count(entries)} bút toán",
        answer, ("drain",), entries,
    )  # fmt: skip


def _with_line(lines: Iterator[str], line: CutLine) -> Iterator[str]:
    """Hand on what the window says; cut and mend its line as it asks."""
    for said in lines:
        asked = json.loads(said) if said.startswith("{") else {}
        if "line" not in asked:
            yield said
        elif asked["line"]:
            line.mend()
        else:
            line.cut()


def _enrol(home: Path, url: str, code: str) -> None:
    arguments = ("--home", str(home), "--plain-store", "enrol", "--server", url, "--code", code)
    with _process("-m", "counter_app", *arguments) as lines:
        for _ in lines:
            pass


def _load(home: Path, measure: str) -> dict[str, Any]:
    with _window(home, measure) as lines:
        return _check(_last(lines))


def _check(answer: dict[str, Any]) -> dict[str, Any]:
    if answer.get("stuck"):
        raise WindowStuckError(f"the window stopped at “{answer['stuck']}”")
    return answer


def _stall_row(
    key: str,
    what: str,
    answer: dict[str, Any],
    parts: tuple[str, ...],
    samples: int,
    details: dict[str, float] | None = None,
) -> Row:
    """Return the longest stall of the `parts`, without what a host took; `samples`: of how many."""
    stalls = {part: float(answer["stalls"][part]) for part in parts}
    seen = {part: float(answer["seen"][part]) for part in parts}
    worst = max(stalls, key=lambda part: stalls[part])
    during = f"lúc: {worst}" if len(parts) > 1 else "phím mũi tên mỗi 20 ms"
    if (longest := max(seen.values())) > stalls[worst] + _STOLEN:
        during += f"; kể cả lúc máy chủ lấy mất bộ xử lý: {longest:.0f} ms"
    return Row(
        key, what, stalls[worst], "ms", f"≤ {STALL:.0f} ms", stalls[worst] <= STALL,
        samples=samples, note=during,
        details={
            **(details or {}),
            **{f"stall_{part}": late for part, late in stalls.items()},
            **{f"seen_{part}": late for part, late in seen.items()},
        },
    )  # fmt: skip


def _bare() -> float:
    """Return the milliseconds from starting a bare window to its first letter."""
    began = time.perf_counter()
    with _process("-m", "counter_app.bench.floors.window") as lines:
        next(lines)
        return (time.perf_counter() - began) * 1000


def _started(home: Path) -> dict[str, float]:
    """Return the milliseconds from starting the window to each thing that it says it reached."""
    began = time.perf_counter()
    reached: dict[str, float] = {}
    with _window(home, "start") as lines:
        for line in lines:
            if line.startswith("{"):
                reached[json.loads(line)["reached"]] = (time.perf_counter() - began) * 1000
    if reached.keys() != {"painted", "store"}:
        raise WindowStuckError(f"the window only reached {sorted(reached)}")
    return reached


@contextmanager
def _window(home: Path, measure: str) -> Iterator[Iterator[str]]:
    arguments = ("--home", str(home), "--plain-store", "window", "--measure", measure)
    with _process("-m", "counter_app", *arguments) as lines:
        yield lines


@contextmanager
def _process(*arguments: str) -> Iterator[Iterator[str]]:
    """Start our own program; give the lines that it answers as they come."""
    environment = dict(os.environ)
    # An installed program has its byte code: a measured one keeps it from the first start on.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        yield iter(process.stdout.readline, "")
        process.wait(_PATIENCE)


def _last(lines: Iterator[str]) -> dict[str, Any]:
    answers = [json.loads(line) for line in lines if line.startswith("{")]
    if not answers:
        raise WindowStuckError("the window ended without a word")
    last: dict[str, Any] = answers[-1]
    return last

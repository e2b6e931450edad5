"""The installed window on a virtual screen, driven by keys, and pictures of it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

from tests.debian.province import OFFICERS, PASSWORD, PROGRAM
from tests.debian.report import Report
from tests.debian.root import Root
from tests.journeys.real_window import screen

COLOURS = 40
"""A window that was painted has more; an empty screen has one."""

PATIENCE = 60.0
STOPS, LATEST_STOP = 12, 3.0
"""How often a start is interrupted; seconds from the process's begin to the last of them."""

LOG_IN = "đăng nhập"
"""What the window's title has while nobody is in."""

_MEMORY = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""}


@contextmanager
def opened(root: Root, log: Path, display: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Give the running window: on `display`, or with none painting into memory."""
    platform = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display} if display else _MEMORY
    process = root.start((PROGRAM, *words, "window"), log, platform)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def look(root: Root, out: Path, report: Report) -> None:
    """Open the first-run wizard and the enrolled counter's log-in, log in, and keep pictures."""
    log = out / "window.txt"
    with screen() as display:
        with opened(root, log, display, "--home", "moi") as process:
            _shown(process, display, out / "first-run.png", report, "the first-run wizard is shown")
        with opened(root, log, display, "--plain-store") as process:
            _shown(process, display, out / "log-in.png", report, "the log-in is shown under Xvfb")
            before = ImageGrab.grab(xdisplay=display)
            _type(display, OFFICERS[0], "Tab", PASSWORD, "Return")
            _until_still(display, other_than=before)
            _shown(process, display, out / "work.png", report, "another page after the log-in")
            title = _title(display)
            is_in = bool(title) and LOG_IN not in title.lower()
            report.check("an officer logged in", is_in, title)


def ends_while_it_starts(root: Root, out: Path, report: Report) -> None:
    """Ask a window to end at many moments of its start: it ends soon, whatever it is loading."""
    longest, lost = 0.0, []
    for number in range(STOPS):
        process = root.start((PROGRAM, "--plain-store", "window"), out / "window.txt", _MEMORY)
        time.sleep(LATEST_STOP * (number + 1) / STOPS)
        process.terminate()
        began = time.monotonic()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            lost.append(number)
            process.kill()
            process.wait()
        longest = max(longest, time.monotonic() - began)
    seen = f"{STOPS} times, longest {longest:.1f} s, never ended: {lost or 'none'}"
    report.check("a window that is asked to end while it starts ends", not lost, seen)


def _shown(
    process: subprocess.Popen[str], display: str, picture: Path, report: Report, what: str
) -> None:
    _until_still(display)
    image = ImageGrab.grab(xdisplay=display)
    image.save(picture)
    colours = len(image.getcolors(1 << 24) or ())
    is_so = process.poll() is None and colours > COLOURS
    report.check(what, is_so, f"{colours} colours, {picture.name}")


def _until_still(display: str, other_than: Image.Image | None = None) -> None:
    """Wait until the screen is painted, isn't `other_than`, and stands still but for a caret."""
    until = time.monotonic() + PATIENCE
    last, quiet = None, 0
    while time.monotonic() < until and quiet < 8:
        time.sleep(0.25)
        now = ImageGrab.grab(xdisplay=display)
        colours = len(now.getcolors(1 << 24) or ())
        is_same = last is not None and _differs(last, now) < 200
        is_old = other_than is not None and _differs(other_than, now) < 20_000
        quiet = quiet + 1 if is_same and colours > COLOURS and not is_old else 0
        last = now


def _differs(one: Image.Image, other: Image.Image) -> int:
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    return sum(a != b for a, b in pairs)


def _type(display: str, *words: str) -> None:
    _xdotool(display, "windowfocus", "--sync", _window(display))
    for word in words:
        how = ["key", word] if word in ("Tab", "Return") else ["type", "--delay", "60", word]
        _xdotool(display, *how)


def _title(display: str) -> str:
    return _xdotool(display, "getwindowname", _window(display)).strip()


def _window(display: str) -> str:
    return _xdotool(display, "search", "--onlyvisible", "--name", ".").split()[-1]


def _xdotool(display: str, *words: str) -> str:
    environment = {"DISPLAY": display, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["xdotool", *words], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout

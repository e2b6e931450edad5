"""A real window on a real (virtual) screen: Xvfb, and xdotool for hands and scanner.

The program runs in a process of its own, as an officer starts it, on an encrypted home. What it
does is seen from outside alone: on the screen, in the window's title, in the papers that it makes,
and at the province. There is no window manager, so the window is given the keys once.

Needs the Debian packages `xvfb` and `xdotool`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

from counter_app.desktop.theme.tokens import LIGHT
from counter_app.domain.acts.decisions import Finished, WorkStarted
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dossiers.status import Status
from tests.journeys.paper import codes_on, words_on
from tests.journeys.town import OFFICER, PASSWORD
from tests.journeys.townspeople import Citizen
from tests.sandbox.running import RunningSandbox

SIZE = "1366x768"
TYPING, SCANNING = 60, 2
"""Milliseconds between two keys of a person, and of a scanner."""

CARET = 120
"""Pixels that may change while nothing happens: the caret blinks."""

A_BUTTON = 8_000
"""Pixels of the accent that only a filled button has."""

ROOT = Path(__file__).parents[2]
PROCEDURE = "so goc"

PLAIN = Citizen(
    "Le Van An", "001090000471", date(1990, 1, 9), "Nam", "0900000471",
    "So 12 duong Mau, Phuong Hoan Kiem, Ha Noi",
)  # fmt: skip
"""No letter with a mark: for those xdotool exchanges the keyboard's map while it types, and at the
speed of a scanner X11 mixes them up. Marks are scanned in the journeys in this process."""


def is_possible() -> bool:
    """Tell whether this machine has a virtual screen and hands for it."""
    return bool(shutil.which("Xvfb") and shutil.which("xdotool"))


def until(condition: Callable[[], object], what: str, seconds: float = 30) -> None:
    """Look ten times a second."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.1)


@contextmanager
def screen() -> Iterator[str]:
    """Return the name of a virtual screen, ended afterwards."""
    read, write = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        f"{SIZE}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


class RealWindow:
    """The program on `display`, and an officer in front of it."""

    def __init__(
        self,
        home: Path,
        display: str,
        out: Path,
        more: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-m", "counter_app"),
    ) -> None:
        self._display = display
        self._out = out
        self._shots = 0
        nothing = {"QT_QPA_PLATFORM": "xcb", "QT_QPA_PLATFORMTHEME": "", "CUPS_SERVER": "/none"}
        self.environment = {**os.environ, "DISPLAY": display, **nothing, **(more or {})}
        self.process = subprocess.Popen(
            [*program, "--home", str(home), "window"],
            env=self.environment,
            cwd=ROOT,
        )
        self.window = ""
        until(lambda: self._found() or self.process.poll() is not None, "the window is there")
        assert self.process.poll() is None, "the program ended at once"
        self._xdotool("windowfocus", "--sync", self.window)

    @property
    def title(self) -> str:
        """What the title bar would say."""
        return self._xdotool("getwindowname", self.window).strip()

    def key(self, *keys: str) -> None:
        """Press keys by X11's names."""
        for each in keys:
            self._xdotool("key", each)

    def type(self, text: str) -> None:
        """Type as a person does."""
        self._xdotool("type", "--delay", str(TYPING), text)

    def scan(self, text: str) -> None:
        """Type as a wedge does, with Return behind it."""
        self._xdotool("type", "--delay", str(SCANNING), text + "\n")

    def pixels(self) -> Image.Image:
        """Return what the screen shows."""
        return ImageGrab.grab(xdisplay=self._display).convert("L")

    def offers_next_act(self) -> bool:
        """Tell whether the one filled button of the screen can be pressed."""
        shown = ImageGrab.grab(xdisplay=self._display).convert("RGB")
        accent = Image.new("RGB", shown.size, LIGHT.accent)
        return ImageChops.difference(shown, accent).convert("L").histogram()[0] > A_BUTTON

    def changes(self, act: Callable[[], None], what: str) -> None:
        """Do `act`, wait until the screen shows something else, and then stands still."""
        before = self.pixels()
        act()
        until(lambda: difference(before, self.pixels()) > CARET, what)
        self.is_still()

    def is_still(self) -> None:
        """Wait until nothing moves but a caret."""
        last = self.pixels()
        quiet = 0
        end = time.monotonic() + 30
        while quiet < 2:
            assert time.monotonic() < end, "the screen never stands still"
            time.sleep(0.12)
            now = self.pixels()
            quiet = quiet + 1 if difference(last, now) <= CARET else 0
            last = now

    def picture(self, name: str) -> Path:
        """Keep what the screen shows."""
        self._shots += 1
        path = self._out / f"{self._shots:02d}-{name}.png"
        ImageGrab.grab(xdisplay=self._display).save(path)
        return path

    def end(self, seconds: float = 20) -> int:
        """Ask the program to end as the system does; return its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def _found(self) -> bool:
        answer = self._xdotool("search", "--onlyvisible", "--name", "một cửa", allow_failure=True)
        self.window = answer.split()[-1] if answer.split() else ""
        return bool(self.window)

    def _xdotool(self, *words: str, allow_failure: bool = False) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        assert allow_failure or done.returncode == 0, (words, done.stderr)
        return done.stdout


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return how many pixels differ visibly."""
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[24:])


def enrolled(home: Path, province: RunningSandbox) -> None:
    """Enrol `home` by the command line, as an administrator does."""
    home.mkdir(mode=0o700)
    settings = "allow_machine_file = true\nsync_seconds = 5\n"
    (home / "settings.toml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "counter_app", "--home", str(home), "enrol"]
    subprocess.run(
        [*command, "--server", province.url, "--code", province.enrol_code("1")],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def drive(out: Path) -> Iterator[str]:
    """From log-in to the returned result; yield a line for each thing that was seen to happen."""
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        top = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        province = stack.enter_context(RunningSandbox(top))
        province.province.set_password(OFFICER, PASSWORD)
        home = top / "home"
        enrolled(home, province)
        window = RealWindow(home, stack.enter_context(screen()), out)
        try:
            yield from visit(window, home / "papers", province)
        except BaseException:
            window.picture("LAST")
            raise
        finally:
            code = window.end()
        yield f"the window ended with exit code {code}"
        assert code == 0


def visit(window: RealWindow, papers: Path, province: RunningSandbox) -> Iterator[str]:
    """Receive one citizen, let the agency decide, return the result."""
    window.is_still()
    window.picture("log-in")
    window.type(OFFICER)
    window.key("Tab")
    window.type(PASSWORD)
    window.key("Return")
    until(lambda: window.title.startswith("Tiếp nhận"), "the officer is in")
    window.is_still()
    window.picture("reception")
    yield "logged in"
    window.changes(lambda: window.scan(PLAIN.card), "the card is read")
    window.picture("card")
    yield "card scanned"
    window.type(PLAIN.phone)
    window.changes(lambda: window.key("Return"), "procedures are asked")
    window.changes(lambda: window.type(PROCEDURE), "procedures are found")
    window.picture("search")
    window.changes(lambda: window.key("Return"), "the papers are asked")
    window.picture("papers")
    window.changes(lambda: window.key("Return"), "it is ready")
    window.picture("ready")
    until(window.offers_next_act, "F9 is offered")
    window.key("F9")
    until(lambda: list(papers.glob("*.pdf")), "the receipt is made")
    (receipt,) = papers.glob("*.pdf")
    (code,) = codes_on(receipt.read_bytes())
    assert PLAIN.name in words_on(receipt.read_bytes())
    window.is_still()
    window.picture("printed")
    yield f"received: {code}"
    until(lambda: _status(province, code) is not None, "the province has it")
    window.key("F3")
    until(lambda: window.title.startswith("Hồ sơ"), "the list of dossiers is shown")
    window.is_still()
    uid = next(row["uid"] for row in province.clerk.dossiers() if row["code"] == code)
    window.changes(lambda: decide(province, uid), "the list shows that it is decided")
    window.picture("list")
    yield "decided at the province"
    window.scan(code)
    until(lambda: re.search(code, window.title), "the scan of the receipt opened the dossier")
    until(window.offers_next_act, "the dossier offers its return")
    window.is_still()
    window.picture("dossier")
    yield "receipt scanned"
    window.changes(lambda: window.key("F8"), "the return is open")
    window.picture("return")
    until(window.offers_next_act, "the result can be returned")
    window.key("Return")
    until(lambda: _status(province, code) is Status.RETURNED, "the province knows of the return")
    until(lambda: len(list(papers.glob("*.pdf"))) == 2, "the slip is made")
    window.is_still()
    window.picture("returned")
    yield "returned, and the slip made"
    window.changes(lambda: window.key("ctrl+shift+l"), "it is locked")
    window.picture("locked")


def decide(province: RunningSandbox, uid: str) -> None:
    """Take it up and finish it, as the agency's clerk."""
    province.clerk.decide(uid, WorkStarted("Tư pháp – Hộ tịch"))
    province.clerk.decide(uid, Finished((ResultPaper("Bản sao từ sổ gốc"),)))


def _status(province: RunningSandbox, code: str) -> Status | None:
    rows = province.clerk.dossiers()
    return next((Status(row["status"]) for row in rows if row["code"] == code), None)

"""One made-up Windows PC, from the refusal on an old Windows to the last uninstallation."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from counter_app import __version__
from installer.windows.wine import Done, Wine
from tests.windows.lending import lend

KEY = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\counter-app"
PATIENCE = 300.0
OLD = "0.0.9"
MENU = "ProgramData/Microsoft/Windows/Start Menu/Programs"
LINKS = ("Quầy một cửa.lnk", "Quầy một cửa (tập huấn).lnk")
PAINTED = 20_000
"""Bytes of a picture that shows something: a black screen has fewer."""

# The keys' place, asked as the vault asks it: what comes back, and what is refused.
SHIELD = """
from counter_app.vault.bound.machine_scope import machine_scope
shield = machine_scope()
shut = shield.shut(b"k" * 32, b"a")
said = [shield.open(shut, b"a") == b"k" * 32, b"kkkk" not in shut]
for data, purpose in ((shut, b"b"), (shut[:-1] + b"?", b"a"), (b"?", b"a")):
    try:
        shield.open(data, purpose)
        said.append(False)
    except OSError:
        said.append(True)
print(said)
"""


@dataclass(slots=True)
class Trial:
    """What was looked at and what was seen."""

    wine: Wine
    out: Path
    seen: list[tuple[bool, str, str]] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """Where the program is installed."""
        return self.wine.drive / "Program Files" / "counter-app"

    @property
    def home(self) -> Path:
        """The data of the PC's counter."""
        return self.wine.drive / "ProgramData" / "counter-app"

    @property
    def faults(self) -> int:
        """How many things were not as they must be."""
        return sum(not ok for ok, _, _ in self.seen)

    def look(self, what: str, ok: bool, seen: object) -> None:
        """Note one thing."""
        self.seen.append((bool(ok), what, str(seen)))
        print("+" if ok else "X", f"{what:52}", seen, flush=True)

    def told(self) -> str:
        """Return what an unattended installation wrote down; empty when it wrote nothing."""
        path = self.home.with_name("counter-app-setup.txt")
        return path.read_text(encoding="utf-16") if path.exists() else ""

    def program(self, *words: str, patience: float = PATIENCE, **more: str) -> Done:
        """Run a command of the installed program."""
        python = self.folder / "program/python/python.exe"
        return self.wine.run(python, "-m", "counter_app", *words, patience=patience, **more)


def until(condition: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Wait for a condition; tell whether it came."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.5)
    return True


def refused_on_old_windows(trial: Trial, old: Path) -> None:
    """Windows 7 and 8.1: words, a code, and nothing on the disk."""
    for version in ("win7", "win81"):
        trial.wine.pretend(version)
        done = trial.wine.run(old, "/S", patience=PATIENCE)
        trial.look(f"{version}: refused with 10", done.code == 10, done.code)
        words = trial.told()
        right = "Windows 10 (bản 1809 trở lên)" in words and "dữ liệu trên máy vẫn nguyên" in words
        trial.look(f"{version}: told in words, accents right", right, words.partition("\n")[0])
        trial.look(f"{version}: nothing installed", not trial.folder.exists(), "")
    trial.wine.pretend("win10")


def installed_silently(trial: Trial, old: Path) -> None:
    """A first installation."""
    began = time.monotonic()
    done = trial.wine.run(old, "/S", patience=PATIENCE)
    trial.look("silent installation", done.code == 0, f"{time.monotonic() - began:.0f} s")
    here = ("program/python/pythonw.exe", "program/lib/counter_app/resources", "uninstall.exe",
            "counter-app.cmd", "counter-app.ico", "LICENSE.txt")  # fmt: skip
    missing = [name for name in here if not (trial.folder / name).exists()]
    trial.look("files are there", not missing, missing or f"{len(here)} looked at")
    menu = {path.name for path in (trial.wine.drive / MENU).glob("*.lnk")}
    trial.look("start menu of every account", menu == set(LINKS), ", ".join(sorted(menu)))
    homes = sorted(path.name for path in trial.home.parent.glob("counter-app*") if path.is_dir())
    trial.look("homes in ProgramData", homes == ["counter-app", "counter-app-training"], homes)
    version = trial.wine.value(KEY, "DisplayVersion")
    trial.look("Windows' list of programs", version == OLD, version)


def commands_run(trial: Trial) -> None:
    """Interpreter, parts and paths; the words arrive on a console without Vietnamese too."""
    done = trial.program("--version")
    trial.look("--version", done.said.split() == ["counter-app", __version__], done.said.strip())
    starter = trial.folder / "counter-app.cmd"
    done = trial.wine.run("cmd", "/c", trial.wine.path(starter), "--version", PYTHONPATH="Z:\\x")
    trial.look("counter-app.cmd", __version__ in done.said, done.said.strip()[-60:])
    done = trial.program("doctor")
    lines = [line.strip() for line in done.said.splitlines()]
    parts = next((line for line in lines if "Python 3.13" in line), "")
    trial.look("doctor: parts", parts.startswith("+"), parts)
    vault = next((line for line in lines if "DPAPI" in line), "")
    trial.look("doctor: keys are Windows', of the machine", vault.startswith("+"), vault)
    python = trial.folder / "program/python/python.exe"
    done = trial.wine.run(python, "-c", SHIELD, patience=PATIENCE)
    said = done.said.strip()
    trial.look("what is shut opens, nothing else does", said == str([True] * 5), said[-60:])


def refused_while_running(trial: Trial, old: Path) -> None:
    """Any process of the program holds its interpreter, whoever runs it."""
    python = trial.folder / "program/python/python.exe"
    running = trial.wine.begin(python, "-c", "print(1, flush=True); input()")
    try:
        assert running.stdout is not None
        running.stdout.readline()
        done = trial.wine.run(old, "/S", patience=PATIENCE)
        trial.look("refused with 11 while it runs", done.code == 11, done.code)
        trial.look("told in words", "đang mở trên máy này" in trial.told(), "")
    finally:
        assert running.stdin is not None
        running.stdin.close()
        running.wait(60)


def upgraded(trial: Trial, old: Path, new: Path) -> None:
    """The new program in place of the old one, begun by the old one itself; data as they were."""
    done = trial.wine.run(old, "/S", r"/OFFICERS=PC\Officers", patience=PATIENCE)
    (trial.home / "kept.txt").write_text("data", encoding="ascii")
    gone = trial.folder / "program/lib/of-the-old-version.txt"
    gone.write_text("old", encoding="ascii")
    # As `counter-app update install` does it: the installer waits for who began it.
    begin = (
        f"import subprocess, time; subprocess.Popen([{trial.wine.path(new)!r}, '/S', '/WAIT=60'])"
    )
    python = trial.folder / "program/python/python.exe"
    done = trial.wine.run(python, "-c", f"{begin}; time.sleep(5)", patience=PATIENCE)
    came = until(lambda: trial.wine.value(KEY, "DisplayVersion") == __version__)
    version = trial.wine.value(KEY, "DisplayVersion")
    trial.look("upgrade, begun by the running program", came, f"{done.code}, {version}")
    officers = trial.wine.value(KEY, "Officers")
    trial.look("/OFFICERS= is kept", officers == r"PC\Officers", officers)
    trial.look("files of the old version are gone", not gone.exists(), "")
    names = {path.name for path in trial.folder.glob("program*")}
    trial.look("no half of it is left", names == {"program"}, sorted(names))
    trial.look("data are kept", (trial.home / "kept.txt").read_text() == "data", "")
    done = trial.wine.run(old, "/S", patience=PATIENCE)
    trial.look("an older one is refused with 13", done.code == 13, done.code)


def day_played(trial: Trial) -> None:
    """A whole day: store, keys, papers, line, a kill in the middle, the reference server."""
    papers = trial.wine.drive / "day"
    done = trial.program("demo", "--out", r"C:\day", patience=1200)
    agreed = done.code == 0 and "khop" in done.said
    trial.look("demo: every number agrees", agreed, f"code {done.code}")
    if not agreed:
        print(done.said[-3000:])
    receipts = list(papers.glob("*-receipt.pdf"))
    trial.look("demo: receipts as PDF", len(receipts) >= 40, len(receipts))


def window_opened(trial: Trial) -> None:
    """The window itself, painted by Qt's Windows plugin into a made-up screen."""
    with _screen() as display:
        python = trial.folder / "program/python/pythonw.exe"
        words = ["wine", str(python), "-m", "counter_app", "--home", r"C:\window"]
        environment = {**trial.wine.environment(), "DISPLAY": display}
        running = subprocess.Popen(
            words, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        search = ["xdotool", "search", "--onlyvisible", "--name", "."]
        shown = until(
            lambda: bool(subprocess.run(
                search, env=environment, capture_output=True, check=False).stdout),
            120,
        )  # fmt: skip
        picture = trial.out / "window.png"

        def painted() -> bool:
            subprocess.run(["import", "-window", "root", picture], env=environment, check=False)
            return picture.exists() and picture.stat().st_size > PAINTED

        shown = shown and until(painted, 120)
        first = picture.stat().st_size
        # Behind the log-in the home is opened: there is none, so the first run takes its place.
        further = shown and until(lambda: painted() and _differs(picture, first), 240)
        time.sleep(5)
        painted()
        alive = running.poll() is None
        trial.wine.run("taskkill", "/F", "/IM", "pythonw.exe")
        running.kill()
        running.wait(60)
    trial.look("the window is shown and stays", shown and alive, picture.name)
    trial.look("behind the log-in the first run comes", further, picture.name)
    bugs = list((trial.wine.drive / "window").rglob("su-co-*.txt"))
    trial.look("no report of a bug", not bugs, [bug.name for bug in bugs])


def _differs(picture: Path, before: int) -> bool:
    """Tell whether another screen is shown: a clock's minute changes a few hundred bytes."""
    return abs(picture.stat().st_size - before) > before / 10


def uninstalled(trial: Trial, new: Path) -> None:
    """Data stay; only a request in so many words ends them."""
    (trial.home / "kept.txt").write_text("data", encoding="ascii")
    for words, stay in (((), True), (("/DELETEDATA",), False)):
        if not trial.folder.exists():
            trial.wine.run(new, "/S", patience=PATIENCE).must()
        trial.wine.run(trial.folder / "uninstall.exe", "/S", *words, patience=PATIENCE)
        gone = until(lambda: not trial.folder.exists() and not trial.wine.value(KEY, "DisplayName"))
        shown = " ".join(("uninstall /S", *words))
        menu = list((trial.wine.drive / MENU).glob("*.lnk"))
        trial.look(f"{shown}: program gone", gone and not menu, "")
        kept = (trial.home / "kept.txt").exists()
        there = kept if stay else not until(lambda: not trial.home.exists(), 30)
        trial.look(f"{shown}: data {'stay' if stay else 'gone'}", there is stay, "")


def play(trial: Trial, old: Path, made: Callable[[], Path], *, day: bool = True) -> None:
    """Everything in its order; `made` gives the installer to hand out, which takes its time."""
    trial.wine.start()
    refused_on_old_windows(trial, old)
    installed_silently(trial, old)
    print("lent to Wine:", *lend(trial.wine))
    commands_run(trial)
    refused_while_running(trial, old)
    window_opened(trial)
    if day:
        day_played(trial)
    new = made()
    upgraded(trial, old, new)
    commands_run(trial)
    uninstalled(trial, new)


@contextmanager
def _screen() -> Iterator[str]:
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().decode().strip()
    finally:
        server.terminate()
        server.wait(60)

"""A real window on a virtual screen is closed, and what waited is put in place: list and program.

The program's part needs a frozen one (`pyinstaller installer/freeze/counter-app.spec`): it lies in
`versions/` beside `launcher.sh`, as on a machine whose officer may write that folder, and the new
one is the same folder under another version.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import marshal
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from counter_app import __version__
from counter_app.app.home import open_home
from counter_app.domain.updates.manifest import PRODUCT, Manifest, PackageKind, Part
from counter_app.services.updates.package import write_package
from counter_app.services.updates.programs import this_platform
from counter_app.services.updates.taking import take
from counter_app.services.updates.trust import trust_of
from counter_app.vault.update_keys import SigningKey, pinned_text
from tests.journeys.real_window import ROOT, RealWindow, enrolled, screen, until
from tests.journeys.town import OFFICER, PASSWORD
from tests.made import NOON
from tests.sandbox.running import RunningSandbox
from tests.services.updates.packing import PRACTICE, package

SOURCE = (sys.executable, "-m", "counter_app")
NEXT = "9.0.0"


def drive(out: Path, frozen: Path | None) -> Iterator[str]:
    """Yield a line for each thing that was seen to happen; AssertionError for what wasn't."""
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        top = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        province = stack.enter_context(RunningSandbox(top))
        province.province.set_password(OFFICER, PASSWORD)
        home = top / "home"
        enrolled(home, province)
        display = stack.enter_context(screen())
        key = SigningKey.of(province.province.keys.catalogue)
        bring(home, package(top / "lich.capnhat", key=key), key)
        yield closed(home, display, out, SOURCE, known=False)
        said = status(home, SOURCE)
        assert "2027.1: đã cài" in said, said
        yield "a list was put in place when the window closed"
        if frozen is None:
            return
        root, archive = lay_out(top / "program", frozen)
        launcher = ("sh", str(root / "launcher.sh"))
        assert f"bản {__version__}." in status(home, launcher)
        manifest = Manifest(
            PRODUCT,
            PackageKind.PROGRAM,
            NEXT,
            NOON,
            (Part(f"counter-app-{NEXT}.tar.gz", 1, ""),),
            platform=this_platform(),
        )
        bring(home, write_package(top / "p.capnhat", manifest, [archive], PRACTICE), PRACTICE)
        yield f"a package of {archive.stat().st_size / 1_000_000:.0f} MB waits"
        yield closed(home, display, out, launcher)
        assert (root / "current").read_text() == f"{NEXT}\n", (root / "current").read_text()
        assert (root / "trying").exists()
        yield closed(home, display, out, launcher)
        assert not (root / "trying").exists()
        said = status(home, launcher)
        assert f"Đang dùng bản {NEXT}." in said, said
        assert f"{NEXT}: đã cài" in said, said
        yield f"the next start was {NEXT}, opened the home and stayed"
        done = run(home, launcher, "update", "rollback")
        assert f"bản {__version__}" in done, done
        assert f"Đang dùng bản {__version__}." in status(home, launcher)
        yield f"rollback: {__version__} runs again"


def bring(home: Path, file: Path, key: SigningKey) -> None:
    """Lay a package ready in the home, as the watch does minutes after a start."""
    with open_home(home) as opened:
        updates = dataclasses.replace(opened.updates(), trust=lambda: trust_of([key.note]))
        take(updates, file)


def lay_out(root: Path, frozen: Path) -> tuple[Path, Path]:
    """Lay the frozen program out as `versions/…`; return the folder, and the next one's archive."""
    first = root / "versions" / __version__
    shutil.copytree(frozen, first, symlinks=True)
    inside = next(first.rglob("counter_app/__init__.pyc")).parent
    (inside / "resources" / "keys").mkdir(exist_ok=True)
    note = PRACTICE.note
    pinned = inside / "resources" / "keys" / f"{note.id}.json"
    pinned.write_text(pinned_text(note, "thử"), encoding="utf-8")
    shutil.copyfile(ROOT / "installer" / "launcher.sh", root / "launcher.sh")
    (root / "current").write_text(f"{__version__}\n")
    old = inside / "__init__.pyc"
    before = old.read_bytes()
    code = compile(f"__version__ = {NEXT!r}\n", "counter_app/__init__.py", "exec")
    header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)  # never compared
    old.write_bytes(header + marshal.dumps(code))
    archive = root / "next.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        tar.add(first, ".")
    old.write_bytes(before)
    return root, archive


def closed(
    home: Path, display: str, out: Path, program: Sequence[str], *, known: bool = True
) -> str:
    """Open the window, let an officer log in, ask it to end; tell how long the end took."""
    window = RealWindow(home, display, out, program=program)
    try:
        window.is_still()
        if not known:  # else the log-in offers them, and asks for the password alone
            window.type(OFFICER)
            window.key("Tab")
        window.type(PASSWORD)
        window.key("Return")
        until(lambda: window.title.startswith("Tiếp nhận"), "the officer is in", 120)
        window.is_still()
        window.picture(f"shift-{len(list(out.glob('*.png'))) + 1}")
    except BaseException:
        window.picture("LAST")
        window.process.kill()
        raise
    began = time.monotonic()
    code = window.end(300)
    assert code == 0, code
    return f"the window ended with exit code 0 after {time.monotonic() - began:.1f} s"


def status(home: Path, program: Sequence[str]) -> str:
    """Return what `update status` prints."""
    return run(home, program, "update", "status")


def run(home: Path, program: Sequence[str], *words: str) -> str:
    """Run a command of the program; return what it prints."""
    done = subprocess.run(
        [*program, "--home", str(home), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

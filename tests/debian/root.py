"""A bare Debian 12 in a folder: made by debootstrap, kept between runs, entered by chroot.

Needs root, and the Debian package `debootstrap`.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SUITE = "bookworm"
OFFICER = "canbo"
"""The account in the root that an officer works with."""

FOLDER = "/usr/lib/counter-app"
"""Where the package puts the program."""

_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_MOUNTS = (("proc", "proc"), ("sysfs", "sys"), ("devtmpfs", "dev"))


class Root:
    """The bare system under `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def inside(self, path: str) -> Path:
        """Return where a path of the bare system lies, seen from here."""
        return self.folder / path.lstrip("/")

    def words(
        self,
        *words: str,
        user: str = OFFICER,
        more: Mapping[str, str] | None = None,
        line: bool = True,
    ) -> list[str]:
        """Return the command that runs `words` inside; without `line` it reaches no network."""
        home = "/root" if user == "root" else f"/home/{user}"
        about = {"HOME": home, "USER": user, "PATH": _PATH, "DEBIAN_FRONTEND": "noninteractive"}
        told = [f"{name}={value}" for name, value in {**about, **(more or {})}.items()]
        entered = ["chroot", f"--userspec={user}", str(self.folder), "env", "-i", "-C", home, *told]
        if line:
            return [*entered, *words]
        alone = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "-"]
        return [*alone, *entered, *words]

    def run(
        self,
        *words: str,
        user: str = OFFICER,
        more: Mapping[str, str] | None = None,
        line: bool = True,
        seconds: float = 600,
    ) -> subprocess.CompletedProcess[str]:
        """Run `words` inside and return what they said; the exit code is for the caller."""
        return subprocess.run(
            self.words(*words, user=user, more=more, line=line),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=seconds,
        )

    def start(
        self, words: Sequence[str], log: Path, more: Mapping[str, str] | None = None, **pipes: int
    ) -> subprocess.Popen[str]:
        """Start `words` inside as the officer; what isn't piped goes to `log`."""
        with log.open("ab") as said:
            where = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": said, **pipes}
            return subprocess.Popen(self.words(*words, more=more), text=True, **where)


@contextmanager
def bare_root(folder: Path, cache: Path) -> Iterator[Root]:
    """Give a fresh bare system in `folder`, with an officer's account; unmounted afterwards.

    `cache`: where the untouched system, and the packages that apt fetched, are kept between runs.
    """
    kept = cache / f"{SUITE}.tar"
    if not kept.exists():
        _make(kept)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-C", str(folder), "-xf", str(kept)], check=True)
    shutil.copyfile("/etc/resolv.conf", folder / "etc/resolv.conf")
    packages = cache / "archives"
    packages.mkdir(exist_ok=True)
    mounted = [_mount(folder / where, "-t", kind, kind) for kind, where in _MOUNTS]
    mounted.append(_mount(folder / "var/cache/apt/archives", "--bind", str(packages)))
    root = Root(folder)
    try:
        made = root.run("useradd", "--create-home", OFFICER, user="root")
        assert made.returncode == 0, made.stdout
        yield root
    finally:
        for where in reversed(mounted):
            subprocess.run(["umount", "--lazy", str(where)], check=False)


def _make(kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_suffix(".draft")
    subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(draft)], check=True)
    subprocess.run(["tar", "-C", str(draft), "-cf", str(kept), "."], check=True)
    shutil.rmtree(draft)


def _mount(where: Path, *how: str) -> Path:
    subprocess.run(["mount", *how, str(where)], check=True)
    return where

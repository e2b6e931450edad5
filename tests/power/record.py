"""Record what a real counter process writes: every write, fsync and rename, in their order."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("recorder.c")
CHECKOUT = Path(__file__).parents[2]
SAID = "said"
"""The file in which the child tells what an officer was shown as done; no part of the home."""

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}

_HEAD = struct.Struct("=BQQII")
_PATIENCE = 240.0  # seconds


class What(IntEnum):
    """What happened to a file; the numbers are those of `recorder.c`."""

    MADE = 1
    WROTE = 2
    CUT = 3
    SYNCED = 4
    RENAMED = 5
    REMOVED = 6
    LINKED = 7
    FOLDER = 8


@dataclass(frozen=True, slots=True)
class Change:
    """One change: to the file `inode`, named `path` under the root, at byte `at`.

    `data`: what was written; of RENAMED and LINKED the new name. `at` of CUT is the new size, of
    SYNCED 1 for a folder.
    """

    what: What
    inode: int
    at: int
    path: str
    data: bytes


def own_folder(root: Path) -> dict[str, str]:
    """Return the environment in which the machine's own folder is ROOT/machine."""
    return {"XDG_STATE_HOME": str(root / "machine")}


def compiler() -> str | None:
    """Return this machine's C compiler, None where there is none (or no way to preload)."""
    return shutil.which("cc") or shutil.which("gcc") if sys.platform == "linux" else None


def compiled(folder: Path) -> Path:
    """Compile the recorder into `folder`."""
    library = folder / "recorder.so"
    found = compiler()
    assert found is not None
    options = ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror"]
    subprocess.run(
        [found, *options, "-o", str(library), str(SOURCE), "-ldl", "-lpthread"], check=True
    )
    return library


def recorded(root: Path, library: Path, scene: str, *words: str) -> list[Change]:
    """Play `scene` in a process under the recorder; return what it did under `root`."""
    log = root.with_name(f"{root.name}.log")
    environment = {
        **os.environ,
        **NO_KEYRING,
        **own_folder(root),
        "LD_PRELOAD": str(library),
        "POWER_ROOT": str(root),
        "POWER_LOG": str(log),
    }
    subprocess.run(
        [sys.executable, "-m", "tests.power.child", str(root), scene, *words],
        env=environment,
        cwd=CHECKOUT,
        check=True,
        timeout=_PATIENCE,
    )
    return _read(log.read_bytes(), os.path.realpath(root))


def _read(data: bytes, root: str) -> list[Change]:
    def under(path: bytes) -> str:
        return os.path.relpath(path.decode(), root) if path else ""

    changes = []
    at = 0
    while at < len(data):
        what, inode, place, path_length, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        path, rest = data[at : at + path_length], data[at + path_length :][:length]
        at += path_length + length
        if what in (What.RENAMED, What.LINKED):
            rest = under(rest).encode()
        changes.append(Change(What(what), inode, place, under(path), rest))
    return changes

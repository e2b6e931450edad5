"""Which machine this is: to see that a home was copied, and to bind a file to its machine.

The system's own mark (machine-id, MachineGuid) never leaves this file. What others get are two
hashes of it that don't tell each other: one to show and compare, one to make keys from.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from counter_app.domain.errors.home import NotWritableError
from counter_app.durable import make_folder, write_atomically
from counter_app.vault.sealing import Random

LINUX_MARKS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))

_USABLE = re.compile(r"[0-9a-f]{32}")
_OWN_BYTES = 16


class MarkSource(Enum):
    """Where the mark comes from; `doctor` shows it."""

    SYSTEM = "system"
    OWN_FILE = "own_file"


@dataclass(frozen=True, slots=True)
class Machine:
    """One machine. `fingerprint` (64 hex digits) may be stored and sent; `secret` may not."""

    fingerprint: str
    source: MarkSource
    secret: bytes = field(repr=False)


def identify(
    own_file: Path,
    *,
    marks: tuple[Path, ...] = LINUX_MARKS,
    random: Random = os.urandom,
) -> Machine:
    """Return this machine.

    Where the system has no mark (a bare container, an image before its first start), a random one
    is made once in `own_file`, which must lie outside the home. Raises `NotWritableError` when
    that can't be done.
    """
    mark = _system_mark(marks)
    if mark is not None:
        return _machine(mark, MarkSource.SYSTEM)
    return _machine(_own_mark(own_file, random), MarkSource.OWN_FILE)


def _machine(mark: str, source: MarkSource) -> Machine:
    return Machine(
        fingerprint=hashlib.sha256(f"counter-app/machine/1/{mark}".encode()).hexdigest(),
        source=source,
        secret=hashlib.sha256(f"counter-app/machine-secret/1/{mark}".encode()).digest(),
    )


def _own_mark(path: Path, random: Random) -> str:
    known = _read(path)
    if known is not None:
        return known
    made = random(_OWN_BYTES).hex()
    try:
        make_folder(path.parent)
        write_atomically(path, f"{made}\n".encode())
    except OSError as error:
        raise NotWritableError(path=path, reason=error.strerror) from error
    return made


def _read(path: Path) -> str | None:
    """Return the mark in `path`; None if there is none, or only "uninitialized" or zeros."""
    try:
        text = path.read_text("ascii").strip().lower()
    except (OSError, ValueError):
        return None
    return text if _USABLE.fullmatch(text) and set(text) != {"0"} else None


if sys.platform == "win32":
    import winreg

    def _system_mark(marks: tuple[Path, ...]) -> str | None:  # noqa: ARG001  Linux's files
        where = r"SOFTWARE\Microsoft\Cryptography"
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, where, 0, access) as key:
                value, _ = winreg.QueryValueEx(key, "MachineGuid")
        except OSError:
            return None
        return str(value).strip().lower() or None
else:

    def _system_mark(marks: tuple[Path, ...]) -> str | None:
        return next((mark for path in marks if (mark := _read(path)) is not None), None)

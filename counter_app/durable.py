"""Bytes that survive a power cut: either the old file or the whole new one, never a torn one.

Standard library only and without errors of ours: what the disk says (`OSError`) goes up as it is,
because only the caller knows what was at stake (a number, a key, a setting).
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

LEFTOVER_SUFFIX = ".part"
"""How the temporary file ends; `remove_leftovers` knows them by it."""

OWNER_ONLY = 0o600
"""Read and written by the owner alone; on Windows the folder's own rights decide."""

_TRIES = 10
_PAUSE = 0.02  # seconds, more each time: about one second in all


def write_atomically(path: Path, data: bytes, *, mode: int = OWNER_ONLY) -> None:
    """Replace `path` by `data`; on return the bytes and the name are on the disk.

    Temporary file in the same folder, write, fsync, rename, fsync of the folder. A crash before
    the rename leaves the old file and one leftover (see `remove_leftovers`). Raises `OSError`
    (disk full, read-only, no such folder), and then the old file stands untouched.
    """
    temporary = path.with_name(
        f".{path.name}.{os.getpid()}-{threading.get_native_id()}{LEFTOVER_SUFFIX}"
    )
    try:
        _write_whole(temporary, data, mode)
        _rename(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable. Windows can't and needn't: its rename writes through."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path, *, mode: int = 0o777) -> None:
    """Make `folder`, and those above it that are missing; on return their names are on the disk.

    A folder whose own name was never flushed takes everything in it along when the power goes.
    Harmless when it is there. `mode` as for `Path.mkdir`, of `folder` alone; on Windows what lies
    in the home has the home's rights, which the installer gives. Raises `OSError`.
    """
    if sys.platform == "win32":
        # From 3.12.4 on, Python takes 0o700 for "this account alone": the next officer, signed in
        # to Windows as somebody else, could no longer write there.
        mode = 0o777
    missing = [folder, *folder.parents]
    missing = list(itertools.takewhile(lambda each: not each.is_dir(), missing))
    if not missing:
        return
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for made in reversed(missing):
        with suppress(PermissionError):  # who may not list a folder's names can't flush them either
            sync_folder(made.parent)


def remove_leftovers(folder: Path) -> int:
    """Remove what killed writers left half-written in `folder`; return how many files that were.

    Only for the holder of the home's lock: another program's file could be still in the making.
    """
    leftovers = [file for file in folder.glob(f".*{LEFTOVER_SUFFIX}") if file.is_file()]
    for file in leftovers:
        file.unlink(missing_ok=True)
    return len(leftovers)


def _write_whole(path: Path, data: bytes, mode: int) -> None:
    # A leftover of this very name can only be our own, from a process that is dead (its number
    # came round again): writing over it is right, so there is no O_EXCL. Links are not followed.
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags, mode)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(handle, mode)  # neither the umask nor an old leftover may decide
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import ctypes

    _REPLACE_EXISTING = 0x1
    _WRITE_THROUGH = 0x8  # what os.replace leaves out: the new name could be lost with the power

    def _rename(source: Path, target: Path) -> None:
        # A virus scanner or a backup may hold the target for a moment: wait for it a little.
        for attempt in range(1, _TRIES + 1):
            try:
                _move(source, target)
            except PermissionError:
                if attempt == _TRIES:
                    raise
                time.sleep(_PAUSE * attempt)
            else:
                return

    def _move(source: Path, target: Path) -> None:
        move = ctypes.WinDLL("kernel32", use_last_error=True).MoveFileExW
        move.argtypes = (ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint32)
        move.restype = ctypes.c_int
        if not move(str(source), str(target), _REPLACE_EXISTING | _WRITE_THROUGH):
            raise ctypes.WinError(ctypes.get_last_error())
else:

    def _rename(source: Path, target: Path) -> None:
        source.replace(target)

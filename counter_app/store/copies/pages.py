"""Copy a store page by page, while others go on writing to it."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from counter_app.durable import sync_folder
from counter_app.store.engine import connect

_BESIDE = ("-wal", "-shm", "-journal")


def copy_pages(source: Path, key: bytes | None, destination: Path) -> None:
    """Copy the store `source`, as of one moment, to the new file `destination` under `key`.

    The copy is one file, without a write-ahead log, and on the disk when this returns. Raises the
    driver's errors; then nothing is left at `destination`.
    """
    try:
        with closing(connect(source, key)) as origin:
            copy_connection(origin, key, destination)
    except BaseException:
        remove(destination)
        raise


def copy_connection(origin: Any, key: bytes | None, destination: Path) -> None:
    """Copy what the open connection `origin` sees to `destination`; see `copy_pages`."""
    # An unkeyed copy of an encrypted store fails, so the key comes first (ARCHITECTURE §4).
    with closing(connect(destination, key)) as copy:
        origin.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE")
    destination.chmod(0o600)
    sync_file(destination)


def sync_file(path: Path) -> None:
    """Put the bytes of `path` on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Remove a copy of ours with the files that SQLite keeps beside it."""
    for suffix in ("", *_BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def move(path: Path, target: Path) -> None:
    """Rename a store together with the files that belong to it, so that it opens there too."""
    for suffix in (*_BESIDE, ""):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(target.with_name(target.name + suffix))


def remove_beside(path: Path) -> None:
    """Remove the files that SQLite keeps beside a store, so that none is read with another one."""
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    sync_folder(path.parent)


def second_name(path: Path, target: Path) -> None:
    """Let a store be found at `target` too, with the files that belong to it; on the disk.

    The same bytes under two names, where the disk can do that: a store may be larger than what is
    free. Elsewhere (a stick with FAT) a copy.
    """
    for suffix in (*_BESIDE, ""):  # the store last: it isn't there without what belongs to it
        file = path.with_name(path.name + suffix)
        if file.exists():
            _name_or_copy(file, target.with_name(target.name + suffix))
    sync_folder(path.parent)


def _name_or_copy(file: Path, target: Path) -> None:
    try:
        target.hardlink_to(file)
    except OSError:
        shutil.copy2(file, target)
        sync_file(target)

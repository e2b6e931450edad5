"""Backup: a copy that was opened and checked before it gets its name."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from counter_app.domain.errors.store import (
    BackupUnfitError,
    NotABackupError,
    StoreDamagedError,
    StoreIsFolderError,
    StoreMissingError,
)
from counter_app.durable import sync_folder
from counter_app.store.copies.pages import copy_pages, remove
from counter_app.store.engine import connect
from counter_app.store.failures import disk_failure, told


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A finished copy: its file, how many entries it holds, its size in bytes."""

    path: Path
    entries: int
    size: int


def backup(store_path: Path, key: bytes | None, destination: Path) -> BackupReport:
    """Copy the store to `destination` under the same key, check the copy, then give it its name.

    The store may be in use. A file that stands at `destination` is only replaced if it is an older
    copy, by one that was found whole. Raises BackupUnfitError, NotABackupError, StoreIsFolderError
    and what the disk says.
    """
    if not store_path.exists():
        raise StoreMissingError(path=store_path)
    _refuse_another_file(destination, key, store_path)
    draft = destination.with_name(f".{destination.name}.part")
    try:
        with told(destination, key):
            remove(draft)
            with closing(connect(store_path, key)) as origin:
                before = _last(origin)
            copy_pages(store_path, key, draft)
            entries = _checked(draft, key)
            with closing(connect(draft, key)) as copy, closing(connect(store_path, key)) as origin:
                last = _last(copy)
                if last[0] < before[0] or last != _last(origin, last[0]):
                    raise BackupUnfitError(path=destination, reason="head")
        draft.replace(destination)
        sync_folder(destination.parent)
        return BackupReport(destination, entries, destination.stat().st_size)
    except OSError as error:
        raise disk_failure(error, destination) from error
    finally:
        remove(draft)


def checked(path: Path, key: bytes | None) -> int:
    """Return how many entries a copy holds. Raises BackupUnfitError when it isn't whole."""
    try:
        if path.is_dir():
            raise StoreIsFolderError(path=path)
        if not path.exists():
            raise StoreMissingError(path=path)
    except OSError as error:
        raise disk_failure(error, path) from error
    try:
        with told(path, key):
            return _checked(path, key)
    except StoreDamagedError as error:  # whose words would send to a backup: this is one
        raise BackupUnfitError(path=path, reason=error.facts["reason"]) from error


def _refuse_another_file(destination: Path, key: bytes | None, store_path: Path) -> None:
    """Refuse to put a copy in the place of anything but an older copy: no file in use, no other."""
    try:
        if destination.is_dir():
            raise StoreIsFolderError(path=destination)
        if not destination.parent.is_dir():
            raise StoreMissingError(path=destination)
        if not destination.exists():
            return
        is_beside = destination.parent.resolve() == store_path.parent.resolve()
        # Beside the store, store.db-wal and what a restore set aside begin with its name.
        is_ours = is_beside and destination.name.startswith(store_path.name)
        if is_ours or destination.samefile(store_path):
            raise NotABackupError(path=destination)
    except OSError as error:
        raise disk_failure(error, destination) from error
    try:
        with closing(connect(destination, key)) as older:
            older.execute("SELECT count(*) FROM journal").fetchone()
    except sqlite.Error as error:
        raise NotABackupError(path=destination) from error


def _checked(path: Path, key: bytes | None) -> int:
    with closing(connect(path, key)) as copy:
        try:
            answer = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if answer != "ok":
                raise BackupUnfitError(path=path, reason=str(answer))
            return int(copy.execute("SELECT count(*) FROM journal").fetchone()[0])
        except sqlite.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite.SQLITE_ERROR:
                raise
            # No journal table: a database, but none of ours.
            raise BackupUnfitError(path=path, reason=str(error)) from error


def _last(connection: Any, position: int | None = None) -> tuple[int, str]:
    """Return (position, hash) of the entry at `position`, or of the last one."""
    where = "" if position is None else "WHERE position = ?"
    row = connection.execute(
        f"SELECT position, hash FROM journal {where} ORDER BY position DESC LIMIT 1",  # noqa: S608
        () if position is None else (position,),
    ).fetchone()
    return (0, "") if row is None else (int(row[0]), str(row[1]))

"""Restore: put a backup in the place of the store. The old file is set aside, never deleted."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.errors.store import (
    BackupBehindError,
    StoreDamagedError,
    StoreWrongKeyError,
)
from counter_app.durable import sync_folder
from counter_app.store.copies.backup import checked
from counter_app.store.copies.pages import copy_pages, move, remove
from counter_app.store.engine import connect
from counter_app.store.failures import disk_failure, told


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """A finished restore. `missing` entries are only in `set_aside`; None: it can't be read."""

    path: Path
    entries: int
    set_aside: Path | None
    missing: int | None


def restore(
    source: Path, key: bytes | None, store_path: Path, *, force: bool = False
) -> RestoreReport:
    """Put the backup `source` in the place of the store, which nobody may have open.

    Refuses (BackupBehindError) when the store has entries that the backup lacks, unless `force`.
    A damaged store is what restoring is for: it is set aside without that question. Whatever is
    restored, the high-water mark then tells the program that its numbers are void (SYNC §4).
    """
    entries = checked(source, key)
    missing: int | None = 0
    if store_path.exists():
        try:
            missing = _missing(source, key, store_path)
        except (StoreDamagedError, StoreWrongKeyError):
            missing = None
        if missing and not force:
            raise BackupBehindError(path=source, missing=missing)
    draft = store_path.with_name(f".{store_path.name}.part")
    try:
        with told(source, key):
            remove(draft)
            copy_pages(source, key, draft)
        set_aside = _set_aside(store_path)
        draft.replace(store_path)
        sync_folder(store_path.parent)
    except OSError as error:
        raise disk_failure(error, store_path) from error
    finally:
        remove(draft)
    return RestoreReport(store_path, entries, set_aside, missing)


def _missing(source: Path, key: bytes | None, store_path: Path) -> int:
    with told(store_path, key), closing(connect(store_path, key)) as store:
        if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal'").fetchone():
            return 0
        secret = "" if key is None else f"x'{key.hex()}'"
        store.execute("ATTACH DATABASE ? AS copy KEY ?", (str(source), secret))
        row = store.execute(
            "SELECT count(*) FROM main.journal WHERE uid NOT IN (SELECT uid FROM copy.journal)"
        ).fetchone()
        # An open transaction elsewhere would be torn away from its file.
        store.execute("PRAGMA locking_mode = EXCLUSIVE")
        store.execute("BEGIN EXCLUSIVE")
        store.execute("ROLLBACK")
        return int(row[0])


def _set_aside(store_path: Path) -> Path | None:
    if not store_path.exists():
        return None
    number = 1
    while (aside := store_path.with_name(f"{store_path.name}.set-aside-{number}")).exists():
        number += 1
    move(store_path, aside)
    return aside

"""Restore: put a backup in the place of the store. The old file is set aside, never deleted.

Wherever the power goes, a store stands in its place: the old one until the copy takes its name.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counter_app.domain.errors.store import (
    BackupBehindError,
    NotABackupError,
    StoreDamagedError,
    StoreWrongKeyError,
)
from counter_app.durable import sync_folder
from counter_app.store.copies.backup import checked
from counter_app.store.copies.pages import (
    copy_pages,
    remove,
    remove_beside,
    second_name,
    sync_file,
)
from counter_app.store.engine import connect
from counter_app.store.failures import disk_failure, told
from counter_app.store.subjects.setup import RESTORED

_PATIENCE = 500  # milliseconds


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """A finished restore. `missing` entries are only in `set_aside`; None: nobody can tell."""

    path: Path
    entries: int
    set_aside: Path | None
    missing: int | None


def restore(
    source: Path, key: bytes | None, store_path: Path, *, force: bool = False
) -> RestoreReport:
    """Put the backup `source` in the place of the store, which nobody may have open.

    Refuses (BackupBehindError) when the store has entries that the backup lacks, unless `force`.
    A damaged store is what restoring is for: it is set aside without that question. Unless nothing
    is missing for certain, the restored store knows that its numbers are void (SYNC §4): its mark
    alone couldn't tell a backup that lacks one act from an ordinary crash.
    """
    entries = checked(source, key)
    missing: int | None = None
    if store_path.exists():
        if source.samefile(store_path):
            raise NotABackupError(path=source)
        # Restoring is for damaged stores too: what can't be read is set aside uncounted.
        with suppress(StoreDamagedError, StoreWrongKeyError):
            missing = _missing(source, key, store_path)
        if missing and not force:
            raise BackupBehindError(path=source, missing=missing)
    draft = store_path.with_name(f".{store_path.name}.part")
    try:
        with told(source, key):
            remove(draft)
            copy_pages(source, key, draft)
            if missing != 0:
                _note_restored(draft, key)
        set_aside = _set_aside(store_path)
        draft.replace(store_path)  # at once: there is no moment without a store
        sync_folder(store_path.parent)
    except OSError as error:
        raise disk_failure(error, store_path) from error
    finally:
        remove(draft)
    return RestoreReport(store_path, entries, set_aside, missing)


def _connect(path: Path, key: bytes | None) -> Any:
    # Whoever runs this command waits for it: a store in use is told at once.
    return connect(path, key, busy_milliseconds=_PATIENCE)


def _note_restored(draft: Path, key: bytes | None) -> None:
    with closing(connect(draft, key)) as copy:
        copy.execute("INSERT OR REPLACE INTO setup(name, value) VALUES (?, 'true')", (RESTORED,))
    sync_file(draft)


def _missing(source: Path, key: bytes | None, store_path: Path) -> int:
    with told(store_path, key), closing(_connect(store_path, key)) as store:
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
    """Give the old store a second name; the first stays until the copy takes it."""
    if not store_path.exists():
        return None
    number = 1
    while (aside := store_path.with_name(f"{store_path.name}.set-aside-{number}")).exists():
        number += 1
    second_name(store_path, aside)
    # Only a store that couldn't be opened still has such files; the copy must not find them.
    remove_beside(store_path)
    return aside

"""Copies and checks of the store, with a note of when each was done last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.domain.plain import Plain, from_plain, to_plain
from counter_app.services.keeping.file_copies import copy_books, copy_files
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.copies.backup import BackupReport
from counter_app.store.store import Progress, Store
from counter_app.store.transaction import Transaction
from counter_app.store.verify import Pause, VerifyReport

_COPIED = "last-backup"
_CHECKED = "last-check"

EACH = timedelta(hours=20)
"""Between two checks: once a working day, whenever the counter is opened."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The last copy: when, where, with how many entries."""

    at: datetime
    path: str
    entries: int


@dataclass(frozen=True, slots=True)
class Checked:
    """The last check of the store: when, and whether everything was whole."""

    at: datetime
    whole: bool
    entries: int


def back_up(store: Store, destination: Path, now: datetime, files: SealedFiles) -> BackupReport:
    """Write a checked copy to `destination`, papers and closed books beside it, and note it.

    Raises what `Store.backup` raises, ScanFileNotWrittenError and BookNotWrittenError.
    """
    report = store.backup(destination)
    copy_files(store, files, report.path)
    copy_books(files, report.path)
    _note(store, _COPIED, to_plain(Copied(now, str(report.path), report.entries)))
    return report


def check(
    store: Store,
    now: datetime,
    progress: Progress | None = None,
    pause: Pause = lambda: None,
) -> VerifyReport:
    """Check the whole store and note the outcome; `pause` comes after each few rows of work.

    Raises StoreError for an unreadable one.
    """
    report = store.verify(progress, pause)
    _note(store, _CHECKED, to_plain(Checked(now, report.is_whole, report.entries)))
    return report


def check_when_due(store: Store, now: datetime, pause: Pause = lambda: None) -> VerifyReport | None:
    """Check the store when it wasn't checked for a day; None when that isn't due yet."""
    with store.reading() as tx:
        last = last_check(tx)
    if last is not None and timedelta(0) <= now - last.at < EACH:
        return None
    return check(store, now, pause=pause)


def last_copy(tx: Transaction) -> Copied | None:
    """Return the last copy that was noted; None when none ever was."""
    plain = tx.setup.get(_COPIED)
    return None if plain is None else from_plain(Copied, plain)


def last_check(tx: Transaction) -> Checked | None:
    """Return the last check that was noted; None when none ever was."""
    plain = tx.setup.get(_CHECKED)
    return None if plain is None else from_plain(Checked, plain)


def _note(store: Store, name: str, plain: Plain) -> None:
    with store.writing() as tx:
        tx.setup.put(name, plain)

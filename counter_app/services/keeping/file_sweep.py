"""Put files and their rows in order at an opening: after a kill, after a restore.

A file is written before its entry, so a kill leaves at most a file without a row: nobody's, and it
goes. After a restore from an older copy, files have lost their rows, and their entries may still
come back with the feed: such a file is taken up again when they did, and kept for a month until.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.errors.vault import SealDamagedError
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.store import Store
from counter_app.store.subjects.files import PaperFile, Unfiled
from counter_app.store.subjects.setup import RESTORED

PATIENCE = timedelta(days=30)
"""How long a store that was ever restored waits for the entry of a file."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What was done: files taken up again, erased, left to wait; rows whose file is gone."""

    taken_up: int = 0
    erased: int = 0
    waiting: int = 0
    missing: int = 0


def sweep(store: Store, files: SealedFiles, now: datetime) -> Swept:
    """Compare folder and rows. Only at an opening, by the holder of the home's lock."""
    files.remove_leftovers()
    KeptBooks.of(files).remove_leftovers()
    there = files.names()
    with store.reading() as tx:
        known = tx.files.names()
        orphans = there - known
        unfiled = tx.files.unfiled() if orphans else ()
        restored = len(tx.journal.chains()) > 1 or tx.setup.get(RESTORED) is True
    found = _matched(files, orphans, unfiled)
    if found:
        with store.writing() as tx:
            for file in found:
                tx.files.add(file)
    erased = 0
    for name in orphans - {file.name for file in found}:
        if not restored or _age(files, name, now) > PATIENCE:
            files.erase(name)
            erased += 1
    return Swept(
        taken_up=len(found),
        erased=erased,
        waiting=len(orphans) - len(found) - erased,
        missing=len(known - there),
    )


def _matched(
    files: SealedFiles, orphans: Iterable[str], unfiled: tuple[Unfiled, ...]
) -> tuple[PaperFile, ...]:
    by_sum: dict[str, list[Unfiled]] = {}
    for each in unfiled:
        by_sum.setdefault(each.body.sha256, []).append(each)
    found = []
    for name in sorted(orphans):
        if not by_sum:
            break
        try:
            data = files.get(name)
        except (OSError, SealDamagedError):
            continue
        digest = hashlib.sha256(data).hexdigest()
        if waiting := by_sum.get(digest):
            found.append(_file(name, waiting.pop()))
            if not waiting:
                del by_sum[digest]
    return tuple(found)


def _file(name: str, told: Unfiled) -> PaperFile:
    body = told.body
    return PaperFile(
        name, told.dossier, body.paper, body.sha256, body.size, body.pages, body.source,
        told.entry, told.at,
    )  # fmt: skip


def _age(files: SealedFiles, name: str, now: datetime) -> timedelta:
    try:
        written = files.path(name).stat().st_mtime
    except OSError:
        return timedelta(0)
    return now - datetime.fromtimestamp(written, now.tzinfo)

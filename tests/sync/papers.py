"""Scanned papers of a counter for tests of the wire: sealed on the disk, told of by an entry."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import random
from pathlib import Path

from counter_app.domain.acts.files import PaperScanned
from counter_app.domain.acts.kinds import Kind
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.subjects.files import PaperFile
from counter_app.sync.doors import Doors, FileShelf
from counter_app.sync.files import LaneTimes, Pace
from counter_app.sync.round import FileLane
from tests.sync.counter import Counter

KEY = bytes(32)


_seeds = itertools.count()


def pdf(size: int) -> bytes:
    """Return bytes that no packing makes smaller, others each time: the server knows old ones."""
    return b"%PDF-1.5" + random.Random(next(_seeds)).randbytes(size - 8)


class Papers:
    """The shelf of one counter."""

    def __init__(self, counter: Counter, folder: Path, keep_days: int = 0) -> None:
        self.counter = counter
        self.files = SealedFiles(folder / "files", KEY)
        self.keep_days = keep_days

    def doors(self, url: str = "") -> Doors:
        doors = self.counter.to(url) if url else self.counter.doors
        shelf = FileShelf(self.files.get, self.files.erase, self.keep_days)
        return dataclasses.replace(doors, shelf=shelf)

    def scan(self, dossier: str, data: bytes, paper: str = "Tờ khai") -> PaperFile:
        counter, digest = self.counter, hashlib.sha256(data).hexdigest()
        name = self.files.put(data, paper)
        body = PaperScanned(paper, digest, len(data), 1, "scanner")
        with counter.store.writing() as tx:
            entry = counter._append(
                tx.journal.append, Kind.PAPER_SCANNED, body, dossier=dossier
            ).entry
            file = PaperFile(
                name, dossier, paper, digest, len(data), 1, "scanner", entry.uid, entry.occurred_at
            )
            tx.files.add(file)
        return file

    def row(self, file: PaperFile) -> PaperFile:
        with self.counter.store.reading() as tx:
            found = tx.files.get(file.name)
        assert found is not None
        return found


def no_rest(_: float) -> bool:
    return False


def lane(piece: int = 64 * 1024, times: LaneTimes | None = None) -> FileLane:
    """Return a lane without rests, and with pieces of one size: time says nothing about the line.

    So many seconds pass between two looks at the clock that a piece of this size fits exactly.
    """
    return FileLane(_Steady(piece), times or LaneTimes(no_rest, lane_seconds=600))


class _Steady(Pace):
    """Pieces of one size, however fast they went."""

    def went(self, size: int, seconds: float) -> None:
        del size, seconds
        self.failures, self.until = 0, None

    def smaller(self) -> bool:
        return False

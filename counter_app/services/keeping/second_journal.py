"""The second journal (nhật ký thứ hai): every act of this counter, sealed, on another disk or USB.

It is written right after the commit, in the background, and read from the stick itself: the last
whole record tells how far that stick is. So a stick that was away catches up, two sticks may take
turns, and a new one begins at the beginning. Only the counter's own acts are copied: those of
others, and the server's, come again with the feed. Its closed books lie beside them.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.domain.dates import vietnam_time
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.second_journal import SegmentDamagedError, SegmentNewerError
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.journal.entry import Entry
from counter_app.domain.plain import from_plain, to_plain
from counter_app.durable import make_folder, write_atomically
from counter_app.services.keeping.carried_books import carry_books
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.store import Store
from counter_app.store.views.own_acts import OwnAct
from counter_app.vault.device_key import DeviceKey
from counter_app.vault.segments import (
    begin_segment,
    own_key,
    read_lines,
    read_segment,
    sealed_line,
)

SUFFIX = ".journal"
STEP = 50
"""Acts copied at once: what comes between two rests is never longer."""


@dataclass(frozen=True, slots=True)
class Copied:
    """One record of the second journal. `body` None: it was erased before it could be copied."""

    position: int
    entry: Entry
    body: str | None


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """How the second journal stands.

    `at`: when everything was on it last, None if never since the start; `behind`: how many acts it
    lacks; `present`: whether its folder is there; `why`: the code of what the disk said, "" if
    nothing; `errno`: its number, 0 if it gave none.
    """

    folder: str
    at: datetime | None = None
    behind: int = 0
    present: bool = True
    why: str = ""
    errno: int = 0


@dataclass(frozen=True, slots=True)
class _Open:
    """The segment that grows: its file, its key, its month, and its size up to the last record."""

    file: Path
    key: bytes
    month: str
    good: int


def folder_of(chosen: Path, enrolment: Enrolment) -> Path:
    """Return the folder of this counter's segments in the folder that was chosen."""
    return chosen / f"counter-app-{enrolment.centre}-{enrolment.device}"


def prepare(chosen: Path, enrolment: Enrolment) -> Path:
    """Make the folder of this counter's segments. Raises OSError.

    Nothing is ever copied to a place that wasn't prepared: where a stick is not plugged in, its
    mount point may be an empty folder of the very disk that the copy is to outlive.
    """
    folder = folder_of(chosen, enrolment)
    make_folder(folder)
    return folder


class SecondJournal:
    """The copier of one open home. Used by one thread at a time."""

    def __init__(
        self,
        store: Store,
        chosen: Path,
        enrolment: Enrolment,
        store_key: bytes,
        device_key: DeviceKey,
    ) -> None:
        self._store = store
        self._chosen = chosen
        self._enrolment = enrolment
        self._store_key = store_key
        self._device_key = device_key
        self._public = base64.b64decode(enrolment.recovery_key)
        self._open: _Open | None = None
        self._position: int | None = None
        self._books = KeptBooks.of(SealedFiles.beside(store.path, store_key))
        self._carried: frozenset[str] = frozenset()

    def catch_up(
        self,
        now: datetime,
        before: SecondCopy | None = None,
        pause: Callable[[], None] = lambda: None,
    ) -> SecondCopy:
        """Copy what the second journal lacks, and say how it stands; `before`: what was said last.

        A folder that isn't there, or a disk that refuses, is no error: it is said, and the rest
        follows when it is back. Raises StoreError.
        """
        at = before.at if before else None
        folder = folder_of(self._chosen, self._enrolment)
        try:
            if not folder.is_dir():
                return self._away(at, "")
            if self._open is not None and not self._is_still_there(self._open):
                self._open, self._position = None, None  # another stick, or the same one again
                self._carried = frozenset()
            if self._position is None:
                self._position = self._found_position(folder)
            while acts := self._next():
                self._append(folder, acts)
                pause()
            self._carry_books(folder)
        except (OSError, CounterError) as error:
            self._open, self._position, self._carried = None, None, frozenset()
            if isinstance(error, OSError):
                return self._away(at, error.strerror or "", error.errno or 0)
            raise
        return SecondCopy(str(self._chosen), now)

    def _carry_books(self, folder: Path) -> None:
        here = self._books.digests()
        if here - self._carried:  # a book is closed once a year: the stick isn't asked each time
            carry_books(self._books, folder, self._begin)
            self._carried = here

    def _away(self, at: datetime | None, why: str, errno: int = 0) -> SecondCopy:
        with self._store.reading() as tx:
            behind = tx.own_acts.left(self._position or 0)
        self._open, self._carried = None, frozenset()
        return SecondCopy(str(self._chosen), at, behind, present=bool(why), why=why, errno=errno)

    def _next(self) -> tuple[OwnAct, ...]:
        assert self._position is not None
        with self._store.reading() as tx:
            acts, seen = tx.own_acts.since(self._position, STEP)
        if not acts:
            self._position = seen
        return acts

    @staticmethod
    def _is_still_there(segment: _Open) -> bool:
        try:
            return segment.file.stat().st_size == segment.good
        except OSError:
            return False

    def _found_position(self, folder: Path) -> int:
        """Return up to where this folder has everything: by its newest whole record of our own."""
        for file in reversed(segments(folder)):
            try:
                data = file.read_bytes()
                segment = read_segment(data, name=file.name)
            except (SegmentDamagedError, SegmentNewerError):
                continue
            key = own_key(segment, self._store_key)
            if key is None:
                continue
            lines = read_lines(data, key)
            if lines.torn:
                _cut(file, lines.good)
            if self._open is None:
                self._open = _Open(file, key, segment.month, lines.good)
            if not lines.records:
                continue
            last = copied_of(lines.records[-1])
            with self._store.reading() as tx:
                known = tx.own_acts.uid_at(last.position) == last.entry.uid
            # A store that came back from a backup counts anew: then everything is copied again.
            return last.position if known else 0
        return 0

    def _append(self, folder: Path, acts: tuple[OwnAct, ...]) -> None:
        for month, some in _by_month(acts):
            segment = self._segment(folder, month)
            lines = b"".join(sealed_line(segment.key, _record(act)) for act in some)
            _append_durably(segment.file, lines, segment.good)
            good = segment.good + len(lines)
            self._open = _Open(segment.file, segment.key, month, good)
            self._position = some[-1].position

    def _segment(self, folder: Path, month: str) -> _Open:
        if self._open is not None and self._open.month == month:
            return self._open
        number = 1
        while (file := folder / f"{month}-{number:03}{SUFFIX}").exists():
            number += 1
        first, key = self._begin(month)
        write_atomically(file, first)
        self._open = _Open(file, key, month, len(first))
        return self._open

    def _begin(self, month: str) -> tuple[bytes, bytes]:
        return begin_segment(
            self._store_key,
            self._public,
            self._device_key,
            device=self._enrolment.device,
            centre=self._enrolment.centre,
            month=month,
        )


def segments(folder: Path) -> tuple[Path, ...]:
    """Return the segments in `folder`, oldest month first. Raises OSError."""
    return tuple(sorted(file for file in folder.iterdir() if file.suffix == SUFFIX))


def copied_of(record: bytes) -> Copied:
    """Return what a record holds. Raises ValueError."""
    return from_plain(Copied, json.loads(record))


def _record(act: OwnAct) -> bytes:
    body = None if act.data is None else act.data.decode("utf-8")
    # Not NFC anew: `canonical` writes text as it is stored, which is NFC already.
    return canonical(to_plain(Copied(act.position, act.entry, body)))


def _by_month(acts: tuple[OwnAct, ...]) -> list[tuple[str, list[OwnAct]]]:
    parts: list[tuple[str, list[OwnAct]]] = []
    for act in acts:
        month = f"{vietnam_time(act.entry.occurred_at):%Y-%m}"
        if not parts or parts[-1][0] != month:
            parts.append((month, []))
        parts[-1][1].append(act)
    return parts


def _append_durably(file: Path, data: bytes, good: int) -> None:
    """Append `data` behind the first `good` bytes, and see it on the disk."""
    handle = os.open(file, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        os.ftruncate(handle, good)  # what an earlier try left of a torn line
        os.lseek(handle, good, os.SEEK_SET)
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _cut(file: Path, good: int) -> None:
    handle = os.open(file, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        os.ftruncate(handle, good)
        os.fsync(handle)
    finally:
        os.close(handle)

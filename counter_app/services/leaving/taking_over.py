"""Take the old machine's work in from its stick: on the machine that got its number (thay máy)."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors.keeping.second_journal import SegmentOtherKeyError
from counter_app.domain.errors.keeping.stick import StickNotReadError
from counter_app.services.counter.enrolment import read_device_key
from counter_app.services.keeping.carried_books import SUFFIX, take_books
from counter_app.services.keeping.journal_import import (
    ImportReport,
    import_segments,
    segment_files,
)
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.second_journal import folder_of
from counter_app.store.store import Progress, Store
from counter_app.vault.province_key import read_province_key
from counter_app.vault.segments import Segment, own_key, province_key


def take_over(
    store: Store,
    store_key: bytes,
    enrolment: Enrolment,
    path: Path,
    key_file: Path | None,
    progress: Progress | None = None,
) -> ImportReport:
    """Take in what the stick (or file) at `path` holds and this store doesn't know.

    `key_file` holds the province's recovery key, which another machine's stick needs; it is read
    and forgotten. Twice is harmless. Raises StickNotReadError and the errors of the second journal:
    then nothing was written; StoreError; BookNotWrittenError: then the acts are here already.
    """
    private = read_province_key(key_file) if key_file is not None else None

    def key_of(segment: Segment, name: str) -> bytes:
        own = own_key(segment, store_key)
        if own is not None:
            return own
        if private is None:
            raise SegmentOtherKeyError(name=name, recipient=segment.recipient)
        return province_key(segment, private, name=name)

    key = read_device_key(store, store_key)
    keys = frozenset(enrolment.earlier_keys) | ({key.public} if key else frozenset())
    try:
        files = stick_files(path, enrolment)
        books = sorted(book for folder in {f.parent for f in files} for book in _books(folder))
    except OSError as error:
        raise StickNotReadError(name=path.name, reason=error.strerror) from error
    report = import_segments(
        store, files, enrolment=enrolment, keys=keys, key_of=key_of, progress=progress
    )
    kept = KeptBooks.of(SealedFiles.beside(store.path, store_key))
    carried = take_books(kept, books, enrolment, keys, key_of)
    return dataclasses.replace(report, books=carried.taken, books_unusable=carried.unusable)


def _books(folder: Path) -> tuple[Path, ...]:
    return tuple(folder.glob(f"*{SUFFIX}"))


def stick_files(path: Path, enrolment: Enrolment) -> tuple[Path, ...]:
    """Return the segments of this counter at `path`; those of others that share the stick stay out.

    Where there is nothing of this counter, whatever is there: its own error says whose it is.
    Raises NoSegmentsError, OSError.
    """
    own = folder_of(path, enrolment)
    return segment_files(own if own.is_dir() else path)

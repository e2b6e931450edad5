"""Copies of scanned papers and of closed books beside a copy of the store, and back.

They are copied as they lie: sealed, under the key that the store's copy has too. A file never
changes, so a second copy to the same place only takes what is new. A removed scan goes from the
copy, too; a closed book never does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.errors.scanning import ScanFileNotWrittenError
from counter_app.durable import make_folder, write_atomically
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.store import Store

_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class CopiedFiles:
    """Where the copies lie, how many were written now, how many lie there, their bytes."""

    folder: Path
    written: int
    files: int
    size: int


def folder_of(backup: Path) -> Path:
    """Return where the files of a copy of the store lie: `kho.db` → `kho.db.files`."""
    return backup.with_name(f"{backup.name}.files")


def books_beside(files: SealedFiles, backup: Path) -> KeptBooks:
    """Return the closed books beside a copy of the store: `kho.db` → `kho.db.books`."""
    return KeptBooks(backup.with_name(f"{backup.name}.books"), KeptBooks.of(files).key)


def copy_books(files: SealedFiles, backup: Path) -> int:
    """Copy the closed books of a home beside `backup`; return how many were written now.

    A book that was changed or torn here isn't copied over a whole one. Raises BookNotWrittenError.
    """
    return KeptBooks.of(files).copy_to(books_beside(files, backup))


def bring_books_back(backup: Path, files: SealedFiles) -> int:
    """Copy back the closed books that aren't whole here; return how many came.

    Raises BookNotWrittenError. A copy without books brings none.
    """
    return books_beside(files, backup).copy_to(KeptBooks.of(files))


def copy_files(store: Store, files: SealedFiles, backup: Path) -> CopiedFiles:
    """Copy all files beside `backup`; what was removed from its dossier goes from there, too.

    Raises ScanFileNotWrittenError. A file that is missing here is left as it lies there.
    """
    with store.reading() as tx:
        wanted = tx.files.names()
    here, folder = files.names(), folder_of(backup)
    written = 0
    try:
        make_folder(folder, mode=0o700)
        there = {each.name: each.stat().st_size for each in _kept(folder)}
        for name in sorted(wanted & here):
            if there.get(name) != files.path(name).stat().st_size:
                write_atomically(folder / name, files.path(name).read_bytes())
                written += 1
        for name in there.keys() - wanted:
            (folder / name).unlink(missing_ok=True)
        sizes = [each.stat().st_size for each in _kept(folder)]
    except OSError as error:
        raise ScanFileNotWrittenError(paper="–", reason=str(error.strerror)) from error
    return CopiedFiles(folder, written, len(sizes), sum(sizes))


def bring_back(backup: Path, files: SealedFiles) -> int:
    """Copy back what is missing here after a restore; return how many files came.

    Raises ScanFileNotWrittenError. A copy without a folder of files brings none.
    """
    folder = folder_of(backup)
    if not folder.is_dir():
        return 0
    here = files.names()
    missing = [each for each in _kept(folder) if each.name not in here]
    try:
        make_folder(files.folder, mode=0o700)
        for each in missing:
            write_atomically(files.path(each.name), each.read_bytes())
    except OSError as error:
        raise ScanFileNotWrittenError(paper="–", reason=str(error.strerror)) from error
    return len(missing)


def _kept(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if _NAME.fullmatch(each.name)]

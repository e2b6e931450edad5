"""Scanned papers of a dossier (số hóa giấy tờ): attach, look at, remove.

File first, then the entry and the row in one transaction: a crash between leaves a file that
nobody knows, and the next opening sweeps it. A removal goes the other way round.
"""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.devices.paper_scanners.document_scanner import (
    Abilities,
    DocumentScanner,
    Feed,
    Ink,
    ScannedImage,
    Scanner,
    ScanOrder,
    ScanRun,
)
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.scanning import (
    AlreadyAttachedError,
    FileTooLargeError,
    FileUnreadableError,
    RemovalReasonError,
    ScanFileClearedError,
    ScanFileDamagedError,
    ScanFileMissingError,
    ScanFileUnknownError,
)
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.domain.errors.work import DossierUnknownError
from counter_app.domain.officers.roles import Act
from counter_app.domain.text import clean
from counter_app.papers.scanned.limits import MOST_BYTES
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.views import record_view
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.officers.permits import require, require_kind
from counter_app.store.subjects.files import FileState, PaperFile
from counter_app.store.transaction import Transaction

__all__ = [
    "FROM_FILE", "FROM_SCANNER", "Abilities", "DocumentScanner", "Feed", "FileState", "Ink",
    "KeptFile", "PaperDoors", "PaperFile", "ScanOrder", "ScanRun", "ScannedImage", "Scanner",
    "SealedFiles", "attach", "files_of", "open_file", "read_file", "remove",
]  # fmt: skip

FROM_SCANNER, FROM_FILE = "scanner", "file"


@dataclass(frozen=True, slots=True)
class PaperDoors:
    """What scanning needs beside the workplace: where files are kept, and a scanner."""

    files: SealedFiles
    scanner: DocumentScanner


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a dossier; `is_here`: its bytes are on this machine."""

    file: PaperFile
    is_here: bool


def files_of(workplace: Workplace, files: SealedFiles, uid: str) -> tuple[KeptFile, ...]:
    """Return the files of the dossier `uid`, oldest first. Looks at no contents."""
    with workplace.store.reading() as tx:
        found = tx.files.of_dossier(uid)
    there = files.names() if found else frozenset()
    return tuple(KeptFile(file, file.name in there) for file in found)


def attach(
    workplace: Workplace,
    files: SealedFiles,
    session: Session,
    uid: str,
    paper: str,
    pdf: bytes,
    pages: int,
    source: str = FROM_SCANNER,
) -> PaperFile:
    """Keep `pdf`, which `papers.scanned` made or checked, as a file of `paper`, and record it.

    Raises NotPermittedError, DossierUnknownError, AlreadyAttachedError, ScanFileNotWrittenError
    and what the store can; then nothing is kept.
    """
    require_kind(workplace, session, Kind.PAPER_SCANNED)
    paper, digest = clean(paper), hashlib.sha256(pdf).hexdigest()
    with workplace.store.reading() as tx:
        _refuse_twice(tx, uid, paper, digest)
    name = files.put(pdf, paper)
    try:
        body = PaperScanned(paper, digest, len(pdf), pages, source)
        with workplace.store.writing() as tx:
            _refuse_twice(tx, uid, paper, digest)
            entry, at = _append(workplace, session, tx, body, uid)
            file = PaperFile(name, uid, paper, digest, len(pdf), pages, source, entry, at)
            tx.files.add(file)
    except BaseException:
        files.erase(name)
        raise
    return file


def remove(
    workplace: Workplace, files: SealedFiles, session: Session, uid: str, name: str, reason: str
) -> None:
    """Take a file off the dossier, with the reason; its bytes are erased.

    Raises NotPermittedError, ScanFileUnknownError, RemovalReasonError and what the store can.
    """
    require_kind(workplace, session, Kind.SCAN_REMOVED)
    reason = clean(reason)
    with workplace.store.writing() as tx:
        file = _file(tx, uid, name)
        if not reason:
            raise RemovalReasonError(paper=file.paper)
        _append(workplace, session, tx, ScanRemoved(file.sha256, file.paper, reason), uid)
        tx.files.remove(name)
    files.erase(name)


def open_file(
    workplace: Workplace, files: SealedFiles, session: Session, uid: str, name: str
) -> bytes:
    """Return the PDF, and record who looked at it (`viewed`).

    Raises NotPermittedError, ScanFileUnknownError, ScanFileClearedError, ScanFileMissingError,
    ScanFileDamagedError; a look that failed is no look.
    """
    require(workplace, session, Act.SEE_DOSSIERS)
    with workplace.store.reading() as tx:
        file = _file(tx, uid, name)
        what = f"{_dossier(tx, uid).shown_code}: {file.paper}"
    pdf = _bytes_of(files, file)
    record_view(workplace, session, what)
    return pdf


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that an officer chose. Raises AttachError."""
    try:
        if path.is_dir():
            raise FileUnreadableError(name=path.name, reason=os.strerror(errno.EISDIR))
        size = path.stat().st_size
        if size > MOST_BYTES:  # a film by mistake isn't read whole to be refused
            shown = -(-size // 1_000_000)
            raise FileTooLargeError(name=path.name, size=shown, most=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(name=path.name, reason=str(error.strerror)) from error


def _bytes_of(files: SealedFiles, file: PaperFile) -> bytes:
    where = files.path(file.name)
    if file.state is FileState.CLEARED:
        raise ScanFileClearedError(paper=file.paper)
    try:
        pdf = files.get(file.name)
    except OSError as error:
        raise ScanFileMissingError(paper=file.paper, path=where) from error
    except SealDamagedError as error:
        raise ScanFileDamagedError(paper=file.paper, path=where) from error
    if hashlib.sha256(pdf).hexdigest() != file.sha256:
        raise ScanFileDamagedError(paper=file.paper, path=where)
    return pdf


def _append(
    workplace: Workplace, session: Session, tx: Transaction, body: Body, uid: str
) -> tuple[str, datetime]:
    moment = workplace.moment(tx)
    recorded = tx.journal.append(
        KINDS[type(body)],
        body,
        uid=workplace.new_id(),
        dossier=uid,
        author=workplace.author(session),
        occurred_at=moment.at,
        clock_quality=moment.quality,
    )
    return recorded.entry.uid, recorded.entry.occurred_at


def _refuse_twice(tx: Transaction, uid: str, paper: str, digest: str) -> None:
    _dossier(tx, uid)
    if any((each.paper, each.sha256) == (paper, digest) for each in tx.files.of_dossier(uid)):
        raise AlreadyAttachedError(paper=paper)


def _file(tx: Transaction, uid: str, name: str) -> PaperFile:
    file = tx.files.get(name)
    if file is None or file.dossier != uid:
        raise ScanFileUnknownError(paper="–")
    return file


def _dossier(tx: Transaction, uid: str) -> Dossier:
    dossier = tx.dossiers.get(uid)
    if dossier is None:
        raise DossierUnknownError(code=uid)
    return dossier

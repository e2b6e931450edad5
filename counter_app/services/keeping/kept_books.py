"""Closed books on the disk: sealed as scanned papers are, each named by what it holds."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.books.content import BookLine
from counter_app.domain.errors.keeping.books import BookLostError, BookNotWrittenError
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.domain.plain import from_plain, to_plain
from counter_app.durable import make_folder, remove_leftovers, write_atomically
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.vault.sealing import derive, seal, unseal

FOLDER = "books"
"""The folder's name, beside the store."""

_NAME = re.compile(r"(?P<digest>[0-9a-f]{64})\.(?P<part>lines|pdf)")
_UNNAMED = "sổ"


@dataclass(frozen=True, slots=True)
class KeptLines:
    """The lines of a closed book, by which later changes are found."""

    lines: tuple[BookLine, ...]


@dataclass(frozen=True, slots=True)
class KeptBooks:
    """The closed books of one home. A book is never written over: its name is its content's."""

    folder: Path
    key: bytes = field(repr=False)

    @classmethod
    def of(cls, files: SealedFiles) -> KeptBooks:
        """Return the closed books of the home whose scanned papers are `files`."""
        return cls(files.folder.parent / FOLDER, derive(files.key, "closed books"))

    def put(self, pdf: bytes, lines: Sequence[BookLine], name: str) -> str:
        """Keep a book and its lines; return the SHA-256 of the PDF. On return both are on the disk.

        `name` is only for the error: raises BookNotWrittenError.
        """
        plain = json.dumps(to_plain(KeptLines(tuple(lines))), ensure_ascii=False).encode()
        return self.put_parts(pdf, plain, name)

    def put_parts(self, pdf: bytes, plain: bytes, name: str = _UNNAMED) -> str:
        """Keep a book whose lines come as they were kept elsewhere; see `put`."""
        digest = hashlib.sha256(pdf).hexdigest()
        try:
            make_folder(self.folder, mode=0o700)
            for part, data in (("lines", plain), ("pdf", pdf)):
                sealed = seal(self.key, _purpose(digest, part), data)
                write_atomically(self.folder / f"{digest}.{part}", sealed)
        except OSError as error:
            raise BookNotWrittenError(name=name, reason=str(error.strerror)) from error
        return digest

    def pdf(self, digest: str, name: str) -> bytes:
        """Return the kept PDF, checked against its SHA-256. Raises BookLostError."""
        data = self._part(digest, "pdf", name)
        if hashlib.sha256(data).hexdigest() != digest:
            raise BookLostError(book=name, reason="tệp không khớp dấu đã ghi")
        return data

    def lines(self, digest: str, name: str) -> tuple[BookLine, ...]:
        """Return the lines of a closed book. Raises BookLostError."""
        return from_plain(KeptLines, json.loads(self._part(digest, "lines", name))).lines

    def parts(self, digest: str, name: str = _UNNAMED) -> tuple[bytes, bytes]:
        """Return PDF and lines as they are kept, for a copy elsewhere. Raises BookLostError."""
        return self.pdf(digest, name), self._part(digest, "lines", name)

    def is_whole(self, digest: str) -> bool:
        """Tell whether a book is here with both its parts, unchanged."""
        try:
            self.parts(digest)
        except BookLostError:
            return False
        return True

    def digests(self) -> frozenset[str]:
        """Return the books that are here, whole or not, by the SHA-256 of their PDF."""
        if not self.folder.is_dir():
            return frozenset()
        found = (_NAME.fullmatch(each.name) for each in self.folder.iterdir())
        return frozenset(each["digest"] for each in found if each)

    def copy_to(self, other: KeptBooks) -> int:
        """Copy there what is whole here and isn't whole there; return how many books that were.

        Books are only ever added: what lies there and not here stays. Raises BookNotWrittenError.
        """
        written = 0
        for digest in sorted(self.digests()):
            if self.is_whole(digest) and not other.is_whole(digest):
                other.put_parts(*self.parts(digest))
                written += 1
        return written

    def remove_leftovers(self) -> int:
        """Remove what killed writers left half-written. Only for the holder of the home's lock."""
        return remove_leftovers(self.folder) if self.folder.is_dir() else 0

    def _part(self, digest: str, part: str, name: str) -> bytes:
        try:
            sealed = (self.folder / f"{digest}.{part}").read_bytes()
            return unseal(self.key, _purpose(digest, part), sealed)
        except FileNotFoundError as error:
            raise BookLostError(book=name, reason="tệp không có trên máy này") from error
        except (OSError, SealDamagedError) as error:
            raise BookLostError(book=name, reason="tệp hỏng hoặc đã bị sửa") from error


def _purpose(digest: str, part: str) -> str:
    return f"closed book {digest} {part}"

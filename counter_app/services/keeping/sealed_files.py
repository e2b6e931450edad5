"""Scanned papers on the disk: sealed under a key made from the store's, named by chance.

Whoever takes the disk sees how many files there are and how large, not whose and not what. Each is
sealed for its own name, so that one can't be put in another's place.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.errors.scanning import ScanFileNotWrittenError
from counter_app.durable import make_folder, remove_leftovers, sync_folder, write_atomically
from counter_app.vault.sealing import derive, seal, unseal

FOLDER = "files"
"""The folder's name, beside the store."""

_PRIVATE_FOLDER = 0o700
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class SealedFiles:
    """The folder of one home. `key` is made for it alone: 32 bytes."""

    folder: Path
    key: bytes = field(repr=False)

    @classmethod
    def beside(cls, store_file: Path, store_key: bytes) -> SealedFiles:
        """Return the files that belong to the store at `store_file`."""
        return cls(store_file.parent / FOLDER, derive(store_key, "paper files"))

    def put(self, data: bytes, paper: str) -> str:
        """Write `data` sealed, and return its new name; on return it is on the disk.

        `paper` is only for the error: raises ScanFileNotWrittenError.
        """
        name = secrets.token_hex(16)
        try:
            make_folder(self.folder, mode=_PRIVATE_FOLDER)
            write_atomically(self.path(name), seal(self.key, _purpose(name), data))
        except OSError as error:
            raise ScanFileNotWrittenError(paper=paper, reason=str(error.strerror)) from error
        return name

    def get(self, name: str) -> bytes:
        """Return the plain bytes. Raises OSError, and SealDamagedError when they were changed."""
        return unseal(self.key, _purpose(name), self.path(name).read_bytes())

    def erase(self, name: str) -> None:
        """Erase a file; harmless when it is gone. Its blocks on the disk were only ever sealed."""
        try:
            self.path(name).unlink(missing_ok=True)
            sync_folder(self.folder)
        except OSError:
            return  # the next opening sweeps it

    def names(self) -> frozenset[str]:
        """Return the names of all files that lie in the folder."""
        if not self.folder.is_dir():
            return frozenset()
        return frozenset(each.name for each in self.folder.iterdir() if _NAME.fullmatch(each.name))

    def remove_leftovers(self) -> int:
        """Remove what killed writers left half-written. Only for the holder of the home's lock."""
        return remove_leftovers(self.folder) if self.folder.is_dir() else 0

    def path(self, name: str) -> Path:
        """Return where a file lies."""
        return self.folder / name


def _purpose(name: str) -> str:
    return f"paper file {name}"

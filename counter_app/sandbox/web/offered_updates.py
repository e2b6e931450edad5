"""Update packages that lie in the province's folder: offered as they are, read piece by piece.

An administrator puts them there; they are signed elsewhere, and this server can't sign a program.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from counter_app.contract.files.messages import CHUNK_BYTES
from counter_app.contract.files.updates import UpdateLine
from counter_app.sandbox.province.refusal import RefusalError

SUFFIX = ".capnhat"


def offered(folder: Path | None) -> tuple[UpdateLine, ...]:
    """Return the packages in `folder`; a file that is being copied there changes its digest."""
    files = sorted(folder.glob(f"*{SUFFIX}")) if folder is not None else []
    found = []
    for file in files:
        stat = file.stat()
        if stat.st_size:
            digest = _digest(file, stat.st_size, stat.st_mtime_ns)
            found.append(UpdateLine(name=file.name, sha256=digest, size=stat.st_size))
    return tuple(found)


def piece(folder: Path | None, sha256: str, offset: int) -> bytes:
    """Return the bytes of a package from `offset` on. Raises `RefusalError` (`file-unknown`)."""
    line = next((each for each in offered(folder) if each.sha256 == sha256), None)
    if line is None or folder is None:
        raise RefusalError("file-unknown")
    if offset >= line.size:
        raise RefusalError("file-offset")
    with (folder / line.name).open("rb") as file:
        file.seek(offset)
        return file.read(CHUNK_BYTES)


@functools.lru_cache(maxsize=64)
def _digest(file: Path, size: int, changed: int) -> str:
    del size, changed  # a file that changed is read anew
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()

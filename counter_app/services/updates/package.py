"""The package file (.capnhat): FORMAT, a line with two lengths, manifest, seal, then the parts.

One file on all three ways. Nothing in it is compressed or has a path of its own, so nothing can be
unpacked to a place that nobody meant. The signature covers the manifest, which holds the digest of
every part; the length of the whole follows from it, so a torn file is found before it is read.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import (
    NotAnUpdateError,
    UpdateDiskFullError,
    UpdateForgedError,
    UpdateNotFoundError,
    UpdateNotWrittenError,
    UpdateTornError,
)
from counter_app.domain.journal.canonical import canonical, sha256
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.updates.manifest import FORMAT, Manifest, Part
from counter_app.services.updates.trust import Trust
from counter_app.vault.device_key import is_signed
from counter_app.vault.update_keys import SigningKey

SUFFIX = ".capnhat"
PIECE = 256 * 1024
"""Bytes that are read or written at a time, with a pause after each."""

_MOST_MANIFEST = 256 * 1024
_MOST_SEAL = 1024
_MEGABYTE = 1_000_000
_SPARE = 50 * _MEGABYTE
"""What a disk must have left beside a package: the counter goes on writing."""

Pause = Callable[[], None]


def no_pause() -> None:
    """Work on without rest: somebody waits."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose head was read. `words` are the manifest's bytes, as they were signed."""

    file: Path
    manifest: Manifest
    words: bytes
    key: str
    signature: bytes
    start: int

    @property
    def mark(self) -> str:
        """What names this very package: the digest of its manifest."""
        return sha256(self.words)

    @property
    def size(self) -> int:
        """How long the whole file must be."""
        return self.start + self.manifest.size


def write_package(
    file: Path, manifest: Manifest, parts: Sequence[Path | bytes], key: SigningKey
) -> Path:
    """Write a package of `parts`, whose sizes and digests are filled in here, in their order.

    `manifest.parts` gives the names. Raises UpdateNotFoundError for a part that isn't there,
    UpdateNotWrittenError.
    """
    told = tuple(
        _described(part.name, each) for part, each in zip(manifest.parts, parts, strict=True)
    )
    whole = from_plain(Manifest, {**_plain(manifest), "parts": [to_plain(each) for each in told]})
    words = canonical(to_plain(whole))
    signature = base64.b64encode(key.sign(FORMAT + words)).decode()
    seal = canonical({"key": key.note.id, "signature": signature})
    draft = file.with_name(f".{file.name}.part")
    try:
        with draft.open("wb") as out:
            out.write(FORMAT + f"{len(words)} {len(seal)}\n".encode() + words + seal)
            for each in parts:
                if isinstance(each, bytes):
                    out.write(each)
                else:
                    with each.open("rb") as source:
                        shutil.copyfileobj(source, out, PIECE)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise disk_words(error, file, whole.size) from error
    return file


def read_head(file: Path) -> Package:
    """Return what a package says of itself; nothing of it is trusted yet.

    Raises UpdateNotFoundError, NotAnUpdateError, UpdateTornError.
    """
    try:
        with file.open("rb") as source:
            if source.read(len(FORMAT)) != FORMAT:
                raise NotAnUpdateError(file=file.name)
            lengths = source.readline(24)
            words, seal = _lengths(lengths, file.name)
            head, sealed = source.read(words), source.read(seal)
            start = source.tell()
    except OSError as error:
        raise UpdateNotFoundError(path=file) from error
    if len(head) != words or len(sealed) != seal:
        raise UpdateTornError(file=file.name)
    try:
        manifest = from_plain(Manifest, json.loads(head))
        plain = json.loads(sealed)
        key, signature = str(plain["key"]), base64.b64decode(plain["signature"], validate=True)
        if manifest.made_at.tzinfo is None or any(part.size < 0 for part in manifest.parts):
            raise ValueError("moment or size")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAnUpdateError(file=file.name) from error
    return Package(file, manifest, head, key[:16], signature, start)


def verified(file: Path, trust: Trust, pause: Pause = no_pause) -> Package:
    """Return the package at `file` once its signature and every byte of it were checked.

    Raises as `read_head`, and UpdateKeyUnknownError, UpdateForgedError.
    """
    package = read_head(file)
    check_seal(package, trust)
    try:
        if file.stat().st_size != package.size:
            raise UpdateTornError(file=file.name)
        with file.open("rb") as source:
            source.seek(package.start)
            for part in package.manifest.parts:
                if _digest(source, part.size, pause) != part.sha256:
                    raise UpdateTornError(file=file.name)
    except OSError as error:
        raise UpdateTornError(file=file.name) from error
    return package


def check_seal(package: Package, trust: Trust) -> None:
    """Raise UpdateKeyUnknownError or UpdateForgedError unless a trusted key signed it."""
    note = trust.key(package.key, package.manifest.kind, package.file.name)
    if not is_signed(note.public, FORMAT + package.words, package.signature):
        raise UpdateForgedError(file=package.file.name)


def body_of(package: Package, part: Part) -> bytes:
    """Return the bytes of a part. Raises UpdateTornError when the file changed since."""
    try:
        with package.file.open("rb") as source:
            source.seek(_offset(package, part))
            body = source.read(part.size)
    except OSError as error:
        raise UpdateTornError(file=package.file.name) from error
    if sha256(body) != part.sha256:
        raise UpdateTornError(file=package.file.name)
    return body


def unpack(package: Package, part: Part, target: Path) -> None:
    """Write a part to `target`, on the disk on return. Raises as `body_of`, and disk errors."""
    digest = hashlib.sha256()
    try:
        with package.file.open("rb") as source, target.open("wb") as out:
            source.seek(_offset(package, part))
            left = part.size
            while left and (piece := source.read(min(PIECE, left))):
                digest.update(piece)
                out.write(piece)
                left -= len(piece)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise disk_words(error, target, part.size) from error
    if digest.hexdigest() != part.sha256:
        target.unlink(missing_ok=True)
        raise UpdateTornError(file=package.file.name)


def copy_slowly(source: Path, target: Path, pause: Pause = no_pause) -> None:
    """Copy a file in small pieces, going on where an earlier try ended; flushed on return.

    What lies at `target` already is believed for the moment: the whole is verified afterwards.
    Raises UpdateNotFoundError and disk errors.
    """
    try:
        size = source.stat().st_size
        begun = target.stat().st_size if target.exists() else 0
        begun = begun if begun <= size else 0
        reading = source.open("rb")
    except OSError as error:
        raise UpdateNotFoundError(path=source) from error
    try:
        with reading, target.open("r+b" if begun else "wb") as out:
            reading.seek(begun)
            out.seek(begun)
            while piece := reading.read(PIECE):
                out.write(piece)
                pause()
            out.truncate()
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise disk_words(error, target, size) from error


def check_room(folder: Path, needed: int) -> None:
    """Raise UpdateDiskFullError unless the disk has `needed` bytes and some to spare."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise UpdateDiskFullError(needed=-(-(needed + _SPARE) // _MEGABYTE), free=free // _MEGABYTE)


def disk_words(error: OSError, path: Path, needed: int) -> CounterError:
    """Return what the disk says as an error with words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UpdateDiskFullError(needed=-(-needed // _MEGABYTE), free=0)
    return UpdateNotWrittenError(path=path, reason=error.strerror or str(error))


def _lengths(line: bytes, name: str) -> tuple[int, int]:
    numbers = line.removesuffix(b"\n").split(b" ")
    if not line.endswith(b"\n") or len(numbers) != 2 or not all(map(bytes.isdigit, numbers)):
        raise NotAnUpdateError(file=name)
    words, seal = map(int, numbers)
    if not (0 < words <= _MOST_MANIFEST and 0 < seal <= _MOST_SEAL):
        raise NotAnUpdateError(file=name)
    return words, seal


def _offset(package: Package, part: Part) -> int:
    parts = package.manifest.parts
    return package.start + sum(each.size for each in parts[: parts.index(part)])


def _digest(source: BinaryIO, size: int, pause: Pause) -> str:
    digest = hashlib.sha256()
    while size and (piece := source.read(min(PIECE, size))):
        digest.update(piece)
        size -= len(piece)
        pause()
    return digest.hexdigest()


def _described(name: str, each: Path | bytes) -> Part:
    if isinstance(each, bytes):
        return Part(name, len(each), sha256(each))
    try:
        with each.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
        return Part(name, each.stat().st_size, digest)
    except OSError as error:
        raise UpdateNotFoundError(path=each) from error


def _plain(manifest: Manifest) -> dict[str, object]:
    plain = to_plain(manifest)
    assert isinstance(plain, dict)
    return dict(plain)

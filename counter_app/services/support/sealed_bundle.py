"""A support bundle as a file: sealed to the province's support key; a lost stick tells no one.

First line: what it is and its version; second line: JSON in the clear (device, when, for which
key); then the sealed bytes, which hold a zip of text files. Both lines are bound to the seal.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from counter_app import __version__
from counter_app.domain.errors.home import PathUnusableError
from counter_app.domain.errors.keeping.second_journal import KeyFileUnreadableError
from counter_app.domain.errors.keeping.support import (
    BundleDamagedError,
    BundleNewerError,
    BundleOtherKeyError,
    SupportKeyFileError,
    SupportKeyMissingError,
)
from counter_app.domain.errors.vault import RecoveryKeyUnusableError, SealDamagedError
from counter_app.durable import write_atomically
from counter_app.services.support.bundle import Bundle, Part
from counter_app.vault.province_key import read_province_key
from counter_app.vault.recovery import key_print
from counter_app.vault.sealing import KEY_BYTES, public_of, seal_to, unseal_with

_FORMAT = "counter-app support bundle"
_VERSION = 1
_PURPOSE = "support"
_MOST_BYTES = 64 * 1024 * 1024
_MOST_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Head:
    """What a bundle says in the clear: whose it is, when and by which program, for which key."""

    device: str
    made_at: str
    program: str
    recipient: str


def public_key(text: str) -> bytes:
    """Return the support key as the province's list has it (base64).

    Raises SupportKeyMissingError when there is none that could be used.
    """
    try:
        key = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise SupportKeyMissingError from error
    if len(key) != KEY_BYTES:
        raise SupportKeyMissingError
    return key


def read_support_key(path: Path) -> bytes:
    """Return the key (32 bytes, public or private) in a file: 64 hex digits or base64 on a line.

    Raises SupportKeyFileError.
    """
    try:
        return read_province_key(path)
    except KeyFileUnreadableError as error:
        raise SupportKeyFileError(path=path) from error


def support_key_text(private: bytes) -> str:
    """Return what the file of a private support key holds."""
    public = public_of(private)
    return (
        "# Khóa hỗ trợ của tỉnh: mở gói hỗ trợ của các máy quầy\n"
        f"# Dấu khóa: {key_print(public)}\n"
        f"{private.hex()}\n"
    )


def sealed(bundle: Bundle, public: bytes) -> bytes:
    """Return the file of `bundle`. Raises SupportKeyMissingError when the key can't be used."""
    head = {
        "device": bundle.device,
        "made_at": bundle.made_at.isoformat(timespec="seconds"),
        "program": __version__,
        "recipient": key_print(public),
    }
    clear = f"{_FORMAT} {_VERSION}\n{json.dumps(head, ensure_ascii=False)}\n".encode()
    try:
        return clear + seal_to(public, _PURPOSE, _zipped(bundle), about=clear)
    except RecoveryKeyUnusableError as error:
        raise SupportKeyMissingError from error


def save(bundle: Bundle, public: bytes, folder: Path) -> Path:
    """Write the sealed bundle into `folder`, whole or not at all; return its path.

    Raises SupportKeyMissingError and PathUnusableError.
    """
    content = sealed(bundle, public)
    path = folder / bundle.file_name
    try:
        write_atomically(path, content)
    except OSError as error:
        raise PathUnusableError(path=path, reason=error.strerror) from error
    return path


def opened(path: Path, private: bytes) -> tuple[Head, tuple[Part, ...]]:
    """Return what the bundle at `path` holds.

    Raises BundleDamagedError, BundleNewerError, BundleOtherKeyError.
    """
    try:
        with path.open("rb") as file:
            first, second = file.readline(_MOST_HEAD), file.readline(_MOST_HEAD)
            body = file.read(_MOST_BYTES)
        version = _version(first)
        if version is not None and version > _VERSION:
            raise BundleNewerError(version=version)
        if version != _VERSION:
            raise BundleDamagedError(path=path)
        head = Head(**json.loads(second))
        if head.recipient != key_print(public_of(private)):
            raise BundleOtherKeyError(recipient=head.recipient)
        return head, _unzipped(unseal_with(private, _PURPOSE, body, about=first + second))
    except (OSError, ValueError, TypeError, SealDamagedError, zipfile.BadZipFile) as error:
        raise BundleDamagedError(path=path) from error


def _version(line: bytes) -> int | None:
    name, _, version = line.decode("utf-8", "replace").strip().rpartition(" ")
    return int(version) if name == _FORMAT and version.isdecimal() else None


def _zipped(bundle: Bundle) -> bytes:
    made = io.BytesIO()
    at = bundle.made_at.timetuple()[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for part in bundle.parts:
            info = zipfile.ZipInfo(part.name, at)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.comment = part.title.encode()
            file.writestr(info, part.text.encode())
    return made.getvalue()


def _unzipped(content: bytes) -> tuple[Part, ...]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        infos = file.infolist()
        if sum(info.file_size for info in infos) > _MOST_BYTES:
            raise ValueError("more than a bundle holds")
        return tuple(
            Part(Path(info.filename).name, info.comment.decode(), file.read(info).decode())
            for info in infos
        )

"""What SQLite and the disk say, as errors that an officer understands."""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from counter_app.domain.errors.store import (
    StoreDamagedError,
    StoreDiskError,
    StoreError,
    StoreFullError,
    StoreLockedError,
    StoreMissingError,
    StoreReadOnlyError,
    StoreWrongKeyError,
)

_PRIMARY = 0xFF  # SQLite's extended codes carry the primary one in their low byte
_SAID = {
    "database or disk is full": sqlite.SQLITE_FULL,
    "database is locked": sqlite.SQLITE_BUSY,
    "attempt to write a readonly database": sqlite.SQLITE_READONLY,
    "unable to open database file": sqlite.SQLITE_CANTOPEN,
    "disk I/O error": sqlite.SQLITE_IOERR,
    "database disk image is malformed": sqlite.SQLITE_CORRUPT,
    "file is not a database": sqlite.SQLITE_NOTADB,
}
"""SQLite's fixed words (sqlite3_errstr), for the driver's backup, which gives no code."""

_PLAIN_HEADER = b"SQLite format 3\x00"
_PAGE = 4096
_PAGES_TRIED = 64

# SQLCipher 4's page layout: content, 16 bytes IV, 64 bytes HMAC-SHA512 (its design document).
_SALT = 16
_MAC = 64
_MAC_SALT_MASK = 0x3A
_MAC_KEY_ROUNDS = 2


class UnreadableEntryError(Exception):
    """The stored row or body of entry `uid` can't be decoded: the file was changed."""

    def __init__(self, uid: str) -> None:
        super().__init__(uid)
        self.uid = uid


@contextmanager
def told(path: Path, key: bytes | None = None) -> Iterator[None]:
    """Turn what goes wrong with the store at `path` into a `StoreError`; our own bugs pass."""
    try:
        yield
    except UnreadableEntryError as error:
        raise StoreDamagedError(path=path, reason=f"entry {error.uid}") from error
    except PoolTimeoutError as error:
        raise StoreLockedError(path=path) from error
    except DBAPIError as error:
        known = failure(error.orig, path, key)
        if known is None:
            raise
        raise known from error
    except sqlite.Error as error:
        known = failure(error, path, key)
        if known is None:
            raise
        raise known from error


def failure(error: Any, path: Path, key: bytes | None) -> StoreError | None:
    """Return our error for a driver's `error`; None when it is none of the disk's doing."""
    code = getattr(error, "sqlite_errorcode", _SAID.get(str(error), 0)) & _PRIMARY
    if code == sqlite.SQLITE_FULL:
        return StoreFullError(path=path)
    if code in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
        return StoreLockedError(path=path)
    if code == sqlite.SQLITE_READONLY:
        return StoreReadOnlyError(path=path)
    if code in (sqlite.SQLITE_CANTOPEN, sqlite.SQLITE_PERM):
        return _cannot_open(error, path)
    if code == sqlite.SQLITE_IOERR:
        return StoreDiskError(path=path, reason=str(error))
    if code == sqlite.SQLITE_CORRUPT:
        return StoreDamagedError(path=path, reason=str(error))
    if code == sqlite.SQLITE_NOTADB:
        return _not_a_database(error, path, key)
    return None


def disk_failure(error: OSError, path: Path) -> StoreError:
    """Return our error for what the system said of the file `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFullError(path=path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return StoreReadOnlyError(path=path)
    return StoreDiskError(path=path, reason=error.strerror or type(error).__name__)


def key_fits(path: Path, key: bytes) -> bool:
    """Return whether `key` opens any of the first pages of an encrypted store.

    SQLCipher says the same of a wrong key and of a damaged first page. Each page carries its own
    HMAC, so one page that agrees proves the key, and then the file is damaged.
    """
    with path.open("rb") as file:
        data = file.read(_PAGE * _PAGES_TRIED)
    salt = data[:_SALT]
    mac_salt = bytes(byte ^ _MAC_SALT_MASK for byte in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, _MAC_KEY_ROUNDS, len(key))
    for number in range(1, len(data) // _PAGE + 1):
        page = data[(number - 1) * _PAGE : number * _PAGE]
        start = _SALT if number == 1 else 0
        signed = page[start:-_MAC] + number.to_bytes(4, "little")
        if hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[-_MAC:]):
            return True
    return False


def _cannot_open(error: Any, path: Path) -> StoreError:
    if not path.parent.is_dir():
        return StoreMissingError(path=path)
    # By the rights that we work under, where the system makes a difference.
    effective = os.access in os.supports_effective_ids
    place = path if path.exists() else path.parent
    if not os.access(place, os.R_OK | os.W_OK, effective_ids=effective):
        return StoreReadOnlyError(path=path)
    return StoreDiskError(path=path, reason=str(error))


def _not_a_database(error: Any, path: Path, key: bytes | None) -> StoreError:
    try:
        with path.open("rb") as file:
            is_plain = file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
        if (key is None) == is_plain and (key is None or key_fits(path, key)):
            return StoreDamagedError(path=path, reason=str(error))
    except OSError as system:
        return disk_failure(system, path)
    return StoreWrongKeyError(path=path)

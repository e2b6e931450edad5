"""Open SQLite, encrypted with SQLCipher, so that no update is ever lost silently.

Two engines: a writing transaction begins with BEGIN IMMEDIATE and so waits for its turn before it
reads; a reading one sees one snapshot and can't write. The driver's own transactions are off, since
they begin too late and lose updates (ARCHITECTURE §4).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, Pool, QueuePool

KEY_BYTES = 32
BUSY_MILLISECONDS = 5_000
_CHECKPOINT_PAGES = 4_000  # some 150 receptions: fewer than one in a hundred waits for it
_JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024  # bytes the write-ahead log keeps after a checkpoint
_CACHE_KIBIBYTES = 16_384


def connect(
    path: Path,
    key: bytes | None,
    *,
    foreign_keys: bool = True,
    busy_milliseconds: int = BUSY_MILLISECONDS,
) -> Any:
    """Return a DB-API connection to `path`; `key` is raw, 32 bytes, or None for a plain file.

    Nothing is read yet: a wrong key shows at the first statement.
    """
    if key is not None and len(key) != KEY_BYTES:
        raise ValueError(f"a store key has {KEY_BYTES} bytes")
    connection = sqlite.connect(
        str(path),
        timeout=busy_milliseconds / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _prepare(connection.cursor(), key, foreign_keys=foreign_keys)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(cursor: Any, key: bytes | None, *, foreign_keys: bool) -> None:
    # SQLCipher writes its troubles to stderr by default; ours come home as errors.
    cursor.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    # Without it INSERT OR REPLACE would delete journal rows past the trigger that forbids it.
    cursor.execute("PRAGMA recursive_triggers = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    cursor.execute(f"PRAGMA journal_size_limit = {_JOURNAL_SIZE_LIMIT}")
    cursor.close()


def open_reader(
    path: Path, key: bytes | None, *, busy_milliseconds: int = BUSY_MILLISECONDS
) -> Engine:
    """Return the engine that reads the store at `path`. Threads may share it."""
    creator = partial(_read_only, path, key, busy_milliseconds)
    # Lifo: the connection that was used last has its pages at hand.
    return _engine("BEGIN", creator, QueuePool, pool_size=4, max_overflow=12, pool_use_lifo=True)


def open_writer(
    path: Path, key: bytes | None, *, busy_milliseconds: int = BUSY_MILLISECONDS
) -> Engine:
    """Return the engine that writes to the store at `path`: one connection, used in turns."""
    creator = partial(connect, path, key, busy_milliseconds=busy_milliseconds)
    return _engine("BEGIN IMMEDIATE", creator, QueuePool, pool_size=1, max_overflow=3)


def open_migration_engine(path: Path, key: bytes | None) -> Engine:
    """Return an engine that may rebuild tables: foreign keys off, else child rows would go."""
    return _engine("BEGIN IMMEDIATE", partial(connect, path, key, foreign_keys=False), NullPool)


def _engine(begin: str, creator: Callable[[], Any], pool: type[Pool], **options: int) -> Engine:
    engine = create_engine("sqlite://", module=sqlite, creator=creator, poolclass=pool, **options)

    def begun(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.execute(begin)

    event.listen(engine, "begin", begun)
    return engine


def _read_only(path: Path, key: bytes | None, busy_milliseconds: int) -> Any:
    connection = connect(path, key, busy_milliseconds=busy_milliseconds)
    # Once, and never back: every such PRAGMA makes SQLite compile all its statements anew.
    connection.execute("PRAGMA query_only = ON")
    return connection

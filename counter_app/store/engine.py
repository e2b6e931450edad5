"""Open SQLite, encrypted with SQLCipher, so that no update is ever lost silently.

Two modes over one engine: a writing transaction begins with BEGIN IMMEDIATE and so waits for its
turn before it reads; a reading one sees one snapshot and can't write. The driver's own transactions
are off, since they begin too late and lose updates (ARCHITECTURE §4).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

KEY_BYTES = 32
BUSY_MILLISECONDS = 5_000
_MODE = "counter_mode"
_JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024  # bytes the write-ahead log keeps after a checkpoint
_CACHE_KIBIBYTES = 16_384
_READING = "reading"
_WRITING = "writing"


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
    cursor.execute(f"PRAGMA journal_size_limit = {_JOURNAL_SIZE_LIMIT}")
    cursor.close()


def open_engine(
    path: Path, key: bytes | None, *, busy_milliseconds: int = BUSY_MILLISECONDS
) -> Engine:
    """Return the engine of the store at `path`. Threads may share it; connections are pooled."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: connect(path, key, busy_milliseconds=busy_milliseconds),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
    )
    event.listen(engine, "begin", _begin)
    return engine


def open_migration_engine(path: Path, key: bytes | None) -> Engine:
    """Return an engine that may rebuild tables: foreign keys off, else child rows would go."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: connect(path, key, foreign_keys=False),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    return writing(engine)


def reading(engine: Engine) -> Engine:
    """Return `engine` in reading mode."""
    return engine.execution_options(**{_MODE: _READING})


def writing(engine: Engine) -> Engine:
    """Return `engine` in writing mode."""
    return engine.execution_options(**{_MODE: _WRITING})


def _begin(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    mode = connection.get_execution_options().get(_MODE, _READING)
    if mode == _WRITING:
        driver.execute("PRAGMA query_only = OFF")
        driver.execute("BEGIN IMMEDIATE")
    else:
        driver.execute("PRAGMA query_only = ON")
        driver.execute("BEGIN")

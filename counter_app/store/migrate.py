"""Bring a store's tables to what this program knows.

A new store is made in one go; Alembic, slow to import, is only fetched for an old one, which is
copied first. Migrations import nothing of ours and never rebuild journal tables: a rebuilt table
loses its triggers silently.
"""

from __future__ import annotations

import logging
import os
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from counter_app.domain.errors.store import StoreDamagedError, StoreNewerError
from counter_app.durable import LEFTOVER_SUFFIX, sync_folder
from counter_app.store import figure_tables  # noqa: F401  (its tables are created, too)
from counter_app.store.copies.pages import copy_pages, remove
from counter_app.store.engine import BUSY_MILLISECONDS, connect, open_migration_engine
from counter_app.store.failures import disk_failure
from counter_app.store.rebuild import rebuild
from counter_app.store.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = (
    "0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011",
    "0012",
)  # fmt: skip
"""Every revision, oldest first; the last is what this program works with."""

_log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).parent / "migrations"

_OWNER_ONLY = 0o600
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def prepare(
    path: Path,
    key: bytes | None,
    *,
    busy_milliseconds: int = BUSY_MILLISECONDS,
    revisions: tuple[str, ...] = REVISIONS,
    scripts: Path = SCRIPTS,
) -> None:
    """Make the store at `path`, or migrate it; do nothing when it is as it should be.

    Raises StoreNewerError, leaving the file as it is, and the driver's errors.
    """
    _make_private(path)
    with closing(connect(path, key, busy_milliseconds=busy_milliseconds)) as connection:
        found = revision_of(connection, path)
        if found != revisions[-1] or not _is_wal(connection):
            connection.execute("PRAGMA journal_mode = WAL")
    if found is None:
        _create(path, key, revisions[-1])
    elif found not in revisions:
        raise StoreNewerError(path=path, found=found, known=revisions[-1])
    elif found != revisions[-1]:
        _migrate(path, key, found, scripts)


def revision_of(connection: Any, path: Path) -> str | None:
    """Return the revision of an open store, None when it is empty.

    Raises StoreDamagedError for a database that never was a store.
    """
    count, versioned = connection.execute(
        "SELECT count(*), coalesce(sum(name = 'alembic_version'), 0) FROM sqlite_master"
    ).fetchone()
    if not count:
        return None
    row = None
    if versioned:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise StoreDamagedError(path=path, reason="no revision")
    return str(row[0])


def revision_at(path: Path, key: bytes | None) -> str | None:
    """Return the revision of the store in a file; it is neither made nor migrated."""
    with closing(connect(path, key)) as connection:
        return revision_of(connection, path)


def configuration(connection: Connection, scripts: Path = SCRIPTS) -> Config:
    """Return Alembic's configuration for `connection`."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _create(path: Path, key: bytes | None, revision: str) -> None:
    engine = open_migration_engine(path, key)
    with engine.connect() as connection, connection.begin():
        if connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first():
            return  # another program was quicker
        metadata.create_all(connection, checkfirst=False)
        connection.exec_driver_sql(_VERSION_TABLE)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))


def _migrate(path: Path, key: bytes | None, found: str, scripts: Path) -> None:
    """Migrate a copy first: what fails there never touches the store, nor its copy from before."""
    began = time.monotonic()
    kept = _free_name(path, f"before-{found}")
    _keep_older(path, key, kept)
    trial = path.with_name(f".{path.name}.trial{LEFTOVER_SUFFIX}")
    try:
        remove(trial)
        copy_pages(kept, key, trial)
        _upgrade(trial, key, scripts)
        if _entries(trial, key) != _entries(kept, key):
            raise StoreDamagedError(path=path, reason="entries after migration")
    except OSError as error:
        raise disk_failure(error, trial) from error
    finally:
        remove(trial)
    _upgrade(path, key, scripts)
    facts = {"found": found, "now": REVISIONS[-1], "seconds": time.monotonic() - began}
    _log.info("store.migrated", extra={"facts": facts})


def _upgrade(path: Path, key: bytes | None, scripts: Path) -> None:
    from alembic import command

    engine = open_migration_engine(path, key)
    with engine.connect() as connection, connection.begin():
        command.upgrade(configuration(connection, scripts), "head")
        rebuild(connection)  # what an older program folded lacks what this one reads
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise StoreDamagedError(path=path, reason=f"foreign key in {broken[0]}")


def _entries(path: Path, key: bytes | None) -> tuple[int, str]:
    """Return how many entries a store has, and its last one's hash."""
    with closing(connect(path, key)) as connection:
        row = connection.execute(
            "SELECT count(*), coalesce((SELECT hash FROM journal ORDER BY position DESC LIMIT 1),"
            " '') FROM journal"
        ).fetchone()
    return int(row[0]), str(row[1])


def _keep_older(path: Path, key: bytes | None, copy: Path) -> None:
    """Copy the store to `copy`, which bears that name only when it is whole and on the disk."""
    draft = copy.with_name(f".{copy.name}{LEFTOVER_SUFFIX}")
    try:
        remove(draft)
        copy_pages(path, key, draft)
        draft.replace(copy)
        sync_folder(copy.parent)
    except OSError as error:
        raise disk_failure(error, copy) from error
    finally:
        remove(draft)


def _free_name(path: Path, what: str) -> Path:
    number = 1
    while (free := path.with_name(f"{path.name}.{what}-{number}")).exists():
        number += 1
    return free


def _is_wal(connection: Any) -> bool:
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def _make_private(path: Path) -> None:
    """Make the file before SQLite does, readable by its owner alone."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
        sync_folder(path.parent)
    except FileExistsError:
        return
    except FileNotFoundError:
        return  # no such folder: SQLite's own answer says so
    except OSError as error:
        raise disk_failure(error, path) from error

"""Drafts (nháp): what is being typed, in a small encrypted file of its own.

They come back after a crash. They are worth little next to the journal: a drafts file that can't be
read is set aside under another name and a new one begun, so that it never keeps a counter closed.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from counter_app.domain.errors.store import StoreDamagedError, StoreWrongKeyError
from counter_app.domain.plain import Plain
from counter_app.store.copies.pages import move
from counter_app.store.engine import connect
from counter_app.store.failures import told

_TABLE = """
CREATE TABLE IF NOT EXISTS draft (
    name TEXT PRIMARY KEY NOT NULL,
    officer TEXT NOT NULL,
    at TEXT NOT NULL,
    data TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: `name` says which form, `data` is what was typed, `at` when."""

    name: str
    officer: str
    at: datetime
    data: Plain


class Drafts:
    """The drafts of one machine, shared by its threads."""

    def __init__(self, connection: Any, path: Path, key: bytes | None, aside: Path | None) -> None:
        self.path = path
        self.set_aside = aside
        """Where an unreadable file was put at the opening; None when there was none."""
        self._connection = connection
        self._key = key
        self._turn = threading.Lock()

    @classmethod
    def open(cls, path: Path, key: bytes | None) -> Drafts:
        """Open the drafts at `path`, or begin anew when what is there can't be read."""
        aside: Path | None = None
        try:
            connection = _open(path, key)
        except (StoreDamagedError, StoreWrongKeyError):
            aside = _free_name(path)
            move(path, aside)
            connection = _open(path, key)
        return cls(connection, path, key, aside)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def save(self, name: str, officer: str, data: Plain, at: datetime) -> None:
        """Keep a draft, in place of the one with the same name."""
        text = json.dumps(data, ensure_ascii=False, allow_nan=False)
        with self._turn, told(self.path, self._key):
            self._connection.execute(
                "INSERT OR REPLACE INTO draft(name, officer, at, data) VALUES (?, ?, ?, ?)",
                (name, officer, at.isoformat(), text),
            )

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, oldest first."""
        with self._turn, told(self.path, self._key):
            rows = self._connection.execute(
                "SELECT name, officer, at, data FROM draft ORDER BY at, name"
            ).fetchall()
        return tuple(
            Draft(name, officer, datetime.fromisoformat(at), json.loads(data))
            for name, officer, at, data in rows
        )

    def delete(self, name: str) -> None:
        """Forget a draft: it was registered or thrown away."""
        with self._turn, told(self.path, self._key):
            self._connection.execute("DELETE FROM draft WHERE name = ?", (name,))


def _open(path: Path, key: bytes | None) -> Any:
    with told(path, key):
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(_TABLE)
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except BaseException:
            with suppress(sqlite.Error):
                connection.close()
            raise
        if answer != "ok":
            connection.close()
            raise StoreDamagedError(path=path, reason=str(answer))
        return connection


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.name}.unreadable-{number}")).exists():
        number += 1
    return free

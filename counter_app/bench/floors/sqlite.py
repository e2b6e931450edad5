"""The floors of the store: SQLCipher through its driver, with the same key, disk and durability."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

_CACHE_KIBIBYTES = 16_384  # what the store's own connections have: the floor isn't starved


def open_bare(path: Path, key: bytes) -> Any:
    """Return a bare DB-API connection: WAL, every commit on the disk."""
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    return connection


class BareWriter:
    """One table of its own: a row a transaction, and a file that is replaced durably."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._connection = open_bare(folder / "floor.db", key)
        self._connection.execute("CREATE TABLE floor (number INTEGER PRIMARY KEY, data BLOB)")
        self._folder = folder

    def insert(self, data: bytes) -> None:
        """Insert one row and commit."""
        self._connection.execute("INSERT INTO floor (data) VALUES (?)", (data,))

    def replace_file(self, data: bytes) -> None:
        """Write a file beside its name, fsync it and rename it."""
        part = self._folder / "floor.part"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._folder / "floor.json")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class BareSearch:
    """The full-text index and the code's index of a store, asked without anything around."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._connection = open_bare(path, key)

    def match(self, words: list[str], limit: int) -> int:
        """Return how many keys of the newest hits there are, the last word as a beginning."""
        typed = " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
        return len(
            self._connection.execute(
                "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
                (typed, limit),
            ).fetchall()
        )

    def key_of(self, code: str) -> object:
        """Return the key of the dossier with `code`, from the index alone."""
        return self._connection.execute(
            "SELECT key FROM dossier WHERE code = ?", (code,)
        ).fetchone()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

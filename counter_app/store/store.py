"""The store of one machine: open it, read, write, and see how it stands."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine

from counter_app.domain.errors.store import (
    NoChainError,
    StoreError,
    StoreGoneError,
    StoreLockedError,
)
from counter_app.store import mark as marks
from counter_app.store.copies.backup import BackupReport, backup
from counter_app.store.copies.witness import Seen, Witness
from counter_app.store.engine import BUSY_MILLISECONDS, open_reader, open_writer
from counter_app.store.failures import disk_failure, told
from counter_app.store.mark import Mark, Standing
from counter_app.store.migrate import prepare
from counter_app.store.rebuild import RebuildReport, rebuild, search_agrees
from counter_app.store.subjects.setup import MACHINE, RESTORED
from counter_app.store.transaction import Transaction
from counter_app.store.verify import Pause, VerifyReport, verify

FILE_NAME = "store.db"

Progress = Callable[[int, int], None]
"""Called with (done, of how many)."""


def is_gone(file: Path, mark_path: Path) -> bool:
    """Return whether the store is missing or empty though its mark tells of entries in it."""
    try:
        if file.stat().st_size:
            return False
    except FileNotFoundError:
        pass
    except OSError as error:
        raise disk_failure(error, file) from error
    mark = marks.read_mark(mark_path)
    return mark is not None and mark.after.n > 0


_FEW_KIBIBYTES = 1_024
"""Enough to read the whole file through: a full cache of 16 MB is never given back by itself."""

_MANY_KIBIBYTES = 65_536
"""A big year's narrow rows: 120,000 dossiers, half a million acts."""


class Store:
    """One store, shared by all threads. No row and no connection ever leaves it.

    Everything here raises `StoreError` when the disk, the key or the file refuse.
    """

    def __init__(
        self,
        engines: tuple[Engine, Engine],
        path: Path,
        key: bytes | None,
        mark_path: Path | None,
        witness_folder: Path | None,
        patience: float,
    ) -> None:
        self.path = path
        self._reading, self._writing = engines
        self._key = key
        self._mark_path = mark_path
        self._witness_folder = witness_folder
        self._witness: Witness | None = None
        self._patience = patience
        # SQLite lets writers poll for their turn; a queue of our own is fair and quicker.
        self._turn = threading.Lock()
        self._watchers: list[Callable[[], None]] = []

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes | None,
        mark_path: Path | None = None,
        *,
        witness_folder: Path | None = None,
        busy_milliseconds: int = BUSY_MILLISECONDS,
    ) -> Store:
        """Open the store at `path` (a file, or the folder of `store.db`); make it when it is new.

        `key`: 32 bytes, None only for tests and demo. `mark_path`: where the high-water mark is
        written; `witness_folder`: outside the home, where this machine keeps its witness of the
        store. An older store is copied and migrated first; a newer one is refused. Where the
        mark knows entries, no new store is begun in the place of one that is gone.
        """
        file = path / FILE_NAME if path.is_dir() else path
        if mark_path is not None and is_gone(file, mark_path):
            raise StoreGoneError(path=file)
        with told(file, key):
            prepare(file, key, busy_milliseconds=busy_milliseconds)
            reader = open_reader(file, key, busy_milliseconds=busy_milliseconds)
            writer = open_writer(file, key, busy_milliseconds=busy_milliseconds)
        patience = busy_milliseconds / 1000
        return cls((reader, writer), file, key, mark_path, witness_folder, patience)

    @property
    def is_encrypted(self) -> bool:
        """True but for the plain stores of tests and demo."""
        return self._key is not None

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._reading.dispose()
        self._writing.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that sees one moment of the store and can't write."""
        with told(self.path, self._key), self._reading.connect() as connection, connection.begin():
            yield Transaction(connection, self.path)

    @contextmanager
    def counting(self) -> Iterator[Transaction]:
        """Give a reading transaction for a report: it walks the same pages more than once.

        Every page is decrypted when it is read, so as many stay at hand as a big year has; the
        memory is given back at the end.
        """
        with self.reading() as tx, _pages(tx.lives.connection, _MANY_KIBIBYTES):
            yield tx

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction that alone may write; committed at its end, undone on any exception.

        Never nested: one use case is one `with`.
        """
        with self._turn_taken():
            with self._transaction() as connection:
                transaction = Transaction(connection, self.path)
                yield transaction
                mark = transaction.mark()
                self._write_mark(mark)
            if mark is not None and self._mark_path is not None:
                marks.note_commit(self._mark_path, mark)
            if mark is not None:
                self._testify(mark)
        if mark is not None:
            for watcher in self._watchers:
                watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after each commit that wrote to this machine's chain.

        It is called in the thread that wrote, so it may only raise a flag.
        """
        self._watchers.append(watcher)

    def mark(self) -> Mark | None:
        """Return the high-water mark as it stands on the disk."""
        return None if self._mark_path is None else marks.read_mark(self._mark_path)

    def standing(self, mark: Mark | None, machine: str) -> Standing:
        """Return whether the store is what this `machine` left behind, by its `mark`.

        To be asked at the start, before anything is written. The machine that the store belongs to
        is kept in `setup` under `MACHINE` by the enrolment.
        """
        witness = self.witness()
        seen = witness.seen() if witness else None
        with self.reading() as tx:
            try:
                head = tx.journal.head()
            except NoChainError:
                head = None
            bound_to = tx.setup.get(MACHINE)
            is_restored = tx.setup.get(RESTORED) is True
            lacks = seen is not None and not tx.journal.has_place(seen.chain, seen.n, seen.hash)
        return marks.standing(
            mark,
            head,
            None if bound_to is None else str(bound_to),
            machine,
            is_restored=is_restored,
            lacks_seen=lacks,
        )

    def witness(self) -> Witness | None:
        """Return this machine's witness; None where none is kept, or before the first chain."""
        if self._witness is None and self._witness_folder is not None:
            with self.reading() as tx:
                chains = tx.journal.chains()
            self._witness = Witness(self._witness_folder, chains[0]) if chains else None
        return self._witness

    def be_witnessed(self) -> None:
        """Let this machine's witness see the store as it stands: once its standing is settled."""
        if (witness := self.witness()) is not None and not self.is_witnessed():
            witness.sees(self._end(), flush=True)

    def is_witnessed(self) -> bool:
        """Tell whether this machine's witness saw the newest entry of the store."""
        witness = self.witness()
        return witness is not None and witness.seen() == self._end()

    def _end(self) -> Seen:
        with self.reading() as tx:
            head = tx.journal.head()
        return Seen(head.chain, head.n, head.hash)

    def rebuild(self, progress: Progress | None = None) -> RebuildReport:
        """Fold every dossier anew and replace what differs; the report says what did."""
        with self._turn_taken(), self._transaction() as connection:
            return rebuild(connection, progress)

    def verify(self, progress: Progress | None = None, pause: Pause = lambda: None) -> VerifyReport:
        """Check the file, every chain, every digest, every fact and every dossier's row."""
        with (
            told(self.path, self._key),
            self._reading.connect() as connection,
            connection.begin(),
            _pages(connection, _FEW_KIBIBYTES),
        ):
            report = verify(connection, progress, pause)
        # SQLite takes the index's own check for a write.
        with (
            self._turn_taken(),
            self._transaction() as connection,
            _pages(connection, _FEW_KIBIBYTES),
        ):
            return dataclasses.replace(report, search_agrees=search_agrees(connection))

    def backup(self, destination: Path) -> BackupReport:
        """Write a verified copy of the store, under the same key, to `destination`."""
        return backup(self.path, self._key, destination)

    @contextmanager
    def _turn_taken(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=max(self._patience, 0.001)):
            raise StoreLockedError(path=self.path)
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told(self.path, self._key), self._writing.connect() as connection, connection.begin():
            yield connection

    def _testify(self, mark: Mark) -> None:
        with suppress(StoreError):  # the commit stands, whatever the disk says now
            if (witness := self.witness()) is not None:
                witness.sees(Seen(mark.chain, mark.after.n, mark.after.hash))

    def _write_mark(self, mark: Mark | None) -> None:
        if mark is not None and self._mark_path is not None:
            marks.write_mark(self._mark_path, mark)


@contextmanager
def _pages(connection: Connection, kibibytes: int) -> Iterator[None]:
    """Keep so much of the file at hand, and give it back at the end."""
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{kibibytes}")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA shrink_memory")
        connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")

"""Transactions of the server: one writer at a time, readers beside it.

pysqlite's own transactions lose updates silently, so they are off and BEGIN is ours: IMMEDIATE for
writing, plain for reading (ARCHITECTURE §4). Its writers take turns. Other engines use their own
transactions, with row locks.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from counter_app.domain.errors.sandbox import ProvinceUnusableError
from counter_app.sandbox.records.tables import METADATA
from counter_app.sandbox.records.turns import Turns

BUSY_SECONDS = 8
"""How long a writer waits for its turn, and again for one of another process.

Both together are less than the 20 seconds after which a counter gives up."""

MOST_WAITING = 20
"""Writers that may wait; fewer than the server has threads, so that readers pass by."""


class Database:
    """The server's one database, by SQLAlchemy URL (`sqlite:///…`)."""

    def __init__(self, url: str) -> None:
        self._is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self._turns = Turns(MOST_WAITING, BUSY_SECONDS)
        self._engine = _sqlite(url) if self._is_sqlite else create_engine(url, hide_parameters=True)

    def create(self) -> None:
        """Make the tables that aren't there yet. Raises `ProvinceUnusableError`."""
        try:
            with self.writing() as tx:
                METADATA.create_all(tx)
        except DBAPIError as error:
            self.close()
            raise ProvinceUnusableError(reason=str(error.orig)) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; nothing is written."""
        with self._engine.connect() as tx, tx.begin():
            yield tx

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it or nothing. Raises `BusyError` before it begins."""
        turn = self._turns.one() if self._is_sqlite else nullcontext()
        with (
            turn,
            self._engine.connect().execution_options(writing=True) as tx,
            tx.begin(),
        ):
            yield tx

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def _sqlite(url: str) -> Engine:
    # Parameters are citizens' data: an error must not carry them into the log.
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine

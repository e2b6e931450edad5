"""Statements compiled once and run by the driver itself.

SQLAlchemy's own way costs several times what SQLite needs for a single row, and a reception runs
some fifteen statements while the citizen waits. Only statements of the hot path are prepared; they
are still written in SQLAlchemy's words, and run inside the transaction that it began.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import UpdateBase

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_DIALECT = sqlite.dialect(paramstyle="named")


class Prepared:
    """One statement; `columns` are those that an INSERT or UPDATE sets from the given values.

    Rows come as named tuples of what the driver gives: booleans as 0 and 1. A query whose order
    an index gives needs no LIMIT: only the rows that are asked for are read, while SQLite compiles
    a statement with a LIMIT from outside anew each time that it runs.
    """

    def __init__(self, statement: Select[Any] | UpdateBase, columns: Sequence[str] = ()) -> None:
        compiled = statement.compile(dialect=_DIALECT, column_keys=list(columns) or None)
        self._sql = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._row: Any = None
        if isinstance(statement, Select):
            self._row = namedtuple("Row", statement.selected_columns.keys())  # type: ignore[misc]

    def run(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> Any:
        """Run it and return the driver's cursor (`rowcount`, `lastrowid`)."""
        driver: Any = connection.connection.driver_connection
        return driver.execute(self._sql, {**self._fixed, **values})

    def first(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> Any:
        """Return the first row, None when there is none."""
        row = self.run(connection, values).fetchone()
        return None if row is None else self._row._make(row)

    def scalar(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> Any:
        """Return the first column of the first row, None when there is none."""
        row = self.run(connection, values).fetchone()
        return None if row is None else row[0]

    def some(
        self, connection: Connection, count: int, values: Mapping[str, Any] = _NOTHING
    ) -> list[Any]:
        """Return the first `count` rows, or as many as there are."""
        return [self._row._make(row) for row in self.run(connection, values).fetchmany(count)]

    def all(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> list[Any]:
        """Return all rows."""
        return [self._row._make(row) for row in self.run(connection, values)]

"""How many rows each table holds, and the revision of the tables: for support, without content."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

_INNER = ("sqlite_", "alembic_")


@dataclass(frozen=True, slots=True)
class RowCounts:
    """`revision` of the tables, and table → rows, by name."""

    revision: str
    rows: tuple[tuple[str, int], ...]


def row_counts(connection: Connection) -> RowCounts:
    """Return the revision and every table with its rows; reads each table once."""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).scalars()
    rows = []
    for name in [each for each in names if not each.startswith(_INNER)]:
        quoted = name.replace('"', '""')
        count = connection.exec_driver_sql(f'SELECT count(*) FROM "{quoted}"').scalar()  # noqa: S608
        rows.append((name, int(count or 0)))
    return RowCounts(str(found), tuple(rows))

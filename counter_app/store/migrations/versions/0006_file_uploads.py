"""Scanned papers go to the province: how far each has come, what the province said, what is next.

The table is made anew, because SQLite adds columns behind a table's constraints only.
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

COLUMNS = "name, dossier, paper, sha256, size, pages, source, entry, state, added_at"

MORE = """
            uploaded INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            next_try_ms INTEGER,
            problem TEXT NOT NULL,
            sent_ms INTEGER,
            receipt TEXT NOT NULL,
            cleared_ms INTEGER,
"""

WAITING = "CREATE INDEX paper_file_waiting ON paper_file (added_at) WHERE state = 'waiting'"


def upgrade() -> None:
    _replace(MORE, uploaded="0", attempts="0", problem="''", receipt="''")
    op.execute("CREATE INDEX paper_file_sent ON paper_file (sent_ms) WHERE state = 'sent'")


def downgrade() -> None:
    _replace("")


def _replace(columns: str, **more: str) -> None:
    """Make the table anew with its rows; `more` are columns that they don't have yet."""
    op.execute("ALTER TABLE paper_file RENAME TO paper_file_before")
    op.execute(
        f"""
        CREATE TABLE paper_file (
            name TEXT NOT NULL,
            dossier TEXT NOT NULL,
            paper TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            pages INTEGER NOT NULL,
            source TEXT NOT NULL,
            entry TEXT NOT NULL,
            state TEXT NOT NULL,
            added_at TEXT NOT NULL,
            {columns.strip()}
            PRIMARY KEY (name),
            UNIQUE (dossier, paper, sha256)
        )
        """
    )
    into, values = ", ".join((COLUMNS, *more)), ", ".join((COLUMNS, *more.values()))
    op.execute(
        f"INSERT INTO paper_file ({into}) SELECT {values} FROM paper_file_before"  # noqa: S608
    )
    op.execute("DROP TABLE paper_file_before")
    op.execute(WAITING)

"""Files of scanned papers: one row for each, beside the bytes that lie sealed on the disk."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
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
            PRIMARY KEY (name),
            UNIQUE (dossier, paper, sha256)
        )
        """
    )
    op.execute("CREATE INDEX paper_file_waiting ON paper_file (added_at) WHERE state = 'waiting'")


def downgrade() -> None:
    op.execute("DROP TABLE paper_file")

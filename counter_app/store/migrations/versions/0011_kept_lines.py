"""What a book says of an act whose body was erased: filled by the purge, before it erases."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE TABLE kept_line (position INTEGER NOT NULL, dossier TEXT NOT NULL, "
        "code TEXT NOT NULL, procedure TEXT NOT NULL, agency TEXT NOT NULL, book TEXT NOT NULL, "
        "year INTEGER NOT NULL, serial INTEGER NOT NULL, number TEXT NOT NULL, "
        "amount INTEGER NOT NULL, what TEXT NOT NULL, "
        "PRIMARY KEY (position), FOREIGN KEY(position) REFERENCES journal (position))"
    )
    op.execute("CREATE INDEX kept_line_book ON kept_line (book, year)")


def downgrade() -> None:
    op.execute("DROP TABLE kept_line")

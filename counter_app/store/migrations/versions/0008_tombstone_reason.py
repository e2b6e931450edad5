"""Who took a dossier away at the server, and why: told to the supervisor who decides of it."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE tombstone ADD COLUMN reason TEXT DEFAULT '' NOT NULL")


def downgrade() -> None:
    op.execute("ALTER TABLE tombstone DROP COLUMN reason")

"""The feed read over from its beginning, beside what stands; and what the server took away."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE feed_shadow (
            position INTEGER NOT NULL,
            uid TEXT NOT NULL,
            data BLOB,
            PRIMARY KEY (position)
        )
        """
    )
    op.execute("CREATE INDEX feed_shadow_uid ON feed_shadow (uid)")
    op.execute(
        """
        CREATE TABLE tombstone (
            dossier TEXT NOT NULL,
            server_version INTEGER NOT NULL,
            state TEXT NOT NULL,
            at TEXT NOT NULL,
            officer TEXT NOT NULL,
            PRIMARY KEY (dossier)
        )
        """
    )


def downgrade() -> None:
    op.execute("DROP TABLE tombstone")
    op.execute("DROP TABLE feed_shadow")

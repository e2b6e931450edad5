"""Lists of open dossiers: an index that holds all that they ask for, with the words typed."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP INDEX dossier_due")
    op.execute(
        """
        CREATE INDEX dossier_open ON dossier (
            due_ms, status, result_is_here, counter, names, numbers, codes, subject
        )
        WHERE closed = 0
        """
    )


def downgrade() -> None:
    op.execute("DROP INDEX dossier_open")
    op.execute("CREATE INDEX dossier_due ON dossier (due_ms) WHERE closed = 0")

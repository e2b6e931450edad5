"""Entries that stand in the place of one that the server didn't take; what the server marked.

The journal is never made anew: its column is added behind the others, empty for older entries, so
that their hashes stay what they were.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE journal ADD COLUMN supersedes TEXT")
    op.execute(
        "CREATE INDEX journal_supersedes ON journal (supersedes) WHERE supersedes IS NOT NULL"
    )
    op.execute(
        "CREATE INDEX delivery_flagged ON delivery (position) "
        "WHERE flags <> '[]' AND state = 'accepted'"
    )
    op.execute("CREATE INDEX journal_reviews ON journal (position) WHERE kind = 'flags_reviewed'")


def downgrade() -> None:
    op.execute("DROP INDEX journal_reviews")
    op.execute("DROP INDEX delivery_flagged")
    op.execute("DROP INDEX journal_supersedes")
    op.execute("ALTER TABLE journal DROP COLUMN supersedes")

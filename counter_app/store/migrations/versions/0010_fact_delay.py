"""How long after an act its entry was written, in whole minutes (chậm ghi nhận).

Facts are never made anew: the column is added behind the others, empty for older entries, of which
nobody knows it. The triggers that guard the table stay.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE fact ADD COLUMN delay_minutes INTEGER")


def downgrade() -> None:
    op.execute("ALTER TABLE fact DROP COLUMN delay_minutes")

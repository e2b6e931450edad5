"""The lives of dossiers in figures, which reports count. It fills when the first one is asked."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE TABLE life (dossier TEXT NOT NULL, procedure TEXT NOT NULL, version TEXT NOT NULL, "
        "field_name TEXT NOT NULL, agency TEXT NOT NULL, channel TEXT NOT NULL, "
        "counter TEXT NOT NULL, officer TEXT NOT NULL, received_day TEXT, received_ms INTEGER, "
        "recorded_ms INTEGER, due_ms INTEGER, finished_day TEXT, finished_ms INTEGER, "
        "paused_ms INTEGER, "
        "ended TEXT NOT NULL, pace TEXT NOT NULL, printed_ms INTEGER, handed_ms INTEGER, "
        "result_in_ms INTEGER, returned_day TEXT, returned_ms INTEGER, "
        "supplements INTEGER NOT NULL, extensions INTEGER NOT NULL, apologies INTEGER NOT NULL, "
        "apologised_ms INTEGER, breaches INTEGER NOT NULL, negative BOOLEAN NOT NULL, "
        "offline BOOLEAN NOT NULL, provisional BOOLEAN NOT NULL, paper_first BOOLEAN NOT NULL, "
        "by_post BOOLEAN NOT NULL, counts BOOLEAN NOT NULL, PRIMARY KEY (dossier))"
    )
    for name in ("received", "finished", "returned"):
        op.execute(f"CREATE INDEX life_{name} ON life ({name}_day) WHERE counts = 1")


def downgrade() -> None:
    op.execute("DROP TABLE life")

"""What reports of use and of delays count, an act a row; lives know agencies and scanned papers.

Both are readings of the journal: they are made empty, and filled when the next report asks.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_READ = ("lives_followed", "lives_heard", "lives_filling")


def upgrade() -> None:
    op.execute("DROP TABLE life")
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
        "by_post BOOLEAN NOT NULL, state_agency BOOLEAN NOT NULL, "
        "scanned BOOLEAN NOT NULL, additions INTEGER NOT NULL, handovers INTEGER NOT NULL, "
        "counts BOOLEAN NOT NULL, PRIMARY KEY (dossier))"
    )
    for name in ("received", "finished", "returned"):
        op.execute(f"CREATE INDEX life_{name} ON life ({name}_day) WHERE counts = 1")
    for name in _READ:
        op.execute(f"DELETE FROM setup WHERE name = '{name}'")  # noqa: S608
    op.execute(
        'CREATE TABLE actor ("key" INTEGER NOT NULL, officer TEXT NOT NULL, '
        'counter TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY ("key"), '
        "UNIQUE (officer, counter, agency))"
    )
    op.execute(
        "CREATE TABLE acted (at_s INTEGER NOT NULL, position INTEGER NOT NULL, "
        "actor INTEGER NOT NULL, kind TEXT NOT NULL, uses BOOLEAN NOT NULL, "
        "measured TEXT NOT NULL, minutes INTEGER, signed_minutes INTEGER, own BOOLEAN NOT NULL, "
        "sent_minutes INTEGER, amount INTEGER, procedure TEXT, field_name TEXT, "
        'PRIMARY KEY (at_s, position), FOREIGN KEY(actor) REFERENCES actor ("key")) '
        "WITHOUT ROWID"
    )
    op.execute(
        "CREATE INDEX acted_unsent ON acted (position) WHERE own = 1 AND sent_minutes IS NULL"
    )
    op.execute("CREATE INDEX delivery_superseded ON delivery (position) WHERE state = 'superseded'")


def downgrade() -> None:
    op.execute("DROP INDEX delivery_superseded")
    op.execute("DROP TABLE acted")
    op.execute("DROP TABLE actor")
    for name in ("handovers", "additions", "scanned", "state_agency"):
        op.execute(f"ALTER TABLE life DROP COLUMN {name}")

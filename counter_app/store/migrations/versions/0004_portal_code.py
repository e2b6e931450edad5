"""The portal's code of a dossier: what came online or by post is found by it too.

The table is made anew, because SQLite adds columns behind a table's constraints only; its indexes
and triggers go with the old one and are made again. It is a reading of the journal, which stays
untouched.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = """
    key, uid, code, provisional_code, status, closed, procedure, procedure_name, agency,
    counter, applicant, identity, phone, received_ms, due_ms, returned_ms, unit,
    printed, practice, result_is_here, waiting, attention, version, names, numbers,
    codes, subject, snapshot
"""

TABLE = """
CREATE TABLE dossier (
    key INTEGER NOT NULL,
    uid TEXT NOT NULL,
    code TEXT NOT NULL,
    provisional_code TEXT NOT NULL,
    status INTEGER NOT NULL,
    closed BOOLEAN NOT NULL,
    procedure TEXT NOT NULL,
    procedure_name TEXT NOT NULL,
    agency TEXT NOT NULL,
    counter TEXT NOT NULL,
    applicant TEXT NOT NULL,
    identity TEXT NOT NULL,
    phone TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    due_ms INTEGER,
    returned_ms INTEGER,
    unit TEXT NOT NULL,
    printed BOOLEAN NOT NULL,
    practice BOOLEAN NOT NULL,
    result_is_here BOOLEAN NOT NULL,
    waiting INTEGER NOT NULL,
    attention INTEGER NOT NULL,
    version INTEGER NOT NULL,
    names TEXT NOT NULL,
    numbers TEXT NOT NULL,
    codes TEXT NOT NULL,
    subject TEXT NOT NULL,
    snapshot BLOB NOT NULL,
    PRIMARY KEY (key),
    UNIQUE (uid)
)
"""
PORTAL_CODE = "provisional_code TEXT NOT NULL,\n    portal_code TEXT NOT NULL,"

INDEXES_AND_TRIGGERS = (
    "CREATE INDEX dossier_attention ON dossier (key) WHERE attention > 0",
    "CREATE INDEX dossier_code ON dossier (code)",
    "CREATE INDEX dossier_identity ON dossier (identity) WHERE identity <> ''",
    """
    CREATE INDEX dossier_open ON dossier (
        due_ms, status, result_is_here, counter, names, numbers, codes, subject
    )
    WHERE closed = 0
    """,
    """
    CREATE INDEX dossier_provisional_code ON dossier (provisional_code)
    WHERE provisional_code <> ''
    """,
    "CREATE INDEX dossier_result_here ON dossier (key) WHERE result_is_here = 1",
    "CREATE INDEX dossier_unnumbered ON dossier (key) WHERE code = ''",
    "CREATE INDEX dossier_unprinted ON dossier (key) WHERE printed = 0",
    """
    CREATE TRIGGER search_put AFTER INSERT ON dossier
    BEGIN
        INSERT INTO search(rowid, names, numbers, codes, subject)
        VALUES (NEW.key, NEW.names, NEW.numbers, NEW.codes, NEW.subject);
    END
    """,
    """
    CREATE TRIGGER search_take AFTER DELETE ON dossier
    BEGIN
        INSERT INTO search(search, rowid, names, numbers, codes, subject)
        VALUES ('delete', OLD.key, OLD.names, OLD.numbers, OLD.codes, OLD.subject);
    END
    """,
    """
    CREATE TRIGGER search_change AFTER UPDATE ON dossier
    WHEN NEW.key IS NOT OLD.key
        OR NEW.names IS NOT OLD.names
        OR NEW.numbers IS NOT OLD.numbers
        OR NEW.codes IS NOT OLD.codes
        OR NEW.subject IS NOT OLD.subject
    BEGIN
        INSERT INTO search(search, rowid, names, numbers, codes, subject)
        VALUES ('delete', OLD.key, OLD.names, OLD.numbers, OLD.codes, OLD.subject);
        INSERT INTO search(rowid, names, numbers, codes, subject)
        VALUES (NEW.key, NEW.names, NEW.numbers, NEW.codes, NEW.subject);
    END
    """,
)


def upgrade() -> None:
    _replace(TABLE.replace("provisional_code TEXT NOT NULL,", PORTAL_CODE), portal_code="''")
    op.execute("CREATE INDEX dossier_portal_code ON dossier (portal_code) WHERE portal_code <> ''")


def downgrade() -> None:
    _replace(TABLE)


def _replace(table: str, **more: str) -> None:
    """Make the table anew with its rows; `more` are columns that they don't have yet."""
    op.execute("ALTER TABLE dossier RENAME TO dossier_before")
    op.execute(table)
    into, values = ", ".join((COLUMNS, *more)), ", ".join((COLUMNS, *more.values()))
    op.execute(f"INSERT INTO dossier ({into}) SELECT {values} FROM dossier_before")  # noqa: S608
    op.execute("DROP TABLE dossier_before")
    for statement in INDEXES_AND_TRIGGERS:
        op.execute(statement)

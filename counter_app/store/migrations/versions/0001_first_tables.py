"""The first tables: journal, its readings, numbers, catalogues, setup.

Written out as SQL, so that what a store of this revision looks like never depends on the program.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE journal (
        position INTEGER NOT NULL,
        uid TEXT NOT NULL,
        chain TEXT NOT NULL,
        n INTEGER NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        dossier TEXT,
        code TEXT,
        after TEXT,
        kind TEXT NOT NULL,
        schema INTEGER NOT NULL,
        body_sha256 TEXT NOT NULL,
        officer TEXT NOT NULL,
        officer_auth TEXT NOT NULL,
        counter TEXT NOT NULL,
        occurred_at TEXT NOT NULL,
        clock_quality TEXT NOT NULL,
        origin TEXT NOT NULL,
        PRIMARY KEY (position),
        UNIQUE (chain, n),
        UNIQUE (uid)
    )
    """,
    "CREATE INDEX journal_code ON journal (code) WHERE code IS NOT NULL",
    """
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
    """,
    "CREATE INDEX dossier_attention ON dossier (key) WHERE attention > 0",
    "CREATE INDEX dossier_code ON dossier (code)",
    "CREATE INDEX dossier_due ON dossier (due_ms) WHERE closed = 0",
    "CREATE INDEX dossier_identity ON dossier (identity) WHERE identity <> ''",
    """
    CREATE INDEX dossier_provisional_code ON dossier (provisional_code)
    WHERE provisional_code <> ''
    """,
    "CREATE INDEX dossier_result_here ON dossier (key) WHERE result_is_here = 1",
    "CREATE INDEX dossier_unnumbered ON dossier (key) WHERE code = ''",
    "CREATE INDEX dossier_unprinted ON dossier (key) WHERE printed = 0",
    """
    CREATE TABLE number_block (
        id TEXT NOT NULL,
        agency TEXT NOT NULL,
        day TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        next INTEGER NOT NULL,
        lane TEXT NOT NULL,
        device TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        width INTEGER NOT NULL,
        void BOOLEAN NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX number_block_day ON number_block (day, agency)",
    """
    CREATE TABLE book (
        book TEXT NOT NULL,
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (book, year)
    )
    """,
    """
    CREATE TABLE catalogue (
        name TEXT NOT NULL,
        version TEXT NOT NULL,
        body BLOB NOT NULL,
        signature BLOB NOT NULL,
        state TEXT NOT NULL,
        valid_from TEXT,
        PRIMARY KEY (name, version)
    )
    """,
    """
    CREATE TABLE setup (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE officer_login (
        officer TEXT NOT NULL,
        name TEXT NOT NULL,
        verifier TEXT NOT NULL,
        last_online_at TEXT,
        misses INTEGER NOT NULL,
        PRIMARY KEY (officer)
    )
    """,
    """
    CREATE TABLE body (
        position INTEGER NOT NULL,
        data BLOB,
        PRIMARY KEY (position),
        FOREIGN KEY(position) REFERENCES journal (position)
    )
    """,
    """
    CREATE TABLE fact (
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        procedure TEXT NOT NULL,
        version TEXT NOT NULL,
        field_name TEXT NOT NULL,
        agency TEXT NOT NULL,
        channel TEXT NOT NULL,
        received_at TEXT,
        due_at TEXT,
        finished_at TEXT,
        amount INTEGER NOT NULL,
        flags TEXT NOT NULL,
        PRIMARY KEY (position),
        FOREIGN KEY(position) REFERENCES journal (position)
    )
    """,
    "CREATE INDEX fact_day ON fact (day, kind)",
    """
    CREATE TABLE delivery (
        position INTEGER NOT NULL,
        own BOOLEAN NOT NULL,
        state TEXT NOT NULL,
        dossier TEXT,
        server_version INTEGER NOT NULL,
        flags TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        next_try_at INTEGER,
        problem TEXT,
        receipt TEXT,
        size INTEGER NOT NULL,
        PRIMARY KEY (position),
        FOREIGN KEY(position) REFERENCES journal (position)
    )
    """,
    """
    CREATE INDEX delivery_open ON delivery (position)
    WHERE own = 1 AND state NOT IN ('accepted', 'superseded')
    """,
    "CREATE INDEX delivery_dossier ON delivery (dossier) WHERE dossier IS NOT NULL",
    """
    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'an entry never changes');
    END
    """,
    """
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'an entry never goes');
    END
    """,
    """
    CREATE TRIGGER body_no_update BEFORE UPDATE ON body
    WHEN NEW.position IS NOT OLD.position
        OR NEW.data IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a body is only erased');
    END
    """,
    """
    CREATE TRIGGER body_no_delete BEFORE DELETE ON body
    BEGIN SELECT RAISE(ABORT, 'a body is only erased');
    END
    """,
    """
    CREATE TRIGGER fact_no_update BEFORE UPDATE ON fact
    BEGIN SELECT RAISE(ABORT, 'a fact never changes');
    END
    """,
    """
    CREATE TRIGGER fact_no_delete BEFORE DELETE ON fact
    BEGIN SELECT RAISE(ABORT, 'a fact never goes');
    END
    """,
    """
    CREATE TRIGGER delivery_no_delete BEFORE DELETE ON delivery
    BEGIN SELECT RAISE(ABORT, 'nothing leaves the queue');
    END
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5(
        names, numbers, codes, subject,
content='dossier', content_rowid='key',
        tokenize='ascii', prefix='1 2 3 4 5 6',
        detail='none',
        columnsize=0
    )
    """,
    "INSERT INTO search(search, rank) VALUES ('pgsz', 3900)",
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

TABLES = (
    "search",
    "delivery",
    "fact",
    "body",
    "officer_login",
    "setup",
    "catalogue",
    "book",
    "number_block",
    "dossier",
    "journal",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    # Dropping the journal means dropping what its triggers guard: only the tests ever do it.
    for trigger in ("journal_no_delete", "body_no_delete", "fact_no_delete", "delivery_no_delete"):
        op.execute(f"DROP TRIGGER {trigger}")
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")

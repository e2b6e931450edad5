"""The tables of the store, as SYNC §1 draws them. The migrations build the same ones.

`position` numbers the entries in the order in which this machine learned of them; it is the key of
everything that belongs to one entry. What may never change is guarded by triggers, not by habit.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("chain", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("dossier", Text),
    Column("code", Text),
    Column("after", Text),
    Column("kind", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("body_sha256", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("officer_auth", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("occurred_at", Text, nullable=False),
    Column("clock_quality", Text, nullable=False),
    Column("origin", Text, nullable=False),
    UniqueConstraint("chain", "n"),
    # Not in CREATE TABLE but added to it, in a new store as in an old one: see `_LATER`.
    Column("supersedes", Text, system=True),
)
Index("journal_code", journal.c.code, sqlite_where=text("code IS NOT NULL"))

body = Table(
    "body",
    metadata,
    Column("position", Integer, ForeignKey("journal.position"), primary_key=True),
    Column("data", LargeBinary),
)
"""The canonical bytes of an entry's body; `data` NULL once they were erased (purge)."""

fact = Table(
    "fact",
    metadata,
    Column("position", Integer, ForeignKey("journal.position"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("field_name", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("received_at", Text),
    Column("due_at", Text),
    Column("finished_at", Text),
    Column("amount", Integer, nullable=False),
    Column("flags", Text, nullable=False),
    Column("delay_minutes", Integer, system=True),  # added later: see `_LATER`
)
Index("fact_day", fact.c.day, fact.c.kind)

delivery = Table(
    "delivery",
    metadata,
    Column("position", Integer, ForeignKey("journal.position"), primary_key=True),
    Column("own", Boolean(create_constraint=False), nullable=False),
    Column("state", Text, nullable=False),
    Column("dossier", Text),
    Column("server_version", Integer, nullable=False),
    Column("flags", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try_at", Integer),
    Column("problem", Text),
    Column("receipt", Text),
    Column("size", Integer, nullable=False),
)
"""What became of an entry. `dossier` is the dossier that it belongs to here: also of an entry that
was addressed by a code, once the code is known. `size` is that of the body in bytes."""

OPEN = text("delivery.own = 1 AND delivery.state NOT IN ('accepted', 'superseded')")
"""What the queue still has to do with; word for word the condition of the index below."""

Index("delivery_dossier", delivery.c.dossier, sqlite_where=text("dossier IS NOT NULL"))
Index(
    "delivery_open",
    delivery.c.position,
    sqlite_where=text("own = 1 AND state NOT IN ('accepted', 'superseded')"),
)
Index("delivery_superseded", delivery.c.position, sqlite_where=text("state = 'superseded'"))
FLAGGED = text("delivery.flags <> '[]' AND delivery.state = 'accepted'")
"""What the server marked for a supervisor; word for word the condition of the index below."""

Index(
    "delivery_flagged",
    delivery.c.position,
    sqlite_where=text("flags <> '[]' AND state = 'accepted'"),
)

SEARCH_COLUMNS = ("names", "numbers", "codes", "subject")
"""What is searched of a dossier: folded words, each once."""

dossier = Table(
    "dossier",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("provisional_code", Text, nullable=False),
    Column("portal_code", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("closed", Boolean(create_constraint=False), nullable=False),
    Column("procedure", Text, nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("applicant", Text, nullable=False),
    Column("identity", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("received_ms", Integer, nullable=False),
    Column("due_ms", Integer),
    Column("returned_ms", Integer),
    Column("unit", Text, nullable=False),
    Column("printed", Boolean(create_constraint=False), nullable=False),
    Column("practice", Boolean(create_constraint=False), nullable=False),
    Column("result_is_here", Boolean(create_constraint=False), nullable=False),
    Column("waiting", Integer, nullable=False),
    Column("attention", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("names", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("codes", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("snapshot", LargeBinary, nullable=False),
)
"""The projection. `key` grows with the time of reception; times are milliseconds of Unix time.
`names` … `subject` are folded words, indexed by `search`; `snapshot` is the whole dossier."""

Index("dossier_code", dossier.c.code)
Index(
    "dossier_provisional_code",
    dossier.c.provisional_code,
    sqlite_where=text("provisional_code <> ''"),
)
Index("dossier_portal_code", dossier.c.portal_code, sqlite_where=text("portal_code <> ''"))
Index("dossier_identity", dossier.c.identity, sqlite_where=text("identity <> ''"))
Index(
    "dossier_open",
    *(dossier.c[name] for name in ("due_ms", "status", "result_is_here", "counter")),
    *(dossier.c[name] for name in SEARCH_COLUMNS),
    sqlite_where=text("closed = 0"),
)
Index("dossier_unprinted", dossier.c.key, sqlite_where=text("printed = 0"))
Index("dossier_unnumbered", dossier.c.key, sqlite_where=text("code = ''"))
Index("dossier_result_here", dossier.c.key, sqlite_where=text("result_is_here = 1"))
Index("dossier_attention", dossier.c.key, sqlite_where=text("attention > 0"))

number_block = Table(
    "number_block",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("agency", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("next", Integer, nullable=False),
    Column("lane", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("width", Integer, nullable=False),
    Column("void", Boolean(create_constraint=False), nullable=False),
)
Index("number_block_day", number_block.c.day, number_block.c.agency)

book = Table(
    "book",
    metadata,
    Column("book", Text, primary_key=True, nullable=False),
    Column("year", Integer, primary_key=True, nullable=False),
    Column("last", Integer, nullable=False),
)
"""The last Số thứ tự of a book (Quyển) in a year; provisional codes count as a book of a day."""

catalogue = Table(
    "catalogue",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("version", Text, primary_key=True, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("valid_from", Text),
)

setup = Table(
    "setup",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)

officer_login = Table(
    "officer_login",
    metadata,
    Column("officer", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
    Column("verifier", Text, nullable=False),
    Column("last_online_at", Text),
    Column("misses", Integer, nullable=False),
)
"""Who may log in while the line is down; `verifier` is a slow hash, never a password."""

paper_file = Table(
    "paper_file",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("dossier", Text, nullable=False),
    Column("paper", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("uploaded", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try_ms", Integer),
    Column("problem", Text, nullable=False),
    Column("sent_ms", Integer),
    Column("receipt", Text, nullable=False),
    Column("cleared_ms", Integer),
    UniqueConstraint("dossier", "paper", "sha256"),
)
"""Scanned papers: what lies sealed under `name` in the folder of files. `sha256` and `size` are of
the plain bytes; `entry` is the uid of the entry that tells of it. `uploaded` counts the bytes that
the province has; `receipt` is its word for the whole; `cleared_ms`: when the bytes left here."""

Index("paper_file_waiting", paper_file.c.added_at, sqlite_where=text("state = 'waiting'"))
Index("paper_file_sent", paper_file.c.sent_ms, sqlite_where=text("state = 'sent'"))

feed_shadow = Table(
    "feed_shadow",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("uid", Text, nullable=False),
    Column("data", LargeBinary),
)
"""The feed while it is read over from its beginning; what is known here already has no `data`."""

Index("feed_shadow_uid", feed_shadow.c.uid)

tombstone = Table(
    "tombstone",
    metadata,
    Column("dossier", Text, primary_key=True, nullable=False),
    Column("server_version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
)
"""Dossiers that the server took away, and why; `officer`: who decided of one that was held back."""

kept_line = Table(
    "kept_line",
    metadata,
    Column("position", Integer, ForeignKey("journal.position"), primary_key=True),
    Column("dossier", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("book", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("number", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("what", Text, nullable=False),
)
"""What a book still says of an act whose body was erased: numbers and names of no person."""
Index("kept_line_book", kept_line.c.book, kept_line.c.year)

_COLUMNS = ", ".join(SEARCH_COLUMNS)
_FTS_OPTIONS = (
    "content='dossier', content_rowid='key', tokenize='ascii', prefix='1 2 3 4 5 6', "
    "detail='none', columnsize=0"
)
_NEW = ", ".join(f"NEW.{name}" for name in SEARCH_COLUMNS)
_OLD = ", ".join(f"OLD.{name}" for name in SEARCH_COLUMNS)
_MOVED = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in ("key", *SEARCH_COLUMNS))
_PUT = f"INSERT INTO search(rowid, {_COLUMNS}) VALUES (NEW.key, {_NEW});"  # noqa: S608
_TAKE = f"INSERT INTO search(search, rowid, {_COLUMNS}) VALUES ('delete', OLD.key, {_OLD});"  # noqa: S608


def _forbidden(name: str, act: str, table: str, why: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )


_LATER = (
    "ALTER TABLE journal ADD COLUMN supersedes TEXT",
    "CREATE INDEX journal_reviews ON journal (position) WHERE kind = 'flags_reviewed'",
    "CREATE INDEX journal_supersedes ON journal (supersedes) WHERE supersedes IS NOT NULL",
    "ALTER TABLE fact ADD COLUMN delay_minutes INTEGER",
)
"""The journal is never made anew, so what it gained stands behind its first columns."""

STATEMENTS = (
    *_LATER,
    _forbidden("journal_no_update", "UPDATE", "journal", "an entry never changes"),
    _forbidden("journal_no_delete", "DELETE", "journal", "an entry never goes"),
    _forbidden(
        "body_no_update",
        "UPDATE",
        "body",
        "a body is only erased",
        "WHEN NEW.position IS NOT OLD.position OR NEW.data IS NOT NULL ",
    ),
    _forbidden("body_no_delete", "DELETE", "body", "a body is only erased"),
    _forbidden("fact_no_update", "UPDATE", "fact", "a fact never changes"),
    _forbidden("fact_no_delete", "DELETE", "fact", "a fact never goes"),
    _forbidden("delivery_no_delete", "DELETE", "delivery", "nothing leaves the queue"),
    # The FTS index reads its text from the projection: it can be checked and rebuilt by itself.
    f"CREATE VIRTUAL TABLE search USING fts5({_COLUMNS}, {_FTS_OPTIONS})",
    # A leaf must fit into a page, of which SQLCipher keeps 80 bytes for itself.
    "INSERT INTO search(search, rank) VALUES ('pgsz', 3900)",
    f"CREATE TRIGGER search_put AFTER INSERT ON dossier BEGIN {_PUT} END",
    f"CREATE TRIGGER search_take AFTER DELETE ON dossier BEGIN {_TAKE} END",
    f"CREATE TRIGGER search_change AFTER UPDATE ON dossier WHEN {_MOVED} BEGIN {_TAKE} {_PUT} END",
)
"""Triggers and the FTS index, which SQLAlchemy has no words for."""

for _statement in STATEMENTS:
    event.listen(metadata, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]

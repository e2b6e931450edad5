"""The server's tables. Entries are kept for ever; nothing here is SQLite's alone."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

UID = String(36)
DIGEST = String(64)
MOMENT = String(40)  # ISO 8601 with zone, as the domain writes it
DAY = String(10)

setting = Table(
    "setting",
    METADATA,
    Column("name", String(60), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Keys and secrets of this province, and what its administrator wishes."""

centre = Table(
    "centre",
    METADATA,
    Column("code", String(64), primary_key=True),
    Column("plain", Text, nullable=False),
    Column("feed_position", Integer, nullable=False, default=0),
)
"""One-stop centres. `feed_position` is raised under the row's lock: the feed is in commit order."""

enrol_code = Table(
    "enrol_code",
    METADATA,
    Column("sha256", DIGEST, primary_key=True),
    Column("centre", ForeignKey("centre.code"), nullable=False),
    Column("counter", String(10), nullable=False),
    Column("counter_name", String(200), nullable=False),
    Column("renews", String(5)),
    Column("expires_at", MOMENT, nullable=False),
    Column("device_key", String(1000)),
    Column("chain", UID),
    Column("answer", Text),
)
"""One-time codes. A used one keeps the key that used it, and the answer."""

void_code = Table(
    "void_code",
    METADATA,
    Column("sha256", ForeignKey("enrol_code.sha256"), primary_key=True),
    Column("voided_at", MOMENT, nullable=False),
)
"""One-time codes that an administrator took back before anybody used them."""

device = Table(
    "device",
    METADATA,
    Column("number", String(5), primary_key=True),
    Column("centre", ForeignKey("centre.code"), nullable=False),
    Column("counter", String(10), nullable=False),
    Column("counter_name", String(200), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("key", String(1000), nullable=False),
    Column("chain", UID, nullable=False),
    Column("machine", DIGEST, nullable=False),
    Column("program", String(200), nullable=False),
    Column("state", String(10), nullable=False),
    Column("enrolled_at", MOMENT, nullable=False),
)
"""Devices; `state` is active, drain or wipe (being taken back), revoked, frozen (a fork seen)."""

presence = Table(
    "presence",
    METADATA,
    Column("device", ForeignKey("device.number"), primary_key=True),
    Column("heard_at", MOMENT, nullable=False),
    Column("told_at", MOMENT),
    Column("queue", Integer),
    Column("in_need", Integer),
    Column("oldest_at", MOMENT),
    Column("head_n", Integer),
    Column("program", String(200)),
    Column("offset_ms", Integer),
    Column("held", Text),
)
"""When a device was last heard, and what it told of itself then (NULL: it never did)."""

clerk = Table(
    "clerk",
    METADATA,
    Column("name", String(60), primary_key=True),
    Column("full_name", String(200), nullable=False),
    Column("centre", ForeignKey("centre.code")),
)
"""Clerks of the agencies, for the pages; `centre` NULL: of every centre. Verifier: `officer`."""

chain = Table(
    "chain",
    METADATA,
    Column("id", UID, primary_key=True),
    Column("device", String(5)),
    Column("centre", ForeignKey("centre.code"), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("hash", DIGEST, nullable=False),
    Column("recovery", Text),
)
"""Chains with their heads. `device` NULL: the server's own chain of a centre."""

link = Table(
    "link",
    METADATA,
    Column("chain", ForeignKey("chain.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("hash", DIGEST, nullable=False),
    Column("prev_hash", DIGEST, nullable=False),
    Column("uid", UID, nullable=False),
)
"""Which entry stands where in a chain: another hash at a taken place is a fork."""

dossier = Table(
    "dossier",
    METADATA,
    Column("uid", UID, primary_key=True),
    Column("centre", ForeignKey("centre.code"), nullable=False),
    Column("code", String(64), unique=True),
    Column("provisional_code", String(64), unique=True),
    Column("version", Integer, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("applicant", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    Column("received_day", DAY, nullable=False),
    Column("due_at", MOMENT),
    Index("dossier_of_day", "centre", "received_day"),
    Index("dossier_by_status", "centre", "status"),
)
"""The projection: what the accepted entries of a dossier tell."""

portal_code = Table(
    "portal_code",
    METADATA,
    Column("code", String(64), primary_key=True),
    Column("dossier", ForeignKey("dossier.uid"), nullable=False, index=True),
)
"""The national portal's codes (mã trên Cổng) of dossiers: a code stays with its first one."""

entry = Table(
    "entry",
    METADATA,
    Column("uid", UID, primary_key=True),
    Column("identity", DIGEST, nullable=False),
    Column("centre", ForeignKey("centre.code"), nullable=False),
    Column("device", String(5)),
    Column("kind", String(40), nullable=False),
    Column("dossier", UID),
    Column("header", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("body_sha256", DIGEST, nullable=False),
    Column("status", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("flags", Text, nullable=False),
    Column("problem", Text),
    Column("received_at", MOMENT, nullable=False),
    Index("entry_of_dossier", "dossier", "version"),
)
"""Idempotency, for ever: what came, the answer to it, and its effect, in one row."""

superseded = Table(
    "superseded",
    METADATA,
    Column("uid", UID, primary_key=True),
    Column("by", UID, nullable=False),
)
"""Entries in whose place another one was accepted: each at most once, also one that never came."""

feed = Table(
    "feed",
    METADATA,
    Column("centre", ForeignKey("centre.code"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("uid", ForeignKey("entry.uid"), nullable=False),
)
"""What each centre hears, in commit order."""

removal = Table(
    "removal",
    METADATA,
    Column("centre", ForeignKey("centre.code"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("dossier", UID, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("reason", String(300), nullable=False),
    Column("at", MOMENT, nullable=False),
)
"""Dossiers that were taken away, at their places of the feed; `version`: what was known then."""

block = Table(
    "block",
    METADATA,
    Column("id", UID, primary_key=True),
    Column("agency", String(64), nullable=False),
    Column("day", DAY, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("lane", String(4), nullable=False),
    Column("width", Integer, nullable=False),
    Column("device", ForeignKey("device.number"), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("void", Boolean, nullable=False),
    UniqueConstraint("agency", "day", "first"),
    Index("block_of_device", "device", "agency", "day"),
)
"""Granted ranges of numbers."""

serial = Table(
    "serial",
    METADATA,
    Column("agency", String(64), primary_key=True),
    Column("day", DAY, primary_key=True),
    Column("lane", String(4), primary_key=True),
    Column("next", Integer, nullable=False),
)
"""The next number that nobody was granted."""

grant = Table(
    "number_grant",
    METADATA,
    Column("request_id", UID, primary_key=True),
    Column("device", String(5), nullable=False),
    Column("wishes_sha256", DIGEST, nullable=False),
    Column("answer", Text, nullable=False),
)
"""Answered requests for numbers."""

officer = Table(
    "officer",
    METADATA,
    Column("id", String(100), primary_key=True),
    Column("verifier", String(300), nullable=False),
    Column("missed", Integer, nullable=False, default=0),
    Column("closed_until", MOMENT),
)
"""Password verifiers; who an officer is stands in the published list."""

once_code = Table(
    "once_code",
    METADATA,
    Column("sha256", DIGEST, primary_key=True),
    Column("officer", String(100), nullable=False, index=True),
    Column("centre", ForeignKey("centre.code"), nullable=False),
    Column("expires_at", MOMENT, nullable=False),
)
"""One-time codes by which officers choose a password, as digests; a spent one is gone."""

token = Table(
    "token",
    METADATA,
    Column("sha256", DIGEST, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("officer", String(100), nullable=False),
    Column("device", String(5)),
    Column("expires_at", MOMENT, nullable=False),
)
"""Access, refresh and clerk tokens, as digests."""

catalogue = Table(
    "catalogue",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("version", String(60), primary_key=True),
    Column("sha256", DIGEST, nullable=False),
    Column("valid_from", DAY, nullable=False),
    Column("signature", String(200), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("published_at", MOMENT, nullable=False),
    Column("current", Boolean, nullable=False),
)
"""Published lists; a version never changes once it is out."""

file = Table(
    "file",
    METADATA,
    Column("centre", ForeignKey("centre.code"), primary_key=True),
    Column("sha256", DIGEST, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("received_at", MOMENT),
)
"""Scanned papers by their digest, each centre's own; `received_at` NULL: not whole yet."""

file_piece = Table(
    "file_piece",
    METADATA,
    Column("centre", String(64), primary_key=True),
    Column("sha256", DIGEST, primary_key=True),
    Column("at", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    ForeignKeyConstraint(["centre", "sha256"], ["file.centre", "file.sha256"]),
)
"""The bytes of a file, as they came; `at`: where in it a piece begins."""

upload = Table(
    "upload",
    METADATA,
    Column("centre", String(64), primary_key=True),
    Column("sha256", DIGEST, primary_key=True),
    Column("touched_at", MOMENT, nullable=False, index=True),
    ForeignKeyConstraint(["centre", "sha256"], ["file.centre", "file.sha256"]),
)
"""Files that aren't whole yet, and when a piece, or the offer of one, last came."""

file_use = Table(
    "file_use",
    METADATA,
    Column("entry", ForeignKey("entry.uid"), primary_key=True),
    Column("centre", String(64), nullable=False),
    Column("sha256", DIGEST, nullable=False),
    Column("dossier", UID, nullable=False, index=True),
    Column("device", String(5), nullable=False),
    ForeignKeyConstraint(["centre", "sha256"], ["file.centre", "file.sha256"]),
)
"""With which entry of which dossier a file goes."""

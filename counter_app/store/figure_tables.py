"""What reports count of: readings of the journal that fill when a report asks, kept narrow.

A year of a big centre is half a million acts. Their entries, facts and deliveries are wide rows in
encrypted pages; a report that walked through all three would take many seconds.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from counter_app.store.tables import metadata

life = Table(
    "life",
    metadata,
    Column("dossier", Text, primary_key=True, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("field_name", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("received_day", Text),
    Column("received_ms", Integer),
    Column("recorded_ms", Integer),
    Column("due_ms", Integer),
    Column("finished_day", Text),
    Column("finished_ms", Integer),
    Column("paused_ms", Integer),
    Column("ended", Text, nullable=False),
    Column("pace", Text, nullable=False),
    Column("printed_ms", Integer),
    Column("handed_ms", Integer),
    Column("result_in_ms", Integer),
    Column("returned_day", Text),
    Column("returned_ms", Integer),
    Column("supplements", Integer, nullable=False),
    Column("extensions", Integer, nullable=False),
    Column("apologies", Integer, nullable=False),
    Column("apologised_ms", Integer),
    Column("breaches", Integer, nullable=False),
    Column("negative", Boolean(create_constraint=False), nullable=False),
    Column("offline", Boolean(create_constraint=False), nullable=False),
    Column("provisional", Boolean(create_constraint=False), nullable=False),
    Column("paper_first", Boolean(create_constraint=False), nullable=False),
    Column("by_post", Boolean(create_constraint=False), nullable=False),
    Column("state_agency", Boolean(create_constraint=False), nullable=False),
    Column("scanned", Boolean(create_constraint=False), nullable=False),
    Column("additions", Integer, nullable=False),
    Column("handovers", Integer, nullable=False),
    Column("counts", Boolean(create_constraint=False), nullable=False),
)
"""What reports count: one row for a dossier, told by its facts alone (`domain/reports/life.py`).

It follows the journal when a report asks, never in the transaction of an officer, and stays when
bodies are erased. `counts`: received, no practice, no mistake. Times are milliseconds, days ISO."""

Index("life_received", life.c.received_day, sqlite_where=text("counts = 1"))
Index("life_finished", life.c.finished_day, sqlite_where=text("counts = 1"))
Index("life_returned", life.c.returned_day, sqlite_where=text("counts = 1"))

actor = Table(
    "actor",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("officer", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("agency", Text, nullable=False),
    UniqueConstraint("officer", "counter", "agency"),
)
"""Who acted, where, and for which agency: a number for each, so that acts are grouped quickly."""

acted = Table(
    "acted",
    metadata,
    Column("at_s", Integer, primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),
    Column("actor", Integer, ForeignKey("actor.key"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("uses", Boolean(create_constraint=False), nullable=False),
    Column("measured", Text, nullable=False),
    Column("minutes", Integer),
    Column("signed_minutes", Integer),
    Column("own", Boolean(create_constraint=False), nullable=False),
    Column("sent_minutes", Integer),
    Column("amount", Integer),
    Column("procedure", Text),
    Column("field_name", Text),
    sqlite_with_rowid=False,
)
"""One row for an act that is no practice (`store/reports/acts.py`), in the order of time.

`at_s`: when its entry was written, in seconds since 1970. `uses`: a counter's act for a citizen.
`measured`: the step whose delay is told, "" for none; `minutes` of that delay, NULL where no other
moment is known; `signed_minutes` since the date on a result. `sent_minutes`: from the entry to the
server's receipt, NULL while there is none. `amount` in đồng, `procedure` and `field_name` stand
where money was taken or taken back. What was superseded or hidden since is told by others."""

Index(
    "acted_unsent",
    acted.c.position,
    sqlite_where=text("own = 1 AND sent_minutes IS NULL"),
)

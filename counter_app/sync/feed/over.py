"""Reading the feed over from its beginning, after the server gave our place in it up (410).

Pages go into a shadow with a cursor of their own: a crash goes on where it was, and until the end
is reached, everything here stands as before. Then all of it comes into use in one transaction.
"""

from __future__ import annotations

from counter_app.contract.feed import ChangesAnswer, FeedChange
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors
from counter_app.sync.feed.taking import Taken, take

OVER_NAME = "feed_over"
"""`{"cursor"}` while the feed is read over: how far the shadow has come."""


def under_way(tx: Transaction) -> str | None:
    """Return the cursor to read over from, None when nothing is read over."""
    kept = tx.setup.get(OVER_NAME)
    return str(kept.get("cursor", "")) if isinstance(kept, dict) else None


def begin(doors: Doors) -> None:
    """Begin to read over."""
    with doors.store.writing() as tx:
        tx.shadow.clear()
        tx.setup.put(OVER_NAME, {"cursor": ""})


def keep(doors: Doors, answer: ChangesAnswer) -> None:
    """Keep a page in the shadow."""
    with doors.store.writing() as tx:
        for change in answer.changes:
            uid = change.entry.uid if change.entry else ""
            data = change.model_dump_json(by_alias=True).encode("utf-8")
            tx.shadow.add(uid, change.server_version, data)
        tx.setup.put(OVER_NAME, {"cursor": answer.cursor})


def swap(tx: Transaction, doors: Doors) -> tuple[Taken, int]:
    """Bring the shadow into use; return what was news, and how many own entries go out again."""
    changes = (FeedChange.model_validate_json(data) for data in list(tx.shadow.news()))
    taken = take(tx, changes, doors.now())
    lost = tx.shadow.send_lost_again()
    tx.shadow.clear()
    tx.setup.put(OVER_NAME, None)
    return taken, lost

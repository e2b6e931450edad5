"""Reading the feed over from its beginning, after the server gave our place in it up (410).

Pages go into a shadow with a cursor of their own: a crash goes on where it was, and until the end
is reached, everything here stands as before. Then it comes into use in bites, as pages of the feed
always do, so that an officer who registers never waits for thousands of dossiers; only what needs
the whole of it, which own entries the server lost and where the feed goes on, is one transaction.
"""

from __future__ import annotations

import time

from counter_app.contract.feed import ChangesAnswer, FeedChange
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors
from counter_app.sync.feed.taking import Taken, take

OVER_NAME = "feed_over"
"""`{"cursor"}` while the feed is read over: how far the shadow has come. Once that is the feed's
end, `used` says up to which of its changes it came into use."""

BITE = 25
"""Changes that come into use in one transaction: some 25 ms of writing."""


FORGOTTEN = 500
"""Changes of the shadow that are forgotten in one transaction."""

REST_SECONDS = 0.01
"""Between two bites: without it, who waits to write is never let in."""


def under_way(tx: Transaction) -> str | None:
    """Return the cursor to read over from, None when nothing is read over."""
    kept = tx.setup.get(OVER_NAME)
    return str(kept.get("cursor", "")) if isinstance(kept, dict) else None


def begin(doors: Doors) -> None:
    """Begin to read over; what is left of an earlier time goes first."""
    while tidy(doors):
        time.sleep(REST_SECONDS)
    with doors.store.writing() as tx:
        tx.setup.put(OVER_NAME, {"cursor": ""})


def tidy(doors: Doors) -> bool:
    """Forget some of what nobody needs any more; False when nothing is left of it."""
    with doors.store.writing() as tx:
        return tx.shadow.clear(FORGOTTEN)


def keep(doors: Doors, answer: ChangesAnswer) -> None:
    """Keep a page in the shadow; with the last one it is whole."""
    with doors.store.writing() as tx:
        for change in answer.changes:
            uid = change.entry.uid if change.entry else ""
            data = change.model_dump_json(by_alias=True).encode("utf-8")
            tx.shadow.add(uid, change.server_version, data)
        whole = {} if answer.more else {"used": 0}
        tx.setup.put(OVER_NAME, {"cursor": answer.cursor, **whole})


def is_whole(tx: Transaction) -> bool:
    """Tell whether the feed was read over to its end, and waits to come into use."""
    return _used(tx) is not None


def bite(tx: Transaction, doors: Doors, size: int = BITE) -> Taken | None:
    """Bring the next changes of the shadow into use; None when all of them are."""
    news = tx.shadow.news(size, _used(tx) or 0)
    if not news:
        return None
    changes = (FeedChange.model_validate_json(data) for _, data in news)
    taken = take(tx, changes, doors.now())
    tx.setup.put(OVER_NAME, {"cursor": under_way(tx) or "", "used": news[-1][0]})
    return taken


def end(tx: Transaction) -> int:
    """End the reading over; return how many own entries go out again. The shadow is of no use."""
    lost = tx.shadow.send_lost_again()
    tx.setup.put(OVER_NAME, None)
    return lost


def _used(tx: Transaction) -> int | None:
    kept = tx.setup.get(OVER_NAME)
    used = kept.get("used") if isinstance(kept, dict) else None
    return used if isinstance(used, int) else None

"""The feed read over from its beginning, beside what stands, until all of it is here (410).

The journal itself is never made anew: what it knows stays. The shadow says what the server knows;
after it was brought into use, own entries that the server lost (it came back from a copy) go out
again.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.projection import Projection
from counter_app.store.tables import body, delivery, feed_shadow, journal


class Shadow:
    """The shadow inside one transaction."""

    def __init__(self, connection: Connection, projection: Projection) -> None:
        self._connection = connection
        self._projection = projection

    def clear(self, limit: int) -> bool:
        """Forget `limit` changes of what was read over; False when nothing is left of it."""
        some = select(feed_shadow.c.position).order_by(feed_shadow.c.position).limit(limit)
        found = delete(feed_shadow).where(feed_shadow.c.position.in_(some))
        return self._connection.execute(found).rowcount == limit

    def add(self, uid: str, version: int, data: bytes) -> None:
        """Keep a change of the feed; without its `data` when it is known here just so.

        `uid` is "" for a change without an entry.
        """
        kept = None if uid and self._is_known(uid, version) else data
        self._connection.execute(insert(feed_shadow), {"uid": uid, "data": kept})

    def count(self) -> int:
        """Return how many changes were read over."""
        return self._connection.execute(select(func.count()).select_from(feed_shadow)).scalar_one()

    def news(self, limit: int, after: int = 0) -> tuple[tuple[int, bytes], ...]:
        """Return (position, change) of what isn't known here just so: `limit` behind `after`."""
        query = (
            select(feed_shadow.c.position, feed_shadow.c.data)
            .where(feed_shadow.c.data.is_not(None), feed_shadow.c.position > after)
            .order_by(feed_shadow.c.position)
            .limit(limit)
        )
        return tuple((row.position, row.data) for row in self._connection.execute(query))

    def send_lost_again(self) -> int:
        """Let own entries go out again that the server once had and no longer tells of.

        From the first such entry of a dossier on, also those without one: they aren't in the feed,
        but the server lost what came behind. What it still has, it recognises by uid. Returns how
        many go out.
        """
        told = exists().where(feed_shadow.c.uid == journal.c.uid)
        own = (
            delivery.c.own.is_(True),
            delivery.c.state == State.ACCEPTED.value,
            body.c.data.is_not(None),
            ~told,
        )
        joined = journal.join(delivery, delivery.c.position == journal.c.position).join(
            body, body.c.position == journal.c.position
        )
        first = self._connection.execute(
            select(func.min(journal.c.position))
            .select_from(joined)
            .where(*own, delivery.c.server_version > 0)
        ).scalar()
        if first is None:
            return 0
        lost = self._connection.execute(
            select(journal.c.position, delivery.c.dossier)
            .select_from(joined)
            .where(*own, journal.c.position >= first)
        ).all()
        for row in lost:
            self._connection.execute(
                update(delivery)
                .where(delivery.c.position == row.position)
                .values(
                    state=State.UNKNOWN.value,
                    server_version=0,
                    flags="[]",
                    attempts=0,
                    next_try_at=None,
                    receipt=None,
                )
            )
        for home in dict.fromkeys(row.dossier for row in lost if row.dossier is not None):
            self._projection.refresh(home)
        return len(lost)

    def _is_known(self, uid: str, version: int) -> bool:
        query = (
            select(delivery.c.position)
            .join(journal, journal.c.position == delivery.c.position)
            .where(
                journal.c.uid == uid,
                delivery.c.state == State.ACCEPTED.value,
                delivery.c.server_version == version,
            )
        )
        return self._connection.execute(query).first() is not None

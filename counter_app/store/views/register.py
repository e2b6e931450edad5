"""The register (Sổ theo dõi): what one counter received in a span of time, in its order.

Read in pieces while it is gone through: a year of a busy counter never lies in memory at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.projection import snapshot_of
from counter_app.store.tables import dossier
from counter_app.store.views.search import oldest_key

_PIECE = 200
_RECEIVED = Prepared(
    select(dossier.c.key, dossier.c.snapshot)
    .where(
        dossier.c.key > bindparam("after"),
        dossier.c.key < bindparam("before"),
        dossier.c.counter == bindparam("at"),
    )
    .order_by(dossier.c.key)
)


class Register:
    """The register inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def received(self, counter: str, first: datetime, before: datetime) -> Iterator[Dossier]:
        """Yield what `counter` received from `first` until just before `before`, oldest first.

        Withdrawn ones are there, and those that only have a provisional code.
        """
        after, end = oldest_key(first) - 1, oldest_key(before)
        while True:
            values = {"after": after, "before": end, "at": counter}
            rows = _RECEIVED.some(self._connection, _PIECE, values)
            for row in rows:
                yield snapshot_of(row.snapshot)
            if len(rows) < _PIECE:
                return
            after = rows[-1].key

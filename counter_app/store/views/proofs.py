"""Whether what is told of one dossier is what was written: its entries, each in its chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from counter_app.domain.journal.canonical import sha256
from counter_app.domain.journal.entry import Entry, follows, header_hash
from counter_app.store.subjects.entry_rows import ENTRY_COLUMNS, entry_of
from counter_app.store.subjects.journal import CHAINS
from counter_app.store.subjects.setup import Setup
from counter_app.store.tables import body, delivery, journal

_STEP = 1000


@dataclass(frozen=True, slots=True)
class ChainProof:
    """What was checked of one chain: entries `first` to `last`, whose hash is `head`.

    `whole`: this machine keeps every entry between them, and each was held against the one before;
    of another counter's chain only this dossier's entries are here. `broken_at` is the number of
    the first that doesn't fit, None when all do.
    """

    chain: str
    first: int
    last: int
    head: str
    whole: bool
    broken_at: int | None = None


class Proofs:
    """The proofs inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_dossier(self, uid: str) -> tuple[ChainProof, ...]:
        """Return a proof for each chain that tells of the dossier, in their order."""
        own = Setup(self._connection).get(CHAINS)
        ours = set(own) if isinstance(own, list) else set()
        spans = self._connection.execute(
            select(
                journal.c.chain,
                func.min(journal.c.n).label("first"),
                func.max(journal.c.n).label("last"),
            )
            .join(delivery, delivery.c.position == journal.c.position)
            .where(delivery.c.dossier == uid)
            .group_by(journal.c.chain)
            .order_by(func.min(journal.c.position))
        ).all()
        return tuple(
            self._proof(uid, span.chain, span.first, span.last, whole=span.chain in ours)
            for span in spans
        )

    def _proof(self, uid: str, chain: str, first: int, last: int, *, whole: bool) -> ChainProof:
        faults: list[int] = []
        head, before = "", None
        for entry, data in self._between(uid, chain, first, last, whole=whole):
            fits = header_hash(entry) == entry.hash
            if data is not None:
                fits = fits and sha256(data) == entry.body_sha256
            if whole and before is not None:
                fits = fits and follows(before, entry)
            if not fits:
                faults.append(entry.n)
            head, before = entry.hash, entry.head()
        return ChainProof(chain, first, last, head, whole, min(faults, default=None))

    def _between(
        self, uid: str, chain: str, first: int, last: int, *, whole: bool
    ) -> Iterator[tuple[Entry, bytes | None]]:
        query: Any = (
            select(*ENTRY_COLUMNS, body.c.data)
            .select_from(journal)
            .outerjoin(body, body.c.position == journal.c.position)
            .where(journal.c.chain == chain, journal.c.n <= last)
            .order_by(journal.c.n)
            .limit(_STEP)
        )
        if not whole:
            query = query.join(delivery, delivery.c.position == journal.c.position).where(
                delivery.c.dossier == uid
            )
        behind = first - 1
        while rows := self._connection.execute(query.where(journal.c.n > behind)).all():
            for row in rows:
                yield entry_of(row), row.data
            behind = rows[-1].n

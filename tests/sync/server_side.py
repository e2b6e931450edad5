"""What the reference server really holds, read past its own API."""

from __future__ import annotations

from sqlalchemy import func, select

from counter_app.sandbox.records import tables as t
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter


def held(sandbox: RunningSandbox, counter: Counter) -> list[str]:
    """Return the uids of `counter` at the server, in their order, each as often as it is there."""
    query = select(t.entry.c.uid).where(t.entry.c.device == counter.device.device)
    with sandbox.province.reading() as tx:
        return sorted(tx.execute(query).scalars())


def numbers_granted(sandbox: RunningSandbox, counter: Counter) -> int:
    """Return how many numbers the server gave to `counter`."""
    query = select(func.sum(t.block.c.last - t.block.c.first + 1))
    query = query.where(t.block.c.device == counter.device.device)
    with sandbox.province.reading() as tx:
        return int(tx.execute(query).scalar_one() or 0)


def own_uids(counter: Counter) -> list[str]:
    with counter.store.reading() as tx:
        rows = tx.journal.since(0, 1_000_000)
    return sorted(entry.uid for _, entry, _ in rows if entry.chain == counter.chain)

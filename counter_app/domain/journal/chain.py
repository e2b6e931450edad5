"""Walk a chain and say where it isn't whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.domain.journal.entry import ChainHead, Entry, header_hash


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a chain isn't whole: `why` is "gap", "link" or "hash"."""

    chain: str
    n: int
    uid: str
    why: str


def breaks(
    entries: Iterable[Entry], left_at: int | None = None
) -> tuple[tuple[Break, ...], ChainHead | None]:
    """Return the breaks of one whole chain given in its order, and its head (None when empty).

    `left_at`: the place up to which it was written here, before a restore. What stands behind it
    came back from the server, which doesn't tell everything and may not have got everything: a
    place that is missing there is no break.
    """
    head: ChainHead | None = None
    found: list[Break] = []
    for entry in entries:
        previous = head or ChainHead(entry.chain)
        if entry.n != previous.n + 1:
            if left_at is None or previous.n < left_at:
                found.append(Break(entry.chain, entry.n, entry.uid, "gap"))
        elif entry.prev_hash != previous.hash:
            found.append(Break(entry.chain, entry.n, entry.uid, "link"))
        if entry.hash != header_hash(entry):
            found.append(Break(entry.chain, entry.n, entry.uid, "hash"))
        head = entry.head()
    return tuple(found), head

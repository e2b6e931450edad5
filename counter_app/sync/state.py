"""How the wire stands, for the chip (SYNC §5): one frozen value of counts and the last round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from counter_app.domain.errors import CounterError
from counter_app.domain.retry import Breaker, Trouble
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.sync.clock import Offset


class Chip(Enum):
    """What the one chip says; the more urgent wins."""

    ALL_SENT = "all_sent"
    SENDING = "sending"
    OFFLINE = "offline"
    UNCONFIRMED = "unconfirmed"
    ATTENTION = "attention"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class SyncState:
    """How the wire stands.

    `count`: the chip's number. `to_send`, `unconfirmed`, `in_need`: own entries that wait, that the
    server may have without our knowing, that need an officer. `oldest`: when the oldest of them was
    made. `error` with `facts`: the code of what went wrong last, "" for nothing; `since` when.
    `files`: how many scanned papers wait for the province, and how many of their bytes.
    `last_round`: when the last whole round ended. `changed`: entries of others that came.
    `order`: "drain" or "wipe" while the province takes this machine back, "replaced" when another
    takes its place, else "".
    `next_try`: when the server is asked again after a try in vain, None while nothing is wrong. It
    moves with each try and says nothing new of the wire, so two states that differ in it are equal.
    """

    chip: Chip = Chip.ALL_SENT
    count: int = 0
    to_send: int = 0
    unconfirmed: int = 0
    in_need: int = 0
    oldest: datetime | None = None
    error: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    since: datetime | None = None
    last_round: datetime | None = None
    offset: Offset | None = None
    changed: int = 0
    files: tuple[int, int] = (0, 0)
    order: str = ""
    next_try: datetime | None = field(default=None, compare=False)


def state_of(
    counts: QueueCounts,
    breaker: Breaker,
    *,
    error: CounterError | None = None,
    since: datetime | None = None,
    last_round: datetime | None = None,
    offset: Offset | None = None,
    changed: int = 0,
    files: tuple[int, int] = (0, 0),
    order: str = "",
) -> SyncState:
    """Return the state to be shown. Being offline is normal: what needs a hand comes first."""
    chip, count = _chip(counts, breaker)
    return SyncState(
        chip=chip,
        count=count,
        to_send=counts.to_send,
        unconfirmed=counts.unknown,
        in_need=counts.in_need,
        oldest=counts.oldest_in_need if chip is Chip.ATTENTION else counts.oldest,
        error=error.code if error else "",
        facts=dict(error.facts) if error else {},
        since=since,
        last_round=last_round,
        offset=offset,
        changed=changed,
        files=files,
        order=order,
        next_try=breaker.due if breaker.is_open else None,
    )


def _chip(counts: QueueCounts, breaker: Breaker) -> tuple[Chip, int]:
    if breaker.trouble is Trouble.HELD:
        return Chip.STOPPED, counts.to_send
    if counts.in_need:
        return Chip.ATTENTION, counts.in_need
    if breaker.trouble is Trouble.NOBODY:
        return Chip.OFFLINE, counts.to_send
    if counts.unknown and breaker.is_open:
        return Chip.UNCONFIRMED, counts.unknown
    if counts.to_send:
        return Chip.SENDING, counts.to_send
    return Chip.ALL_SENT, 0

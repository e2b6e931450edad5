"""Taking in what the feed tells: entries, and dossiers that the server took away.

A faulty server must not empty a counter: when it takes away more than a few dossiers in a day,
none of them is hidden until a supervisor has looked (SYNC §2, tombstones).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.contract.bodies import read_body
from counter_app.contract.entries import WireEntry
from counter_app.contract.feed import FeedChange
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.serials import NUMBERED, serial_of
from counter_app.domain.errors.store import EntryNotWholeError, ForkedChainError
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.store.feed.tombstones import HELD, HIDDEN
from counter_app.store.transaction import Transaction

FEW = 3
"""So many dossiers a day may go at any office, however small."""

MANY = 20
"""More than so many a day are never hidden without a supervisor."""

SHARE = 20
"""More than one in so many of the dossiers known here neither."""

DAY = timedelta(hours=24)

_NUMBERED = {each.value for each in NUMBERED}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a page brought: entries that were news, of unknown kinds, and uids of false ones."""

    changed: int = 0
    unreadable: int = 0
    forged: tuple[str, ...] = ()


def take(tx: Transaction, changes: Iterable[FeedChange], now: datetime) -> Taken:
    """Take changes in, each for itself."""
    changed = unreadable = 0
    forged: list[str] = []
    for change in changes:
        try:
            changed += _take_in(tx, change, now)
        except (EntryNotWholeError, ForkedChainError):
            forged.append(change.entry.uid if change.entry else "")
        except ValueError:
            unreadable += 1
    return Taken(changed, unreadable, tuple(forged))


def hide_or_hold(tx: Transaction, now: datetime, *, first: bool) -> int:
    """Decide of what the server took away; return how many dossiers are held back.

    `first`: the machine reads the feed for the first time, so that nothing was shown here before.
    """
    waiting = tx.tombstones.waiting()
    if not waiting:
        return 0
    recent = tx.tombstones.hidden_since(now - DAY)
    known = tx.tombstones.known() + recent
    most = max(FEW, min(MANY, known // SHARE))
    if not first and len(waiting) + recent > most:
        held = set(tx.tombstones.held())
        tx.tombstones.decide((each for each in waiting if each not in held), HELD, now)
        return len(waiting)
    tx.tombstones.decide(waiting, HIDDEN, now)
    return 0


def _take_in(tx: Transaction, change: FeedChange, now: datetime) -> bool:
    """Take one change in; return whether it was news. ValueError: a kind that we don't know."""
    wire = change.entry
    if wire is None:
        if change.dossier is not None:
            tx.tombstones.see(change.dossier, change.server_version, now, change.reason)
        return False
    outcome = Outcome(State.ACCEPTED, change.server_version, change.flags)
    is_news = tx.journal.take_in(wire.entry(), wire.body.encode("utf-8"), outcome)
    if is_news and wire.kind in _NUMBERED:
        _count(tx, wire)
    if change.dossier is not None:
        is_news |= tx.tombstones.lift(change.dossier, change.server_version)
    return is_news


def _count(tx: Transaction, wire: WireEntry) -> None:
    """Note which running numbers stand on papers: this may be the machine that replaces a dead one.

    Its own counter's papers are known to it from nowhere else; another counter's do no harm.
    """
    body = read_body(Kind(wire.kind), wire.body)
    if (serial := serial_of(body, wire.occurred_at)) is not None:
        tx.numbers.serial_used(serial.book, serial.year, serial.number)

"""Tình trạng dữ liệu: what waits for the server, what it took, numbers, copies, the clock."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from counter_app import __version__
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.number_block import NumberBlock
from counter_app.domain.enrolment import MIN_VERSION, RESTORED, RestoredFrom
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import State
from counter_app.domain.journal.queue_item import (
    ItemProblem,
    ItemState,
    QueueItem,
    item_state,
    next_action,
)
from counter_app.domain.plain import from_plain
from counter_app.services.counter.workplace import CLOCK, Workplace
from counter_app.services.keeping.second_journal import SecondCopy
from counter_app.services.keeping.store_care import Checked, Copied, last_check, last_copy
from counter_app.store.subjects.deliveries import QueueCounts, Queued
from counter_app.store.subjects.files import FileCounts
from counter_app.store.transaction import Transaction

SHOWN = 500
DAY_CHECK = "day_check"
"""Where the sync keeps how a day compared: `turn`, `day`, `at`, `ours`, `theirs`, `same`."""

ACCEPTED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class NumbersLeft:
    """The granted numbers.

    `left` of `granted` today, and what is left of each of today's blocks (`ranges`, both ends
    included); `until`: the last day, without a gap on a working day before it, that has numbers
    (None when today has none); `working_days`: how many working days that are, today included.
    """

    left: int = 0
    granted: int = 0
    ranges: tuple[tuple[int, int], ...] = ()
    until: date | None = None
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class ClockState:
    """The clock: its quality now, the server's time minus ours, and when that was measured.

    `offset` and `measured_at` are None before the first contact; the measure is of the last one.
    """

    quality: ClockQuality
    offset: timedelta | None = None
    measured_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DayCompared:
    """How a day compared with the server's: how many dossiers each has, and whether all is equal.

    With equal counts it is how far some dossier has come that differs.
    """

    day: date
    at: datetime
    ours: int
    theirs: int
    same: bool


@dataclass(frozen=True, slots=True)
class DataState:
    """How the data of this machine stand.

    `items` is the queue, oldest first, at most `SHOWN`; `counts` counts all of it, `dossiers` those
    that it is about. `accepted` are the newest answered ones, newest first. `second`: how the
    second journal stands, None when none is kept. `files`: scanned papers on their way to
    the province. `restored`: why the store was found to be set back or moved (`Standing.why`),
    "" when it wasn't or the server was asked since. `day`: how a day last compared with the
    server's. `held_deletions`: dossiers that the server took away, too many at once, so that a
    supervisor must look, `held_since` since when; `may_decide`: whoever asks is one.
    `wanted_program`: the oldest version that the province wants to see, "" when this one is not
    older.
    """

    items: tuple[QueueItem, ...]
    accepted: tuple[QueueItem, ...]
    counts: QueueCounts
    dossiers: int
    numbers: NumbersLeft
    clock: ClockState
    encrypted: bool
    flagged: tuple[QueueItem, ...] = ()
    check: Checked | None = None
    copy: Copied | None = None
    second: SecondCopy | None = None
    files: FileCounts = field(default_factory=FileCounts)
    restored: str = ""
    day: DayCompared | None = None
    held_deletions: int = 0
    held_since: datetime | None = None
    may_decide: bool = False
    wanted_program: str = ""

    @property
    def total(self) -> int:
        """How many entries the server hasn't taken."""
        return self.counts.to_send + self.counts.in_need

    @property
    def last_contact(self) -> datetime | None:
        """When the server was last heard; None when it never was."""
        return self.clock.measured_at


def data_state(
    workplace: Workplace, accepted: int = ACCEPTED_SHOWN, *, supervises: bool = False
) -> DataState:
    """Return how the data stand now, read in one transaction.

    `supervises`: for who looks after what the server marked, at all counters of the office.
    """
    moment = workplace.clock.now()
    today = vietnam_time(moment.at).date()
    with workplace.store.reading() as tx:
        blocks = tx.numbers.blocks(workplace.enrolment.centre, today)
        return DataState(
            items=_items(tx.deliveries.listing(SHOWN), moment.at),
            accepted=tuple(_item(row) for row in tx.deliveries.lately_accepted(accepted)),
            counts=tx.deliveries.counts(),
            dossiers=tx.deliveries.dossiers_waiting(),
            numbers=_numbers(workplace, blocks, today),
            clock=_clock(tx, moment.quality),
            encrypted=workplace.store.is_encrypted,
            flagged=tuple(_item(row) for row in tx.deliveries.flagged()) if supervises else (),
            check=last_check(tx),
            copy=last_copy(tx),
            second=workplace.second_copy(),
            files=tx.files.on_the_way(),
            restored=restored_why(tx),
            day=_day(tx),
            held_deletions=len(tx.tombstones.held()),
            held_since=tx.tombstones.held_since(),
            may_decide=supervises,
            wanted_program=_wanted(tx),
        )


def restored_why(tx: Transaction) -> str:
    """Return why the store was found to be set back or moved; "" when the server was asked."""
    left = tx.setup.get(RESTORED)
    return from_plain(RestoredFrom, left).why if left is not None else ""


def _items(rows: Iterable[Queued], now: datetime) -> tuple[QueueItem, ...]:
    before: dict[str, Kind] = {}
    items = []
    for row in rows:
        lane = row.dossier or row.code
        items.append(_item(row, before.get(lane) if lane else None, now))
        if lane:
            before[lane] = row.kind
    return tuple(items)


def _item(row: Queued, behind: Kind | None = None, now: datetime | None = None) -> QueueItem:
    state = item_state(row.state, flagged=bool(row.flags), behind=behind is not None)
    rests = now is not None and row.next_try_at is not None and row.next_try_at > now
    answered = row.receipt.split(" ")[0] if row.state is State.ACCEPTED else ""
    return QueueItem(
        uid=row.uid,
        at=row.since,
        kind=row.kind,
        state=state,
        action=next_action(state, rests=rests),
        dossier=row.dossier,
        code=row.code,
        applicant=row.applicant,
        attempts=row.attempts,
        next_try_at=row.next_try_at,
        answered_at=datetime.fromisoformat(answered) if answered else None,
        behind=behind if state is ItemState.BEHIND else None,
        problem=_problem(row.problem) if row.problem else None,
        flags=row.flags,
    )


def _problem(text: str) -> ItemProblem:
    """Return what is kept beside an entry as JSON; anything else is taken for a bare code."""
    try:
        plain = json.loads(text)
        errors = plain.get("errors") or ()
        fields = tuple(str(each["pointer"]) for each in errors)
        return ItemProblem(str(plain.get("type", "")), str(plain.get("detail") or ""), fields)
    except (ValueError, AttributeError, KeyError, TypeError):
        return ItemProblem(text)


def _numbers(workplace: Workplace, blocks: tuple[NumberBlock, ...], today: date) -> NumbersLeft:
    device = [block for block in blocks if block.device == workplace.enrolment.device]
    here = [block for block in device if block.day == today]
    days = {block.day for block in device if block.left > 0}
    reference = workplace.reference
    worked = working_time(reference.calendar, reference.policy.hours)
    until, count, day = None, 0, today
    last = max(days, default=None)
    while last is not None and day <= last and (day in days or not worked.is_working_day(day)):
        if day in days:
            until = day
            count += worked.is_working_day(day)
        day += timedelta(days=1)
    return NumbersLeft(
        left=sum(block.left for block in here),
        granted=sum(block.last - block.first + 1 for block in here),
        ranges=tuple((block.next, block.last) for block in here if block.left > 0),
        until=until,
        working_days=count,
    )


def _day(tx: Transaction) -> DayCompared | None:
    kept = tx.setup.get(DAY_CHECK)
    if not isinstance(kept, dict):
        return None
    return DayCompared(
        date.fromisoformat(str(kept["day"])),
        datetime.fromisoformat(str(kept["at"])),
        int(str(kept["ours"])),
        int(str(kept["theirs"])),
        kept["same"] is True,
    )


def _wanted(tx: Transaction) -> str:
    wanted = tx.setup.get(MIN_VERSION)
    if not isinstance(wanted, str) or _ordered(wanted) <= _ordered(__version__):
        return ""
    return wanted


def _ordered(version: str) -> tuple[int, ...]:
    """Return a version so that later ones are greater; what isn't a number counts for nothing."""
    parts = (re.match(r"[0-9]{1,9}", part) for part in version.split("."))
    return tuple(int(part[0]) if part else 0 for part in parts)


def _clock(tx: Transaction, quality: ClockQuality) -> ClockState:
    kept = tx.setup.get(CLOCK)
    if not isinstance(kept, dict):
        return ClockState(quality)
    offset = timedelta(milliseconds=int(str(kept["offset_ms"])))
    return ClockState(quality, offset, datetime.fromisoformat(str(kept["at"])))

"""Number blocks (dải số): the server grants them, the counter uses them, also offline (SYNC §3).

A paper's number always comes from a granted block of its own day. `near` blocks are of today and of
the low part, topped up while there is a line, so that numbers stay almost in order; `far` blocks of
the high part are kept for outages, for every calendar day of the next fifteen.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Lane(Enum):
    """Whether a block is for now or for an outage."""

    NEAR = "near"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """A granted range of numbers of one day; `first` and `last` are both included.

    `next` is the first number that no paper bears yet; `next == last + 1` when it is used up.
    """

    id: str
    agency: str
    day: date
    first: int
    last: int
    next: int
    lane: Lane
    device: str
    epoch: int
    width: int = 4

    @property
    def left(self) -> int:
        """How many numbers are left."""
        return self.last - self.next + 1

    def after_taking(self) -> NumberBlock:
        """Return the block after its `next` number was taken. Raises ValueError when used up."""
        if self.left < 1:
            raise ValueError("the block is used up")
        return dataclasses.replace(self, next=self.next + 1)


@dataclass(frozen=True, slots=True)
class NumberPolicy:
    """How many numbers a counter holds: data of the province."""

    near_size: int = 10
    near_low_water: int = 5
    far_days: int = 15
    peak_day: int = 10
    far_minimum: int = 20
    far_day_off: int = 5

    def far_size(self, *, works: bool) -> int:
        """Return the size of a far block: twice the peak day; few on days off."""
        return max(self.far_minimum, 2 * self.peak_day) if works else self.far_day_off


@dataclass(frozen=True, slots=True)
class BlockWish:
    """What the counter asks for: so many numbers of one day and lane."""

    agency: str
    day: date
    lane: Lane
    size: int


def choose(blocks: Iterable[NumberBlock], agency: str, day: date) -> NumberBlock | None:
    """Return the block of the next number of `day`: near first, then far, low first."""
    usable = [
        block for block in blocks if block.agency == agency and block.day == day and block.left > 0
    ]
    return min(usable, key=lambda block: (block.lane is Lane.FAR, block.next), default=None)


def wishes(
    blocks: Collection[NumberBlock],
    agency: str,
    today: date,
    policy: NumberPolicy,
    days_off: Collection[date] = (),
) -> tuple[BlockWish, ...]:
    """Return what is missing: near numbers for today, a far block for each of the next days."""
    own = [block for block in blocks if block.agency == agency]
    wanted = []
    near = sum(b.left for b in own if b.lane is Lane.NEAR and b.day == today)
    if near < policy.near_low_water:
        wanted.append(BlockWish(agency, today, Lane.NEAR, policy.near_size))
    for ahead in range(policy.far_days + 1):
        day = today + timedelta(days=ahead)
        if not any(b.day == day and b.lane is Lane.FAR for b in own):
            size = policy.far_size(works=day not in days_off)
            wanted.append(BlockWish(agency, day, Lane.FAR, size))
    return tuple(wanted)

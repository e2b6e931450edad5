"""Bulk finishing (làm dồn): many acts written at one go, of dossiers that didn't come together.

A pile that is scanned at one go is the normal case: its papers lay together before. What is listed
is the other one: the work was done on different days, and written when somebody asked for figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LEAST = 10
"""Fewer acts are no run."""

WITHIN = timedelta(minutes=10)
"""So close together stand `LEAST` acts of a run."""


@dataclass(frozen=True, slots=True)
class Act:
    """One finishing act: the dossier it belongs to, and when it was written.

    `told`: the officer said when it was really done. `alone`: a result that was handed to a
    citizen; citizens come one by one, so such acts are never a pile.
    """

    at: datetime
    dossier: str
    told: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Handled:
    """An act of a run with the moment of the dossier's act before that run; None for none."""

    act: Act
    before: datetime | None


def runs(acts: Sequence[Act]) -> tuple[tuple[Act, ...], ...]:
    """Return the stretches of one officer's `acts` (in order of time) that are dense enough."""
    found: list[list[int]] = []
    for first in range(len(acts) - LEAST + 1):
        last = first + LEAST - 1
        if acts[last].at - acts[first].at > WITHIN:
            continue
        if found and first <= found[-1][1]:
            found[-1][1] = last
        else:
            found.append([first, last])
    return tuple(tuple(acts[first : last + 1]) for first, last in found)


def gathered(run: Sequence[Handled], day_of: Callable[[datetime], int]) -> tuple[Handled, ...]:
    """Return the acts of a run that were gathered from different days; none when it is a pile.

    `day_of` numbers the days that are worked. What has no act before the run began and ended in it
    (a result at once) and is left out. Dossiers whose acts before lie on one day or two days that
    follow each other moved together: `LEAST` of them, or half of what is left, are a pile and left
    out. What remains is bulk when it is still `LEAST` acts, with those that are never a pile.
    """
    known = [each for each in run if each.before is not None]
    alone = [each for each in known if each.act.alone]
    left = [(day_of(each.before), each) for each in known if not each.act.alone and each.before]
    while left and len(left) + len(alone) >= LEAST:
        days = [day for day, _ in left]
        best, size = max(
            ((day, sum(day <= each <= day + 1 for each in days)) for day in sorted(set(days))),
            key=lambda found: found[1],
        )
        if size < LEAST and size * 2 < len(left):
            break
        left = [(day, each) for day, each in left if not best <= day <= best + 1]
    bulk = [*alone, *(each for _, each in left)]
    return tuple(sorted(bulk, key=lambda each: each.act.at)) if len(bulk) >= LEAST else ()


def worked_days(first: date, last: date, works: Callable[[date], bool]) -> tuple[date, ...]:
    """Return the days from `first` to `last` that are worked."""
    days = ((first + timedelta(days=ahead)) for ahead in range((last - first).days + 1))
    return tuple(day for day in days if works(day))

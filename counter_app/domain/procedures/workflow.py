"""Where a dossier is in its procedure's steps, against the plan (quy trình điện tử).

The counter hears who has the dossier, not each signature inside an agency: steps of one unit that
follow each other are reckoned by the working time since the dossier came there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.deadlines.working_time import WorkingTime
from counter_app.domain.procedures.work_step import WorkStep
from counter_app.domain.text import fold


class Went(Enum):
    """Where an act took a dossier."""

    CENTRE = "centre"  # lies at the Centre: received, or handed back
    UNIT = "unit"  # handed over to who decides
    DONE = "done"  # the agency's work is finished; the result is on its way, or here
    ENDED = "ended"  # returned, refused, withdrawn: nothing is left to do
    PAUSED = "paused"  # the clock stands: it waits for the citizen
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Move:
    """A dossier went somewhere. `unit` as it was written at the hand-over, "" when not known."""

    went: Went
    at: datetime
    unit: str = ""


class StepState(Enum):
    """How a step stands."""

    DONE = "done"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class StepAt:
    """A step of one dossier; by the plan it ends at `until`."""

    step: WorkStep
    state: StepState
    until: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """A dossier against its plan. `now` and `should` are places in `steps`, from 0.

    `now` is where it waits, `since` the moment at which it came to whoever has it; `should` is
    where it ought to be. `now` is None when all is done. `late` working minutes past the plan of
    the step it waits in; 0 while the citizen is waited for (`paused`).
    """

    steps: tuple[StepAt, ...]
    now: int | None
    since: datetime
    should: int
    late: int = 0
    paused: bool = False


def progress(
    steps: Sequence[WorkStep], moves: Iterable[Move], time: WorkingTime, now: datetime
) -> Progress | None:
    """Return how a dossier stands; None without steps, or before it was received.

    `moves` in the order in which they happened, the reception first.
    """
    told = list(moves)
    if not steps or not told:
        return None
    ends = _plan(steps, told, time, now)
    at, since, paused = _place(steps, told, time, now)
    should = next((place for place, end in enumerate(ends) if now <= end), len(steps) - 1)
    late = 0
    if at is not None and not paused:
        late = time.minutes_between(ends[at], now)
    shown = tuple(
        StepAt(step, _state(place, at), end)
        for place, (step, end) in enumerate(zip(steps, ends, strict=True))
    )
    return Progress(shown, at, since, should, late, paused)


def minutes_left(found: Progress, time: WorkingTime, now: datetime) -> int:
    """Return how many working minutes the plan still needs: the rest of this step, and all later.

    What lies in a unit of several steps has spent there what its earlier steps take. A step that
    takes longer than planned needs no time more of the plan, but later ones need all of theirs.
    """
    if found.now is None:
        return 0
    steps, first = [each.step for each in found.steps], found.now
    while first > 0 and steps[first - 1].unit == steps[found.now].unit:
        first -= 1
    spent = time.minutes_between(found.since, now)
    spent -= sum(step.minutes for step in steps[first : found.now])
    rest = max(0, steps[found.now].minutes - max(0, spent))
    return rest + sum(step.minutes for step in steps[found.now + 1 :])


def _state(place: int, at: int | None) -> StepState:
    if at is None or place < at:
        return StepState.DONE
    return StepState.NOW if place == at else StepState.COMING


def _plan(
    steps: Sequence[WorkStep], moves: Sequence[Move], time: WorkingTime, now: datetime
) -> list[datetime]:
    """Return when each step ends by the plan; a pause moves what ends behind its begin."""
    begin = moves[0].at
    ends, minutes = [], 0
    pauses = _pauses(moves, now)
    for step in steps:
        minutes += step.minutes
        end = time.add_minutes(begin, minutes)
        for first, last in pauses:
            if first < end:
                end = time.add_minutes(end, time.minutes_between(first, last))
        ends.append(end)
    return ends


def _pauses(moves: Sequence[Move], now: datetime) -> list[tuple[datetime, datetime]]:
    pauses, begun = [], None
    for move in moves:
        if move.went is Went.PAUSED and begun is None:
            begun = move.at
        elif move.went in (Went.RESUMED, Went.DONE, Went.ENDED) and begun is not None:
            pauses.append((begun, move.at))
            begun = None
    if begun is not None:
        pauses.append((begun, max(begun, now)))
    return pauses


def _place(
    steps: Sequence[WorkStep], moves: Sequence[Move], time: WorkingTime, now: datetime
) -> tuple[int | None, datetime, bool]:
    """Return the step in which it waits, since when it is there, and whether the clock stands."""
    at: int | None = 0
    since, paused_at, ended = moves[0].at, None, False
    for move in moves[1:]:
        ended = move.went is Went.ENDED or (ended and move.went is not Went.CENTRE)
        match move.went:
            case Went.PAUSED:
                paused_at = paused_at or move.at
            case Went.RESUMED:
                paused_at = None
            case Went.ENDED:
                since, paused_at = move.at, None
            case _:
                at, since = _after(steps, at or 0, move), move.at
                paused_at = None
    if at is None or ended:
        return None, since, False
    if paused_at is not None:
        return _inside(steps, at, since, time, paused_at), paused_at, True
    return _inside(steps, at, since, time, now), since, False


def _after(steps: Sequence[WorkStep], at: int, move: Move) -> int | None:
    later = range(at, len(steps))
    if move.went is Went.UNIT:
        named = fold(move.unit)
        same = (place for place in later if named and fold(steps[place].unit) == named)
        away = (place for place in later if steps[place].unit)
        return next(same, next(away, at))
    if move.went is Went.DONE:
        last_away = max((place for place, step in enumerate(steps) if step.unit), default=at)
        return last_away + 1 if last_away + 1 < len(steps) else None
    return next((place for place in later if not steps[place].unit), at)


def _inside(
    steps: Sequence[WorkStep], at: int, since: datetime, time: WorkingTime, now: datetime
) -> int:
    """Return the step of the same unit that its time there has reached."""
    unit, spent = steps[at].unit, time.minutes_between(since, now)
    while at + 1 < len(steps) and steps[at + 1].unit == unit and spent >= steps[at].minutes:
        if not unit and _returns(steps, at + 1):
            break
        spent -= steps[at].minutes
        at += 1
    return at


def _returns(steps: Sequence[WorkStep], place: int) -> bool:
    """Tell whether a step of the Centre comes after an agency's work: it is never reckoned so."""
    return place == len(steps) - 1 and not any(step.unit for step in steps[place:])

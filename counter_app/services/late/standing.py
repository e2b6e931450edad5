"""Three lists: what will be late, what is late, what is late without a letter of apology.

A letter counts when it was written under the promise that is in force: the law wants it a day
before the due time, and one that came after it tells the citizen as well. When the promise moves,
the citizen was promised something else, and an older letter says nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.dates import to_minute, vietnam_time
from counter_app.domain.deadlines.tail import Stage, needed_minutes, will_be_late
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.problems import Problem, doubt
from counter_app.domain.procedures.workflow import minutes_left, progress
from counter_app.domain.reports.period import Period
from counter_app.services.counter.reference import Reference
from counter_app.services.counter.workplace import Workplace
from counter_app.services.workflow.timeline import moves_of_open
from counter_app.store.reports.late import Apology, OpenLine, apologies, open_lines
from counter_app.store.reports.office.open_dossiers import of_lines
from counter_app.store.transaction import Transaction

MOST = 5_000
"""So many open dossiers with a promise are looked at, those that are due first."""

Plan = Callable[[DossierLine], int | None]
"""How many working minutes the internal process of a dossier still needs; None: it has none."""


@dataclass(frozen=True, slots=True)
class LateDossier:
    """A dossier that is late, or will be.

    `days`: whole working days past the promise, or up to it; `needed` and `left`: working minutes
    of the rest of the work and up to the promise (0 when late). `letters` counts those that were
    recorded, `letter` is the newest under the promise in force. `expected` is the day that the
    calendar proposes, `doubt` why it is only an estimate. `finished_at`: its result is there.
    """

    line: DossierLine
    agency: str
    days: int
    needed: int
    left: int
    expected: date
    letters: int = 0
    letter: Apology | None = None
    finished_at: datetime | None = None
    doubt: Problem | None = None


@dataclass(frozen=True, slots=True)
class LateStand:
    """The lists at a moment. `without` are those of `late`, and of late results, with no letter."""

    will: tuple[LateDossier, ...] = ()
    late: tuple[LateDossier, ...] = ()
    without: tuple[LateDossier, ...] = ()

    @property
    def without_by_agency(self) -> tuple[tuple[str, int], ...]:
        """Return how many wait for a letter, by the agency's name; the target is 0 everywhere."""
        return tuple(sorted(Counter(each.agency for each in self.without).items()))


def late_stand(
    workplace: Workplace, period: Period | None = None, plan: Plan | None = None
) -> LateStand:
    """Return the lists as of now; with a `period` only what is promised for its days.

    `plan` None: by the steps of each dossier's procedure, where it has any.
    """
    now, reference = vietnam_time(workplace.clock.now().at), workplace.reference
    worked = working_time(reference.calendar, reference.policy.hours)
    with workplace.store.reading() as tx:
        connection = tx.lives.connection
        found = [each for each in open_lines(connection, MOST) if _is_asked(each, period)]
        plan = plan or plan_of(reference, tx, [each.line for each in found], worked, now)
        will, late = [], []
        for each in found:
            due = each.line.due_at
            assert due is not None  # only what has a promise was asked for
            if each.finished_at is not None or to_minute(now) > to_minute(due):
                late.append(each)
            elif will_be_late(*_left_and_needed(reference, worked, each.line, now, plan)):
                will.append(each)
        letters = apologies(connection, [each.line.uid for each in (*will, *late)])

    def of(each: OpenLine) -> LateDossier:
        told = letters.get(each.line.uid, ())
        return _late(reference, worked, each, now, plan, told)

    lates = tuple(map(of, late))
    return LateStand(
        will=tuple(map(of, will)),
        late=tuple(each for each in lates if each.finished_at is None),
        without=tuple(each for each in lates if each.letter is None),
    )


def plan_of(
    reference: Reference,
    tx: Transaction,
    lines: Sequence[DossierLine],
    worked: WorkingTime,
    now: datetime,
) -> Plan:
    """Return what the internal process of each of these dossiers still needs, read in one go."""
    planned = {each.code for each in reference.procedures.procedures if each.steps}
    of_plan = [line for line in lines if line.procedure in planned]
    needed: dict[str, int] = {}
    for each in of_lines(tx.lives.connection, of_plan):
        procedure = reference.procedures.with_version(each.procedure, each.version)
        if procedure is None or not procedure.steps:
            continue
        stands = progress(procedure.steps, moves_of_open(each), worked, now)
        if stands is not None:
            needed[each.uid] = minutes_left(stands, worked, now)
    return lambda line: needed.get(line.uid)


def letter_under(promise: datetime | None, letters: tuple[Apology, ...]) -> Apology | None:
    """Return the newest letter that was written under this promise, None when there is none."""
    return next((each for each in reversed(letters) if each.due_at == promise), None)


def expected_on(
    reference: Reference, now: datetime, due: datetime, needed: int
) -> tuple[date, Problem | None]:
    """Return the day that is proposed as new, and why it is an estimate (None: it isn't).

    The working day after the one on which the rest of the work would end, begun now; always after
    the day of the promise. A year whose days off weren't announced yet is an estimate.
    """
    worked = working_time(reference.calendar, reference.policy.hours)
    ready = worked.add_minutes(now, needed).date()
    day = worked.next_working_day(max(ready, vietnam_time(due).date()))
    if reference.calendar.is_approved(day.year):
        return day, None
    return day, doubt("late_year_estimated", "/expected_on", year=day.year)


def agency_of(reference: Reference, code: str) -> str:
    """Return the name of an agency; an unknown one keeps its code."""
    found = reference.agencies.with_code(code)
    return found.name if found else code


def days_late(worked: WorkingTime, due: datetime, until: datetime) -> int:
    """Return the working days from the due day to that moment; late within its day is 0."""
    return worked.working_days_between(vietnam_time(due).date(), vietnam_time(until).date())


def _is_asked(each: OpenLine, period: Period | None) -> bool:
    due = each.line.due_at
    if period is None or due is None:
        return due is not None
    return period.first <= vietnam_time(due).date() <= period.last


def _left_and_needed(
    reference: Reference, worked: WorkingTime, line: DossierLine, now: datetime, plan: Plan
) -> tuple[int, int]:
    due = line.due_at
    assert due is not None
    stage = Stage.AT_AGENCY if line.unit else Stage.AT_COUNTER
    whole = worked.minutes_between(line.received_at, due)
    half_day = reference.policy.hours.hours_per_day * 30
    needed = needed_minutes(whole, stage, half_day, plan(line))
    return worked.minutes_between(now, due), needed


def _late(
    reference: Reference,
    worked: WorkingTime,
    each: OpenLine,
    now: datetime,
    plan: Plan,
    letters: tuple[Apology, ...],
) -> LateDossier:
    line, due = each.line, each.line.due_at
    assert due is not None
    left, needed = _left_and_needed(reference, worked, line, now, plan)
    until = each.finished_at or now
    day, why = expected_on(reference, now, due, 0 if each.finished_at else needed)
    return LateDossier(
        line=line,
        agency=agency_of(reference, line.agency),
        days=days_late(worked, due, until) if until > due else days_late(worked, now, due),
        needed=needed,
        left=left,
        expected=day,
        letters=len(letters),
        letter=letter_under(line.due_at, letters),
        finished_at=each.finished_at,
        doubt=why,
    )

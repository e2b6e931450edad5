"""A paper's check code: which report it was, and whether the journal says the same today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.officers.roles import Act
from counter_app.domain.problems import Problem, false
from counter_app.domain.reports.handed_out import HandedOut, read_code, read_handed_out
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import ReportSheet, check_code
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.log import names
from counter_app.services.officers.permits import require
from counter_app.services.reports.asked import Report
from counter_app.services.reports.making import make_report
from counter_app.services.reports.shelf import report
from counter_app.store.views.day_acts import ActRow

_UNIT = ":"
"""Behind it a sheet's name says whose it is: one unit's part of a report."""

_MOST = 200
"""Entries that may name one code: the same sheet printed and saved over and over."""


class Verdict(Enum):
    """What the journal says today of a report that once left."""

    SAME = "same"  # made now, every figure is the same
    CHANGED = "changed"  # figures differ: entries came after it
    GONE = "gone"  # this program doesn't make that report any more


@dataclass(frozen=True, slots=True)
class Leaving:
    """One time that the report left: when, who did it, at which counter, as what."""

    at: datetime
    officer: str
    counter: str
    file: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of a check code. `leavings` are the newest first, one at least.

    `now` is the sheet made now, None when the report is gone; `later` how many entries the journal
    has more than then.
    """

    handed_out: HandedOut
    leavings: tuple[Leaving, ...]
    verdict: Verdict
    now: ReportSheet | None = None
    later: int = 0


def prove(workplace: Workplace, session: Session, typed: str) -> Proof | Problem:
    """Return what the log and the journal say of the check code `typed` from a paper.

    A code that this counter's log doesn't know may be another counter's, or mistyped, or stand on
    a paper whose figures were changed by hand. Raises NotPermittedError, and what the store does.
    """
    require(workplace, session, Act.SEE_REPORTS)
    code = read_code(typed)
    if code is None:
        return false("check_code_unreadable", text=typed.strip())
    with workplace.store.reading() as tx:
        rows = tx.day_acts.latest(date.min, date.max, (Kind.EXPORTED,), about=code, limit=_MOST)
        name_of = names(workplace, tx)
    found = [(row, told) for row in rows if (told := _told(row)) is not None and told.code == code]
    if not found:
        return false("check_code_unknown", code=code)
    leavings = tuple(
        Leaving(row.entry.occurred_at, name_of(row.entry.officer), row.entry.counter, _file(row))
        for row, _ in found
    )
    told = found[0][1]
    try:
        made = report(told.name.partition(_UNIT)[0])
    except KeyError:
        return Proof(told, leavings, Verdict.GONE)
    today = period_of(Step.DAY, vietnam_time(workplace.clock.now().at).date())
    whole = make_report(workplace, session, made, told.period or today)
    now = _part(made, whole, told.name)
    if now is None:
        return Proof(told, leavings, Verdict.GONE)
    then = replace(now, standing=replace(now.standing, position=told.position))
    verdict = Verdict.SAME if check_code(then) == code else Verdict.CHANGED
    return Proof(told, leavings, verdict, now, now.standing.position - told.position)


def _part(made: Report, whole: ReportSheet, name: str) -> ReportSheet | None:
    """Return the sheet called `name`: the whole one, or one unit's of it; None when it is gone."""
    if name == whole.name:
        return whole
    if made.of_row is None:
        return None
    parts = (made.of_row(whole, place) for place in range(len(whole.rows)))
    return next((part for part in parts if part is not None and part.name == name), None)


def _told(row: ActRow) -> HandedOut | None:
    return read_handed_out(row.body.what) if isinstance(row.body, Exported) else None


def _file(row: ActRow) -> str:
    return row.body.format if isinstance(row.body, Exported) else ""

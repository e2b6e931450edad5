"""What a report is made of: the store as it stands, the books, the span of days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.dates import vietnam_time
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.reports.period import Period, Step
from counter_app.domain.reports.sheet import Drill, ReportSheet, Standing
from counter_app.services.counter.reference import Reference
from counter_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: read everything in `tx`, and nothing else; `standing` goes onto the sheet."""

    tx: Transaction
    reference: Reference
    enrolment: Enrolment
    period: Period
    now: datetime
    standing: Standing

    @property
    def today(self) -> date:
        """Return the office's date."""
        return vietnam_time(self.now).date()

    def officer_name(self, identifier: str) -> str:
        """Return the name of an officer; who isn't in the list any more keeps the id."""
        found = self.reference.officers.with_id(identifier)
        return found.name if found else identifier

    def agency_name(self, code: str) -> str:
        """Return the name of an agency; an unknown one keeps its code."""
        found = self.reference.agencies.with_code(code)
        return found.name if found else code


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `title` stands in the list of reports, in its `group`.

    `make` counts it; `behind` returns the uids of the dossiers behind one of its numbers. `steps`
    are the periods that it can be asked for, the first is offered; none: it is as of now. `of_row`
    returns the sheet of one row's unit by itself, None for a row that has none: its name begins
    with this report's and a colon.
    """

    name: str
    group: str
    title: str
    make: Callable[[Asked], ReportSheet]
    behind: Callable[[Asked, Drill], tuple[str, ...]]
    steps: tuple[Step, ...] = (
        Step.MONTH,
        Step.DAY,
        Step.WEEK,
        Step.QUARTER,
        Step.HALF,
        Step.YEAR,
        Step.SPAN,
    )
    of_row: Callable[[ReportSheet, int], ReportSheet | None] | None = None


def none_behind(_: Asked, __: Drill) -> tuple[str, ...]:
    """Return no dossier: for a report whose numbers have none behind them."""
    return ()

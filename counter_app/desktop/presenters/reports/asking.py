"""The span of days that a report is asked for: steps, one back, one on, two typed days."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.reports.reports_state import SpanShown
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.problems import Problem
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.i18n import tr
from counter_app.services.reports.asked import Report
from counter_app.wording.sentences import problem_words


class AskedPeriod:
    """What the controls say. A day that can't be meant changes nothing but the words beside it."""

    def __init__(self, today: date) -> None:
        self.period = period_of(Step.MONTH, today)
        self._first, self._last = self._typed(self.period)
        self._first_problem = self._last_problem = ""

    def suit(self, report: Report, today: date) -> None:
        """Take a length that the report can be asked for; the days stay as near as they can."""
        if not report.steps:
            self._take(period_of(Step.DAY, today))
        elif self.period.step not in report.steps:
            self._take(period_of(report.steps[0], min(self.period.last, today)))

    def step_to(self, step: Step, today: date) -> None:
        """Take another length, about the same days."""
        last = min(self.period.last, today)
        if step is Step.SPAN:
            self._take(Period(min(self.period.first, last), last))
        else:
            self._take(period_of(step, last))

    def move(self, by: int, today: date) -> bool:
        """Go one period back (-1) or on (+1); False where that would begin after today."""
        if by > 0 and not self.can_go_on(today):
            return False
        self._take(self.period.after() if by > 0 else self.period.before())
        return True

    def can_go_on(self, today: date) -> bool:
        """Tell whether the period that follows has begun."""
        return self.period.last < today

    def type_first(self, text: str, today: date) -> bool:
        """Take a first day; True when the period is another one now."""
        self._first = text
        return self._read(today)

    def type_last(self, text: str, today: date) -> bool:
        """Take a last day; True when the period is another one now."""
        self._last = text
        return self._read(today)

    @property
    def shown(self) -> SpanShown | None:
        """Return the two days; None when the step says the days."""
        if self.period.step is not Step.SPAN:
            return None
        return SpanShown(self._first, self._last, self._first_problem, self._last_problem)

    def _read(self, today: date) -> bool:
        first, last = parse_date(self._first, today), parse_date(self._last, today)
        self._first_problem = problem_words(first) if isinstance(first, Problem) else ""
        self._last_problem = problem_words(last) if isinstance(last, Problem) else ""
        if isinstance(first, Problem) or isinstance(last, Problem):
            return False
        if first > today:
            self._first_problem = tr("Ngày này chưa đến.")
            return False
        if last < first:
            self._last_problem = tr("Ngày cuối đứng trước ngày đầu.")
            return False
        before = self.period
        self._take(Period(first, last))
        return self.period != before

    def _take(self, period: Period) -> None:
        self.period = period
        self._first, self._last = self._typed(period)
        self._first_problem = self._last_problem = ""

    @staticmethod
    def _typed(period: Period) -> tuple[str, str]:
        return shown_date(period.first), shown_date(period.last)

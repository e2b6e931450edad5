"""The dossiers that targets are counted of: read once, asked for again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.services.reports.asked import Asked
from counter_app.store.reports.targets import Tally, processed_tallies, received_tallies

_MONTHS = 12
_Read = Callable[..., Iterator[Tally]]


class Stock:
    """Dossiers by month. `whole`: a span of whole months that is read at once."""

    def __init__(self, asked: Asked, whole: Period | None = None) -> None:
        self._asked = asked
        self._whole = whole
        targets = asked.reference.targets.targets
        self._agencies = any(each.scope.between_agencies for each in targets)
        self._read: dict[tuple[_Read, Period], tuple[Tally, ...]] = {}

    def received(self, period: Period, *, each: bool = False) -> Sequence[Tally]:
        """Return what was received in a period; `each`: every dossier by itself."""
        return self._of(received_tallies, period, each=each)

    def processed(self, period: Period, *, each: bool = False) -> Sequence[Tally]:
        """Return what was processed in a period; `each`: every dossier by itself."""
        return self._of(processed_tallies, period, each=each)

    @staticmethod
    def year_to(month: str, months: int) -> Period:
        """Return so many months, up to the end of the month "2026-11"."""
        last = period_of(Step.MONTH, date.fromisoformat(f"{month}-01"))
        first = last
        for _ in range(months - 1):
            first = first.before()
        return Period(first.first, last.last)

    def _of(self, read: _Read, period: Period, *, each: bool) -> Sequence[Tally]:
        if each:
            return self._fresh(read, period, each=True)
        if (read, period) not in self._read:
            months, span = self.read_as(period)
            kept = self._kept(read, span)
            some = tuple(tally for tally in kept if tally.month in months)
            self._read[read, period] = some if months else kept
        return self._read[read, period]

    def read_as(self, period: Period) -> tuple[list[str], Period]:
        """Return the months to take of a span that is read at once; none: all of it is asked."""
        whole, months = self._whole, months_of(period)
        if whole and months and whole.first <= period.first and period.last <= whole.last:
            return months, whole
        return [], period

    def _kept(self, read: _Read, period: Period) -> tuple[Tally, ...]:
        if (read, period) not in self._read:
            self._read[read, period] = self._fresh(read, period)
        return self._read[read, period]

    def _fresh(self, read: _Read, period: Period, *, each: bool = False) -> tuple[Tally, ...]:
        connection = self._asked.tx.lives.connection
        found = read(connection, period.first, period.last, agencies=self._agencies, each=each)
        return tuple(found)


def months_of(period: Period) -> list[str]:
    """Return the months ("2026-11") of a period of whole ones; none of any other."""
    months = []
    month = period_of(Step.MONTH, period.first)
    if month.first != period.first:
        return []
    while month.last <= period.last:
        months.append(month.first.isoformat()[: len("2026-11")])
        month = month.after()
    return months if months and month.first > period.last else []


def whole_year(year: int) -> Period:
    """Return a year with the eleven months before it: what its monthly averages need."""
    return Period(date(year - 1, 2, 1), date(year, _MONTHS, 31))


def compared_span(period: Period) -> Period | None:
    """Return a period of whole months with the one before it, and with the year to its end."""
    months = months_of(period)
    if not months:
        return None
    year = Stock.year_to(months[-1], _MONTHS)
    return Period(min(period.before().first, year.first), period.last)

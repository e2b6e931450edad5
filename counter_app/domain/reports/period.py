"""The span of a report (kỳ báo cáo): a day, week, month, quarter, half or whole year, any days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from counter_app.domain.dates import shown_date


class Step(Enum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"  # Monday to Sunday
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"  # 6 tháng
    YEAR = "year"
    SPAN = "span"  # from a day to a day


_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3, Step.HALF: 6, Step.YEAR: 12}
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first` to `last`, both included. Raises ValueError when they are no span."""

    first: date
    last: date
    step: Step = Step.SPAN

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.first} to {self.last}")

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """Return the period before: the step before, or as many days."""
        if self.step in _MONTHS:
            return period_of(self.step, self.first - timedelta(days=1))
        return Period(
            self.first - timedelta(days=self.days), self.first - timedelta(days=1), self.step
        )

    def after(self) -> Period:
        """Return the period that follows."""
        if self.step in _MONTHS:
            return period_of(self.step, self.last + timedelta(days=1))
        return Period(
            self.last + timedelta(days=1), self.last + timedelta(days=self.days), self.step
        )

    @property
    def words(self) -> str:
        """Return it as sheets say it: "Tháng 11/2026", "Quý IV/2026", "Từ … đến …"."""
        year = self.first.year
        match self.step:
            case Step.DAY:
                return f"Ngày {shown_date(self.first)}"
            case Step.MONTH:
                return f"Tháng {self.first.month:02d}/{year}"
            case Step.QUARTER:
                return f"Quý {_QUARTERS[(self.first.month - 1) // 3]}/{year}"
            case Step.HALF:
                half = "đầu" if self.first.month == 1 else "cuối"
                return f"6 tháng {half} năm {year}"
            case Step.YEAR:
                return f"Năm {year}"
            case _:
                return f"Từ {shown_date(self.first)} đến {shown_date(self.last)}"


def period_of(step: Step, day: date) -> Period:
    """Return the period of a length that `day` lies in; for SPAN the day itself."""
    if step in (Step.DAY, Step.SPAN):
        return Period(day, day, step)
    if step is Step.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6), step)
    months = _MONTHS[step]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    month = first.month + months
    following = date(first.year + (month > 12), (month - 1) % 12 + 1, 1)
    return Period(first, following - timedelta(days=1), step)

"""A period as it is typed, and as the log keeps it: `2026-11`, `2026-Q4`, `2026-W47`.

Also `2026`, `2026-H1` (6 tháng đầu năm), a day `2026-11-20`, and days `2026-11-01..2026-11-20`.
"""

from __future__ import annotations

import re
from datetime import date

from counter_app.domain.problems import Problem, false
from counter_app.domain.reports.period import Period, Step, period_of

_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = (
    (Step.YEAR, re.compile(_YEAR)),
    (Step.MONTH, re.compile(_YEAR + r"-(?P<part>[0-9]{1,2})")),
    (Step.QUARTER, re.compile(_YEAR + r"-Q(?P<part>[1-4])")),
    (Step.HALF, re.compile(_YEAR + r"-H(?P<part>[12])")),
    (Step.WEEK, re.compile(_YEAR + r"-W(?P<part>[0-9]{1,2})")),
)
_MONTHS = {Step.YEAR: 12, Step.MONTH: 1, Step.QUARTER: 3, Step.HALF: 6}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BETWEEN = ".."


def parse_period(text: str) -> Period | Problem:
    """Return the period that was typed, or what is wrong with it. Weeks are those of ISO 8601."""
    typed = "".join(text.split()).upper()
    if _BETWEEN in typed:
        return _span(text, *typed.split(_BETWEEN, 1))
    if _DAY.fullmatch(typed):
        day = _day(typed)
        return period_of(Step.DAY, day) if day else false("period_impossible", text=text.strip())
    for step, form in _FORMS:
        found = form.fullmatch(typed)
        if found:
            first = _first(step, int(found["year"]), int(found.groupdict().get("part") or 1))
            if first is None:
                return false("period_impossible", text=text.strip())
            return period_of(step, first)
    return false("period_unreadable", text=text.strip())


def typed_period(period: Period) -> str:
    """Return the period as it would be typed: `parse_period` gives it back."""
    first = period.first
    match period.step:
        case Step.DAY:
            return first.isoformat()
        case Step.WEEK:
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}"
        case Step.MONTH:
            return f"{first.year:04}-{first.month:02}"
        case Step.QUARTER:
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case Step.HALF:
            return f"{first.year:04}-H{1 if first.month == 1 else 2}"
        case Step.YEAR:
            return f"{first.year:04}"
        case Step.SPAN:
            return f"{first.isoformat()}{_BETWEEN}{period.last.isoformat()}"


def _span(text: str, first: str, last: str) -> Period | Problem:
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
        return false("period_unreadable", text=text.strip())
    days = _day(first), _day(last)
    if days[0] is None or days[1] is None:
        return false("period_impossible", text=text.strip())
    if days[1] < days[0]:
        return false("period_backwards", text=text.strip())
    return Period(days[0], days[1])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _first(step: Step, year: int, part: int) -> date | None:
    """Return the first day; None for a year, month or week that no calendar has."""
    if not date.min.year < year < date.max.year:
        return None
    try:
        if step is Step.WEEK:
            return date.fromisocalendar(year, part, 1)
        return date(year, (part - 1) * _MONTHS[step] + 1, 1)
    except ValueError:
        return None

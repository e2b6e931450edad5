"""A figure as a Vietnamese sheet writes it: `1.234`, `95,3 %`, `2 giờ 05 phút`.

The same words stand on the screen, on paper and in the check of a sheet's text.
"""

from __future__ import annotations

from datetime import date, datetime

from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.money import grouped
from counter_app.domain.reports.sheet import ReportSheet, Unit, Value

NOTHING = "–"
"""What stands where there is no value: nothing to count, or too few for a percentage."""

_HOUR = 60
_DAY = 24 * _HOUR
_MINUS = "−"


def said(value: Value, unit: Unit) -> str:
    """Return a value as it is written in a column of `unit`: "–" for None.

    MINUTES are minutes of the clock, so a day has 24 hours. A text or a date keeps its own form
    in whatever column it stands, as in the heading of a row.
    """
    match value:
        case None:
            return NOTHING
        case str():
            return value
        case datetime():
            return shown_moment(value)
        case date():
            return shown_date(value)
    return f"{_MINUS if value < 0 else ''}{_size(abs(value), unit)}"


def change_said(value: Value, before: Value, unit: Unit) -> str:
    """Return by how much a figure changed: `+12`, `−3`, `0`, of percentages in points: `+1,2 điểm`.

    "" where there is nothing to compare: a missing value, words, dates.
    """
    if not isinstance(value, int) or not isinstance(before, int):
        return ""
    change = value - before
    if change == 0:
        return "0"
    size = f"{_tenths(abs(change))} điểm" if unit is Unit.PERCENT else _size(abs(change), unit)
    return f"{'+' if change > 0 else _MINUS}{size}"


def remarks(sheet: ReportSheet) -> tuple[str, ...]:
    """Return what stands below a sheet that isn't paper: with what it is compared, and its notes.

    On paper the figures in brackets are explained instead.
    """
    if not sheet.compared or sheet.period is None:
        return sheet.notes
    return (f"So sánh với kỳ trước: {sheet.period.before().words}.", *sheet.notes)


def _size(figure: int, unit: Unit) -> str:
    match unit:
        case Unit.PERCENT:
            return f"{_tenths(figure)} %"
        case Unit.TENTHS:
            return _tenths(figure)
        case Unit.MINUTES:
            return _duration(figure)
        case _:
            return grouped(figure)


def _tenths(figure: int) -> str:
    whole, part = divmod(figure, 10)
    return f"{grouped(whole)},{part}"


def _duration(minutes: int) -> str:
    days, rest = divmod(minutes, _DAY)
    hours, left = divmod(rest, _HOUR)
    if days:
        return f"{grouped(days)} ngày {hours:02} giờ" if hours else f"{grouped(days)} ngày"
    if hours:
        return f"{hours} giờ {left:02} phút"
    return f"{left} phút"

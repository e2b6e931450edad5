"""The present as log-in, lock and the bars show it: `09:31`, `Thứ Ba 01/07/2025`."""

from __future__ import annotations

from datetime import date, datetime

from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.i18n import tr

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
"""From Monday, as the office's week begins."""


def time_words(at: datetime) -> str:
    """Return `09:31`."""
    return f"{vietnam_time(at):%H:%M}"


def day_words(day: date) -> str:
    """Return `Thứ Ba 01/07/2025`."""
    return f"{tr(WEEKDAYS[day.weekday()])} {shown_date(day)}"


def date_words(at: datetime) -> str:
    """Return the day of a moment, in Vietnam's time."""
    return day_words(vietnam_time(at).date())

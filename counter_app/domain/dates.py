"""Dates and times as a Vietnamese office writes and types them.

Screens show `01/07/2025` and `09:14 01/07/2025`. Papers follow NĐ 30/2020/NĐ-CP, Phụ lục I: a
zero is put before days below 10 and before the months 1 and 2 only (`01/7/2025`, `ngày 05 tháng
02`). Moments are aware; whatever their zone, they are shown in Vietnam's.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from counter_app.domain.problems import Problem, false
from counter_app.domain.text import fold

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Vietnam's time: +07:00 all year (no summer time since 1975), so no zone database is needed."""

_PARTS = re.compile(
    r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})(?:[/.-](?P<year>[0-9]{4}|[0-9]{2}))?"
)
_RUN = re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?::|h|g| gio )(?P<minute>[0-9]{2})(?: phut)?")
_TODAY = frozenset({"hn", "hom nay"})
_YEARS_AHEAD = 10


def vietnam_time(at: datetime) -> datetime:
    """Return the moment in Vietnam's time. Raises ValueError for a moment without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(VIETNAM)


def to_minute(at: datetime) -> datetime:
    """Return the moment in Vietnam's time without seconds: what a receipt can say about it."""
    return vietnam_time(at).replace(second=0, microsecond=0)


def shown_date(day: date) -> str:
    """Return `01/07/2025`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def shown_moment(at: datetime) -> str:
    """Return `09:14 01/07/2025`."""
    local = vietnam_time(at)
    return f"{local.hour:02}:{local.minute:02} {shown_date(local.date())}"


def paper_date(day: date) -> str:
    """Return the date in figures as on papers: `01/7/2025`, `15/02/2025`."""
    return f"{day.day:02}/{_paper_month(day)}/{day.year:04}"


def paper_moment(at: datetime) -> str:
    """Return the moment as on Mẫu 01: `09 giờ 12 phút, ngày 01/7/2025`."""
    local = vietnam_time(at)
    return f"{local.hour:02} giờ {local.minute:02} phút, ngày {paper_date(local.date())}"


def written_date(day: date) -> str:
    """Return the date under a place name: `ngày 01 tháng 7 năm 2025`."""
    return f"ngày {day.day:02} tháng {_paper_month(day)} năm {day.year:04}"


def parse_date(text: str, today: date) -> date | Problem:
    """Return the date that an officer typed, or what is wrong with it.

    Understood: `1/7/2025`, `1-7-25`, `1.7` (of this year), `010725`, `01072025`, `2025-07-01`, `hn`
    and `hôm nay`. Two figures of a year mean the latest year that ends so and isn't more than ten
    years ahead of `today`: in 2026 `36` is 2036 and `37` is 1937 (births are typed so, too).
    """
    typed = fold(text)
    if typed in _TODAY:
        return today
    for pattern in (_PARTS, _RUN, _ISO):
        found = pattern.fullmatch(typed)
        if found:
            year = _year(found["year"], today)
            try:
                return date(year, int(found["month"]), int(found["day"]))
            except ValueError:
                return false("date_impossible", text=text.strip())
    return false("date_unreadable", text=text.strip())


def parse_moment(text: str, today: date) -> datetime | Problem:
    """Return the moment that an officer typed, or what is wrong with it.

    An hour, a space and a date as `parse_date` takes it: `09:14 01/07/2025`, `9h14 hn`; an hour
    alone means today. `paper_moment`'s form is understood as well.
    """
    typed = fold(text).replace(", ngay ", " ")
    found = _CLOCK.match(typed)
    if not found:
        return false("moment_unreadable", text=text.strip())
    rest = typed[found.end() :]
    if rest and not rest.startswith(" "):
        return false("moment_unreadable", text=text.strip())
    day = parse_date(rest, today) if rest else today
    if isinstance(day, Problem):
        return day
    try:
        clock = time(int(found["hour"]), int(found["minute"]))
    except ValueError:
        return false("hour_impossible", text=text.strip())
    return datetime.combine(day, clock, VIETNAM)


def _paper_month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def _year(typed: str | None, today: date) -> int:
    if typed is None:
        return today.year
    if len(typed) == 4:
        return int(typed)
    year = today.year - today.year % 100 + int(typed)
    while year > today.year + _YEARS_AHEAD:
        year -= 100
    while year + 100 <= today.year + _YEARS_AHEAD:
        year += 100
    return year

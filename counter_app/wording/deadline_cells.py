"""How a dossier stands in time, in the narrow columns of a list: two or three words."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.remaining import Remaining, Standing
from counter_app.i18n import several, tr

_HOUR = 60


def left_words(left: Remaining) -> str:
    """Return `Quá hạn 2 ngày`, `Còn 2 giờ`, `Còn trong ngày`, `Còn 10 ngày`, `Không thời hạn`.

    Days are working days, as everywhere; a list has no room to say so in each line.
    """
    if left.due_at is None:
        return tr("Không thời hạn")
    late = left.standing is Standing.LATE
    if left.working_days:
        # The morning after may be a few hours away, yet nobody says hours across a night.
        return _days(left.working_days, late=late)
    if not late and left.minutes > left.half_day:
        return tr("Còn trong ngày")
    if left.minutes >= _HOUR:
        return _hours(left.minutes // _HOUR, late=late)
    if left.minutes:
        return _minutes(left.minutes, late=late)
    return tr("Quá hạn") if late else tr("Đến hạn")


def _days(count: int, *, late: bool) -> str:
    if late:
        return several("Quá hạn {n} ngày", count).format(n=count)
    return several("Còn {n} ngày", count).format(n=count)


def _hours(count: int, *, late: bool) -> str:
    if late:
        return several("Quá hạn {n} giờ", count).format(n=count)
    return several("Còn {n} giờ", count).format(n=count)


def _minutes(count: int, *, late: bool) -> str:
    if late:
        return several("Quá hạn {n} phút", count).format(n=count)
    return several("Còn {n} phút", count).format(n=count)


def due_words(due_at: datetime, now: datetime) -> str:
    """Return `11:30 hôm nay`, `17:00 26/06`; another year adds its figures: `17:00 02/01/27`."""
    due = vietnam_time(due_at)
    day = tr("hôm nay") if due.date() == vietnam_time(now).date() else _day(due, now)
    return f"{due:%H:%M} {day}"


def received_words(received_at: datetime, now: datetime) -> str:
    """Return when it came in: `08:47` today, else `27/06`, of another year `27/06/25`."""
    received = vietnam_time(received_at)
    if received.date() == vietnam_time(now).date():
        return f"{received:%H:%M}"
    return _day(received, now)


def _day(at: datetime, now: datetime) -> str:
    return f"{at:%d/%m}" if at.year == vietnam_time(now).year else f"{at:%d/%m/%y}"

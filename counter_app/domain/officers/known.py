"""The officers a counter offers at log-in, and until when each may log in without a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from counter_app.domain.dates import vietnam_time


@dataclass(frozen=True, slots=True)
class KnownOfficer:
    """An officer of this centre, as the log-in screen shows one.

    `offline_until`: the last day on which this machine lets them in without a line; None when
    they never logged in here with one.
    """

    id: str
    name: str
    title: str = ""
    offline_until: date | None = None


def offline_end(last_online: datetime | None, days: int) -> datetime | None:
    """Return when log-ins without a line end: so many days after the last one with a line.

    None without such a log-in, or where the server allows no days at all.
    """
    if last_online is None or days <= 0:
        return None
    return vietnam_time(last_online) + timedelta(days=days)

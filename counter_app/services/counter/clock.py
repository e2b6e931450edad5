"""The guarded clock: a paper's date must not come from a dead CMOS battery (SYNC §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors.work import ClockDoubtfulError
from counter_app.domain.journal.entry import ClockQuality

TOLERANCE = timedelta(minutes=10)
"""How far back a clock may step within a day before anybody is asked."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A reading of the clock, in Vietnam's time, and what is known of it."""

    at: datetime
    quality: ClockQuality


class Clock(Protocol):
    """Where the time comes from: the machine and the last known offset, or a test."""

    def now(self) -> Moment:
        """Return the present moment."""


def guarded(moment: Moment, latest: datetime | None) -> Moment:
    """Return `moment` when it may stand on a paper.

    `latest` is the newest thing known to have happened: the last entry of this chain, or the
    server's last time. Raises ClockDoubtfulError when the *date* would go back; a confirmed
    moment passes, because nobody may be locked out.
    """
    if latest is None or moment.quality is ClockQuality.CONFIRMED:
        return moment
    earlier_day = vietnam_time(moment.at).date() < vietnam_time(latest).date()
    if earlier_day and moment.at < latest - TOLERANCE:
        raise ClockDoubtfulError(
            shown=shown_date(vietnam_time(moment.at).date()),
            latest=shown_date(vietnam_time(latest).date()),
        )
    return moment

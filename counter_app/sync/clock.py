"""How far this machine's clock is from the server's (SYNC §4).

Only measured here. What a wrong clock means for an officer is decided where the time is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.gateway.line import Heard
from counter_app.store.transaction import Transaction

SETUP_NAME = "clock"
"""Where the last measure is kept: `{"offset_ms": …, "server_time": …, "at": …}`."""

YELLOW = timedelta(minutes=2)
RED = timedelta(minutes=10)
TRUSTED_FOR = timedelta(hours=24)
"""A quartz clock drifts a second or two a day: a measure of yesterday is still a measure."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Server time minus ours, measured `at`; wrong by at most half of `round_trip` (seconds)."""

    difference: timedelta
    at: datetime
    round_trip: float

    @property
    def is_yellow(self) -> bool:
        """True beyond two minutes: shown."""
        return abs(self.difference) > YELLOW

    @property
    def is_red(self) -> bool:
        """True beyond ten minutes: asked."""
        return abs(self.difference) > RED


def offset_of(heard: Heard) -> Offset:
    """Return the offset that an answer tells; its time is of the middle of the exchange (NTP)."""
    half = timedelta(seconds=heard.round_trip / 2)
    return Offset(heard.server_time - (heard.at - half), heard.at, heard.round_trip)


def quality(offset: Offset | None, now: datetime) -> ClockQuality:
    """Return what an entry of `now` may say of its time."""
    if offset is None or offset.is_yellow or not timedelta(0) <= now - offset.at <= TRUSTED_FOR:
        return ClockQuality.LOCAL
    return ClockQuality.SYNCED


def keep(tx: Transaction, heard: Heard) -> None:
    """Keep the measure for the next start, when there may be no line."""
    difference = offset_of(heard).difference
    tx.setup.put(
        SETUP_NAME,
        {
            "offset_ms": difference // timedelta(milliseconds=1),
            "server_time": heard.server_time.isoformat(),
            "at": heard.at.isoformat(),
        },
    )

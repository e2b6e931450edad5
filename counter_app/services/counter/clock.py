"""The guarded clock: a paper's date must not come from a dead CMOS battery (SYNC §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors.work import ClockDoubtfulError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.doubtful_date import SILENCE, Doubt, doubt


@dataclass(frozen=True, slots=True)
class Moment:
    """A reading of the clock, in Vietnam's time, and what is known of it."""

    at: datetime
    quality: ClockQuality


class Clock(Protocol):
    """Where the time comes from: the machine and the last known offset, or a test."""

    def now(self) -> Moment:
        """Return the present moment."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a store knows to have happened.

    `entry`: when the last entry of this machine's chain happened, `server`: the last time that the
    server told; None for nothing. `silence`: how long a counter may have gone on without a line.
    """

    entry: datetime | None = None
    server: datetime | None = None
    silence: timedelta = SILENCE

    @property
    def latest(self) -> datetime | None:
        """The newest of both."""
        return max(filter(None, (self.entry, self.server)), default=None)


def doubt_of(moment: Moment, known: Known) -> Doubt | None:
    """Return why the date of `moment` is doubtful; None when it may stand on a paper.

    A confirmed moment passes, because nobody may be locked out. One that was compared with the
    server's isn't later than can be, and what the server told before says nothing against it.
    """
    match moment.quality:
        case ClockQuality.CONFIRMED:
            return None
        case ClockQuality.SYNCED:
            found = doubt(moment.at, known.entry)
            return found if found is Doubt.EARLIER else None
        case ClockQuality.LOCAL:
            return doubt(moment.at, known.latest, known.silence)


def guarded(moment: Moment, known: Known) -> Moment:
    """Return `moment` when it may stand on a paper. Raises ClockDoubtfulError."""
    if doubt_of(moment, known) is None:
        return moment
    assert known.latest is not None
    raise ClockDoubtfulError(
        shown=shown_date(vietnam_time(moment.at).date()),
        latest=shown_date(vietnam_time(known.latest).date()),
    )


def undoubted(moment: Moment, known: Known) -> Moment:
    """Return `moment`, or the newest thing known where its date is doubtful.

    So what is recorded before anybody could be asked (log-in, opening) never makes a wrong date
    look right: it stands where it surely isn't too late.
    """
    if doubt_of(moment, known) is None:
        return moment
    assert known.latest is not None
    return Moment(vietnam_time(known.latest), ClockQuality.LOCAL)

"""When a machine's date can't be right, and what a person who is asked may answer (SYNC §4).

A dead CMOS battery begins each morning in 2010; a slip in the settings is years ahead. Only dates
are doubted: a clock that is minutes wrong is shown beside the papers it stands on (decision 0006).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from counter_app.domain.dates import VIETNAM, shown_moment, vietnam_time
from counter_app.domain.problems import Problem, false

TOLERANCE = timedelta(minutes=10)
"""How far back a clock may step across midnight before anybody is asked."""

SILENCE = timedelta(days=60)
"""So long after the newest thing known a counter may begin again without being asked.

No officer logs in for so long without a line, unless the province allows more days; Tết is nine.
"""

_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_HOUR = re.compile(r"([0-9]{1,2})(?:[:.hg] ?|)([0-9]{2})", re.IGNORECASE)


class Doubt(Enum):
    """Why a date can't be right."""

    EARLIER = "earlier"  # than something that has happened
    LATER = "later"  # than a counter could have gone on without hearing from its server


def doubt(at: datetime, latest: datetime | None, silence: timedelta = SILENCE) -> Doubt | None:
    """Return why the date of `at` is doubtful, None when it may stand.

    `latest` is the newest thing known to have happened, None when nothing is.
    """
    if latest is None:
        return None
    is_earlier_day = vietnam_time(at).date() < vietnam_time(latest).date()
    if is_earlier_day and at < latest - TOLERANCE:
        return Doubt.EARLIER
    return Doubt.LATER if at > latest + silence else None


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What a person typed: the day, the day again, the hour. `again` None: a supervisor agrees."""

    day: str
    again: str | None
    hour: str


def confirmed_moment(
    typed: TypedDate, server: datetime | None, latest: datetime | None
) -> datetime | tuple[Problem, ...]:
    """Return the moment that was confirmed, or what is wrong with what was typed.

    The year is typed in full: no date of today is known that it could be guessed from. Nothing
    can be earlier than what the server has told (`server`). On the day of the `latest` entry the
    time goes on from it, so that no act stands before the one that it follows; an earlier day is
    taken, because that entry may itself be of a clock that was ahead.
    """
    problems: list[Problem] = []
    day, hour = _day(typed.day), _hour(typed.hour)
    if day is None:
        problems.append(false("confirmed_day", "/day"))
    elif typed.again is not None and _day(typed.again) != day:
        problems.append(false("confirmed_day_again", "/again"))
    if hour is None:
        problems.append(false("confirmed_hour", "/hour"))
    if day is None or hour is None or problems:
        return tuple(problems)
    at = datetime.combine(day, hour, VIETNAM)
    for known in (server, latest):
        if known is not None and vietnam_time(known).date() == day:
            at = max(at, vietnam_time(known))  # minutes are typed, seconds are known
    if server is not None and at < server:
        return (false("confirmed_too_early", "/day", latest=shown_moment(server)),)
    return at


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip()) or _RUN.fullmatch(text.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _hour(text: str) -> time | None:
    found = _HOUR.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None

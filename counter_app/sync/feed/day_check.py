"""The check of a day: does the server know the same dossiers, as far as this machine? (SYNC §2).

Once in the evening of a day and once on the morning after. Only while nothing of ours waits:
before that the two can't be equal, and nothing would be learnt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.wire import DayDiffersError, RequestRejectedError, WireError
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors

CHECKED = "day_check"
"""The last check: `{"turn", "day", "at", "ours", "theirs", "same"}`."""

EVENING = time(17)
"""From when on a day is compared on the day itself."""

AGAIN = timedelta(hours=1)
"""How long after a difference the same day is compared again."""


@dataclass(frozen=True, slots=True)
class DayReport:
    """Which day was compared, None for none; `error` when the two differ, or no answer came."""

    day: date | None = None
    error: WireError | None = None


def check_day(doors: Doors, pull_again: Callable[[], object]) -> DayReport:
    """Compare the day whose turn it is. After a difference the feed is read again first.

    Another counter may have sent something between the feed and the question.
    """
    now = vietnam_time(doors.now())
    evening = now.time() >= EVENING
    day = now.date() if evening else now.date() - timedelta(days=1)
    turn = f"{day.isoformat()} {'evening' if evening else 'morning'}"
    with doors.store.reading() as tx:
        if not _is_due(tx, turn, now):
            return DayReport()
    try:
        told = doors.gateway.digest(day)
        with doors.store.reading() as tx:
            ours = tx.dossiers.digest(day)
        if (ours.count, ours.sha256) != (told.count, told.sha256):
            pull_again()
            told = doors.gateway.digest(day)
            with doors.store.reading() as tx:
                ours = tx.dossiers.digest(day)
    except RequestRejectedError:
        return DayReport()  # an older server: nobody there counts days
    except WireError as error:
        return DayReport(error=error)
    same = (ours.count, ours.sha256) == (told.count, told.sha256)
    with doors.store.writing() as tx:
        tx.setup.put(
            CHECKED,
            {
                "turn": turn,
                "day": day.isoformat(),
                "at": now.isoformat(),
                "ours": ours.count,
                "theirs": told.count,
                "same": same,
            },
        )
    if same:
        return DayReport(day)
    host, shown = doors.gateway.host, f"{day:%d/%m/%Y}"
    return DayReport(day, DayDiffersError(host=host, day=shown, ours=ours.count, theirs=told.count))


def _is_due(tx: Transaction, turn: str, now: datetime) -> bool:
    counts = tx.deliveries.counts()
    if counts.to_send or counts.in_need:
        return False
    kept = tx.setup.get(CHECKED)
    if not isinstance(kept, dict) or kept.get("turn") != turn:
        return True
    # A clock that was set back must not put the next look off for years.
    rests = timedelta(0) <= now - datetime.fromisoformat(str(kept["at"])) < AGAIN
    return not kept.get("same") and not rests

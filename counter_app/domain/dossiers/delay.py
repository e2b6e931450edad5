"""How long after an act its entry was written (chậm ghi nhận): what the system can know of it.

Nobody's word is needed for most acts: they are written as they are done. Where the moment of the
act is known otherwise, the entry says so itself, and the fact keeps the minutes for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.dates import vietnam_time

PROMPT_MINUTES = 15
"""An act counts as recorded at once up to here: the time of one reception with its papers."""

_DAY = 24 * 60


class KnownBy(Enum):
    """What told the moment of the act; the value is a flag of the fact."""

    PAPER = "paper_first"  # the date on a receipt that was written by hand
    OFFICER = "told_later"  # the officer said when it was done
    DATE = "dated"  # only the date of the result's own paper


@dataclass(frozen=True, slots=True)
class Delay:
    """`minutes` from the act to its entry, never below 0; of DATE in whole days."""

    minutes: int
    known_by: KnownBy


def delay_of(body: Body | None, recorded_at: datetime) -> Delay | None:
    """Return how late an entry is; None where no other moment is known than that of the entry.

    A clock that was set back between act and entry gives 0, not less.
    """
    match body:
        case Received() if body.paper_first is not None:
            return Delay(minutes_between(body.received_at, recorded_at), KnownBy.PAPER)
        case HandedOver() | ResultTakenIn() | Returned() if body.done_at is not None:
            return Delay(minutes_between(body.done_at, recorded_at), KnownBy.OFFICER)
        case ResultTakenIn():
            signed = max((each.issued_on for each in body.results if each.issued_on), default=None)
            if signed is None:
                return None
            days = max(0, (vietnam_time(recorded_at).date() - signed).days)
            return Delay(days * _DAY, KnownBy.DATE)
        case _:
            return None


def minutes_between(before: datetime, after: datetime) -> int:
    """Return the whole minutes from one moment to another, 0 when they stand the wrong way."""
    return max(0, (after - before) // timedelta(minutes=1))

"""What is left to do of a dossier, in working minutes: whether it will be late (sẽ trễ).

A dossier will be late when the working time up to its promise is less than what its work still
needs. Where an internal process says how long its open steps take, that counts; where none is set
up, shares of the whole time promised do.
"""

from __future__ import annotations

from enum import Enum

AT_COUNTER_SHARE = 2
"""Nothing was begun: half of the whole time is the least that the agency needs."""

AT_AGENCY_SHARE = 4
"""The agency has it: what remains is to finish, sign and bring the result."""


class Stage(Enum):
    """Where an open dossier lies."""

    AT_COUNTER = "at_counter"  # chưa bàn giao
    AT_AGENCY = "at_agency"  # cơ quan đang giải quyết


def needed_minutes(whole: int, stage: Stage, half_day: int, planned: int | None = None) -> int:
    """Return how many working minutes the rest of the work needs.

    `whole`: the working minutes from the reception to the promise; `planned`: what the internal
    process still needs, None without one. Never less than half a day (`half_day` minutes), nor more
    than half of a short limit: an hour's work isn't late when it begins.
    """
    if planned is not None:
        return max(planned, 0)
    share = AT_COUNTER_SHARE if stage is Stage.AT_COUNTER else AT_AGENCY_SHARE
    return min(max(whole // share, half_day), whole // 2)


def will_be_late(left: int, needed: int) -> bool:
    """Tell whether `left` working minutes are too few for the work that is `needed`."""
    return left < needed

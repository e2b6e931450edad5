"""What a province decides about deadlines: data, replaceable without a new program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import Enum


class DueHour(Enum):
    """At what hour of its last day a limit in working days ends."""

    HALF_DAY_END = "half_day_end"  # with the half-day (buổi) in which the dossier was received
    DAY_END = "day_end"  # when the office closes


class AfterPause(Enum):
    """How the clock goes on when what was waited for has come."""

    RESTART = "restart"  # the whole limit anew (NĐ 61/2018 Điều 19 for supplements)
    ADD = "add"  # what was left when the clock stopped


class Pause(Enum):
    """Why the clock stood still: status 5 and status 6 of the national portal."""

    SUPPLEMENT = "supplement"  # chờ bổ sung
    FINANCIAL_DUTY = "financial_duty"  # chờ thực hiện nghĩa vụ tài chính


@dataclass(frozen=True, slots=True)
class DeadlinePolicy:
    """The rules of one province, used wherever a procedure doesn't say otherwise.

    `same_day_cutoff`: a same-day dossier received after it is due the next working day; None: the
    office always finishes within the day. `late_cutoff` is the hour after which the procedures
    with the attribute "sau 15 giờ" count a dossier to the next working day.
    """

    due_hour: DueHour = DueHour.HALF_DAY_END
    supplement: AfterPause = AfterPause.RESTART
    financial_duty: AfterPause = AfterPause.ADD
    same_day_cutoff: time | None = None
    late_cutoff: time = time(15, 0)

    def after(self, pause: Pause) -> AfterPause:
        """Return how the clock goes on after such a pause."""
        return self.supplement if pause is Pause.SUPPLEMENT else self.financial_duty


STANDARD_POLICY = DeadlinePolicy()

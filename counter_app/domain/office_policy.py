"""What a province decides about how its offices work, in one versioned sheet of data."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.domain.deadlines.office_hours import STANDARD_HOURS, OfficeHours
from counter_app.domain.deadlines.policy import STANDARD_POLICY, DeadlinePolicy
from counter_app.domain.dossiers.number_block import NumberPolicy
from counter_app.domain.dossiers.steps import LimitPolicy


@dataclass(frozen=True, slots=True)
class ReminderPolicy:
    """When a dossier that waits is looked after (nhắc việc), in calendar days.

    `waiting_days`: the citizen was asked for a supplement and hasn't come; `uncollected_days`: the
    result lies at the counter.
    """

    waiting_days: int = 10
    uncollected_days: int = 5


@dataclass(frozen=True, slots=True)
class OfficePolicy:
    """Office hours, how deadlines are counted, which limits count as breaches, numbers in hand.

    `support_key` (X25519, base64): what support bundles are sealed to, "" where nobody takes any.
    """

    version: str
    hours: OfficeHours = field(default=STANDARD_HOURS)
    deadlines: DeadlinePolicy = field(default=STANDARD_POLICY)
    limits: LimitPolicy = field(default=LimitPolicy())
    numbers: NumberPolicy = field(default=NumberPolicy())
    reminders: ReminderPolicy = field(default=ReminderPolicy())
    support_key: str = ""

"""The time limit (thời hạn giải quyết) of a procedure, as published."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from counter_app.domain.problems import Problem, false


class LimitUnit(Enum):
    """The unit of a limit. UNKNOWN: a bare number was published; the agency must choose."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"  # working hours
    MONTH = "month"
    SAME_DAY = "same_day"
    NONE = "none"  # the law sets no limit
    UNKNOWN = "unknown"


_LONGEST = {
    LimitUnit.WORKING_DAY: Decimal(3650),
    LimitUnit.CALENDAR_DAY: Decimal(3650),
    LimitUnit.HOUR: Decimal(24 * 365),
    LimitUnit.MONTH: Decimal(120),
}
"""Far beyond any published limit: what is longer is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit: `value` in `unit` (None for SAME_DAY and NONE); `text` as it was published."""

    unit: LimitUnit
    value: Decimal | None = None
    text: str = ""

    @property
    def code(self) -> str:
        """The limit as a short stable code: `working_day:3`, `same_day`."""
        if self.value is None or self.unit not in _LONGEST:
            return self.unit.value
        return f"{self.unit.value}:{plain_number(self.value)}"

    def problems(self) -> tuple[Problem, ...]:
        """Return why nothing can be promised with this limit; none when something can."""
        if self.unit is LimitUnit.UNKNOWN:
            return (false("limit_unit_unknown", "/unit", text=self.text or str(self.value or "")),)
        longest = _LONGEST.get(self.unit)
        if longest is None:
            return ()
        if self.value is None:
            return (false("limit_value_missing", "/value"),)
        if not self.value.is_finite() or not 0 <= self.value <= longest:
            return (false("limit_out_of_range", "/value", value=self.value, longest=longest),)
        return ()


def plain_number(value: Decimal) -> str:
    """Return the number without an exponent and without needless zeros: `1.50` → `1.5`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

"""What the minutes of a closed day (biên bản chốt số liệu ngày) say: values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.office import DayClosed
from counter_app.domain.forms import Header


@dataclass(frozen=True, slots=True)
class DayClosingContent:
    """The minutes of one closing, read from its entry: printed again it says the same.

    `at` is when it was written, `entry` its uid. `corrected_at` is when the closing that it
    corrects was written, None when it is the day's first.
    """

    header: Header
    counter: str
    at: datetime
    closed: DayClosed
    entry: str = ""
    corrected_at: datetime | None = None

"""What is typed off a paper that was written while the program couldn't be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.text import clean


@dataclass(frozen=True, slots=True)
class PaperTyped:
    """The line as it was left. `at` is what `moment` meant on the day when it was typed.

    "hôm qua" that a crash brings back the day after still means the same day.
    """

    moment: str = ""
    at: datetime | None = None
    number: str = ""
    reason: str = ""

    @property
    def is_blank(self) -> bool:
        """True while nothing of it would be missed."""
        return not (self.moment.strip() or self.number.strip() or self.reason.strip())

    @property
    def said(self) -> PaperFirst:
        """Return what is written of it beside the moment."""
        return PaperFirst(clean(self.reason), clean(self.number))

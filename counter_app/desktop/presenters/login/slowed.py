"""The wait after too many wrong passwords, counted down on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.desktop.presenters.login.words import waiting
from counter_app.domain.errors.session import SlowedDownError


@dataclass(frozen=True, slots=True)
class Slowed:
    """Since when an officer has to wait, and for how long. The store counts; this only shows."""

    error: SlowedDownError
    since: datetime

    def left(self, officer: str, now: datetime) -> int:
        """Return the seconds that `officer` must still wait; 0 after a clock that was set back."""
        passed = (now - self.since).total_seconds()
        if self.error.facts["officer"] != officer or passed < 0:
            return 0
        return max(0, self.error.seconds - int(passed))

    def words(self, officer: str, now: datetime) -> str:
        """Return the sentence under the password; "" when nobody waits."""
        seconds = self.left(officer, now)
        return waiting(self.error.misses, seconds) if seconds else ""

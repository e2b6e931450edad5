"""Logging in and unlocking at the counter. Words: `wording/session.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class SessionError(CounterError):
    """Base of this subject; never raised itself."""

    code = "session"


class WrongPasswordError(SessionError):
    """The password isn't the one that this machine knows. Facts: officer, misses."""

    code = "session.wrong_password"


class SlowedDownError(SessionError):
    """Too many wrong passwords: the next try comes later. Facts: officer, misses, seconds."""

    code = "session.slowed_down"

    def __init__(self, *, officer: str, misses: int, seconds: int) -> None:
        super().__init__(officer=officer, misses=misses, seconds=seconds)
        self.misses = misses
        self.seconds = seconds


class OfflineOverError(SessionError):
    """The days without a line that the server allowed are over. Facts: officer, until."""

    code = "session.offline_over"


class OfficerInactiveError(SessionError):
    """The province no longer lists this officer as active. Facts: officer."""

    code = "session.officer_inactive"


class NoRoleError(SessionError):
    """The province's list gives this officer no role: there is nothing to do. Facts: officer."""

    code = "session.no_role"


class NewPasswordShortError(SessionError):
    """A chosen password has too few characters. Facts: least."""

    code = "session.new_password_short"


class NewPasswordUnknownError(SessionError):
    """The line broke while a password was chosen: the province may have it, or not. No facts."""

    code = "session.new_password_unknown"


class InspectionOverError(SessionError):
    """The decision that made this officer an inspector doesn't hold today. Facts: officer, days."""

    code = "session.inspection_over"

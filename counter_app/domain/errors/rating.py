"""What stands against a rating."""

from __future__ import annotations

from counter_app.domain.errors.work import WorkError


class AlreadyRatedError(WorkError):
    """This return was rated before; to put another in its place must be said. Facts: code, at."""

    code = "work.already_rated"


class NoSlipError(WorkError):
    """This office has no slip that citizens fill in. Facts: code."""

    code = "work.no_rating_slip"

"""Erasing what is past its time. Words: `wording/purging.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class PurgeClockError(CounterError):
    """The clock wasn't compared with the server's since the start. Facts: `today` (its date)."""

    code = "purging.clock"


class PurgeSamePersonError(CounterError):
    """One person asked for an erasure and approved it. Facts: `officer` (their name)."""

    code = "purging.same_person"


class PurgeOfflineError(CounterError):
    """Somebody's password wasn't proven by the province. Facts: `officer` (their name)."""

    code = "purging.offline"

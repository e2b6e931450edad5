"""Erasing what is past its time. Words: `wording/purging.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class PurgeClockError(CounterError):
    """The clock wasn't compared with the server's since the start. Facts: `today` (its date)."""

    code = "purging.clock"

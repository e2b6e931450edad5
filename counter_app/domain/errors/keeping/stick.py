"""The stick that carries a counter's work to another machine. Words: `wording/stick.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class StickError(CounterError):
    """Base of this subject; never raised itself."""

    code = "stick"


class StickGoneError(StickError):
    """It was pulled out, or isn't there. Facts: `path`."""

    code = "stick.gone"


class StickFullError(StickError):
    """There is no room left on it. Facts: `path`."""

    code = "stick.full"


class StickLockedError(StickError):
    """It may only be read. Facts: `path`."""

    code = "stick.locked"


class StickNotWrittenError(StickError):
    """The system refused otherwise. Facts: `path`, `reason` (what the system said)."""

    code = "stick.not_written"


class StickIsThisDiskError(StickError):
    """The folder lies in the counter's own home, and would end with it. Facts: `path`."""

    code = "stick.this_disk"


class StickNotReadError(StickError):
    """A file on it couldn't be read. Facts: `name`, `reason` (what the system said)."""

    code = "stick.not_read"


class HomeNotOpenError(StickError):
    """The store of this machine is being opened; in a moment it will do. Facts: none."""

    code = "stick.home_not_open"

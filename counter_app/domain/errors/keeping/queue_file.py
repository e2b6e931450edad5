"""The queue file that goes by stick, and its return. Words: `wording/queue_file.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class QueueFileError(CounterError):
    """Base of this subject; never raised itself."""

    code = "queue_file"


class NoParcelsHereError(QueueFileError):
    """The province gave no key for parcels at the enrolment. Facts: none."""

    code = "queue_file.no_key"


class ParcelsNotNowError(QueueFileError):
    """A restored or moved store must ask the server first. Facts: none."""

    code = "queue_file.not_now"


class QueueFileDamagedError(QueueFileError):
    """Not such a file, cut or changed. Facts: `name`."""

    code = "queue_file.damaged"


class ReturnForeignError(QueueFileError):
    """The return is another counter's. Facts: `name`, `theirs`, `ours` (device numbers)."""

    code = "queue_file.foreign"


class ReturnUnreadableError(QueueFileError):
    """The return can't be opened with this counter's key. Facts: `name`."""

    code = "queue_file.unreadable"

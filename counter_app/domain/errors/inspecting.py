"""What can keep the log from leaving the program. Words: `wording/inspecting.py`."""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors import CounterError


class ExportNotWrittenError(CounterError):
    """The file couldn't be written. Facts: name (of the file), reason (as the system says it)."""

    code: ClassVar[str] = "inspecting.export_not_written"

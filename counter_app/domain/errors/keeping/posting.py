"""What can keep the booklet of posting sheets from being made. Words: `wording/posting.py`."""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors import CounterError


class BookletEmptyError(CounterError):
    """No procedure in force is asked for. Facts: field (as it was asked for, or "tất cả")."""

    code: ClassVar[str] = "posting.empty"


class BookletStoppedError(CounterError):
    """Whoever asked left the work."""

    code: ClassVar[str] = "posting.stopped"

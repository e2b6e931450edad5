"""What is said in passing (toast): a bold fact and the rest, with the next key in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.errors import CounterError
from counter_app.wording.sentences import halves


class NoticeKind(Enum):
    """How it weighs. Errors stay until Esc; the others leave after four seconds."""

    OK = "ok"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice, ready to show."""

    bold: str
    rest: str = ""
    kind: NoticeKind = NoticeKind.OK
    icon: str = ""


Notify = Callable[[Notice], None]


def of_error(error: CounterError) -> Notice:
    """Return the notice of a failure: what happened, what is safe, what comes next."""
    what, rest = halves(error)
    return Notice(what, rest, NoticeKind.ERROR)

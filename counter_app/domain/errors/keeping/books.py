"""What can keep a book (sổ) from being made or closed. Words: `wording/books.py`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem


class BookAskError(CounterError):
    """The question has no answer. `problems` say why."""

    code: ClassVar[str] = "books.ask"

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)


class BookStoppedError(CounterError):
    """Whoever asked left the work."""

    code: ClassVar[str] = "books.stopped"


class BookNotWrittenError(CounterError):
    """The file couldn't be written. Facts: name (of the file), reason (as the system says it)."""

    code: ClassVar[str] = "books.not_written"


class BookLostError(CounterError):
    """A closed book's file isn't on this machine, or was changed. Facts: book, reason."""

    code: ClassVar[str] = "books.lost"

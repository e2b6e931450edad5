"""The steps of an unattended enrolment: one line each, on the screen and in a file of the roll-out.

The file may lie on a share and gather the lines of every PC: each line has time, PC and words, and
is appended in one go. Nothing here ever sees a one-time code.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import PathUnusableError
from counter_app.wording.sentences import problem_words, sentence


class StepsLog:
    """Takes steps, and gives each to `shown`; `path` None: that is all."""

    def __init__(self, path: Path | None, pc: str, shown: Callable[[str], None]) -> None:
        self._path = path
        self._pc = pc
        self._shown = shown

    def step(self, words: str) -> None:
        """Tell one step. Raises `PathUnusableError` when the file can't be written."""
        self._shown(words)
        self._write(words)

    def failed(self, error: CounterError, code: int) -> None:
        """Write why it ended; the command line itself prints it."""
        problems = " ".join(problem_words(each) for each in getattr(error, "problems", ()))
        try:
            self._write(f"[{code}] {sentence(error)} {problems}".rstrip())
        except PathUnusableError:
            return  # the error that is on its way is the one to be told

    def _write(self, words: str) -> None:
        if self._path is None:
            return
        line = f"{datetime.now(VIETNAM):%Y-%m-%d %H:%M:%S}\t{self._pc}\t{' '.join(words.split())}\n"
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(line)
        except OSError as error:
            raise PathUnusableError(path=self._path, reason=error.strerror) from error

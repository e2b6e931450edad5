"""Letters of apology that can't be prepared or recorded as asked."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Held:
    """One dossier that stands against its letter; `uid` "": the whole batch does."""

    uid: str
    code: str
    problem: Problem


class LettersHeldError(CounterError):
    """Nothing was prepared or recorded: `held` says why, of each dossier. Facts: count."""

    code = "late.held"

    def __init__(self, held: tuple[Held, ...]) -> None:
        super().__init__(count=len(held))
        self.held = held


class LettersPendingError(CounterError):
    """Letters wait for a signature: first they are recorded or given up. Facts: first, last."""

    code = "late.pending"


class LettersGoneError(CounterError):
    """These letters were recorded or given up meanwhile."""

    code = "late.gone"

"""The jobs of one officer's pages: when another takes the counter, answers go nowhere any more.

What was asked for is still done to its end: it may be a registration, or a draft to be kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from counter_app.desktop.jobs import Jobs
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import ClockDoubtfulError

Result = TypeVar("Result")
Answer = TypeVar("Answer")


class OfficersJobs:
    """`Jobs` whose pages may be gone when an answer comes. Used in the window's thread only.

    `doubtful` hears of an act that wasn't done because the date can't be right.
    """

    def __init__(self, jobs: Jobs, doubtful: Callable[[], None] = lambda: None) -> None:
        self._jobs = jobs
        self._doubtful = doubtful
        self._is_left = False

    def leave(self) -> None:
        """The pages go: from now on nobody hears an answer."""
        self._is_left = True

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Run `work` away from the window; see `desktop.jobs.Jobs`."""
        refused = self._heard(self._asked(failed)) if failed else None
        self._jobs.run(work, self._heard(done), refused)

    def _asked(self, failed: Callable[[CounterError], None]) -> Callable[[CounterError], None]:
        """An act that needs a date can't be done by a wrong one: then it is asked for."""

        def tell(error: CounterError) -> None:
            failed(error)
            if isinstance(error, ClockDoubtfulError):
                self._doubtful()

        return tell

    def _heard(self, tell: Callable[[Answer], None]) -> Callable[[Answer], None]:
        def hear(answer: Answer) -> None:
            if not self._is_left:
                tell(answer)

        return hear

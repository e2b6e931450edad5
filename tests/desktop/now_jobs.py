"""A double of `Jobs` for tests of presenters: everything happens at once, or when released."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from counter_app.domain.errors import CounterError

Result = TypeVar("Result")


class NowJobs:
    """Runs each work at once, in the caller's thread.

    After `hold()` works wait in `held` until `release()`, which runs those that wait, oldest
    first, and goes back to running at once. `release(1)` runs one and goes on holding;
    `release(last=True)` runs only the newest, to bring answers home in the wrong order.
    """

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []
        self.ran = 0
        self._holding = False

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Do `work` now (or when released) and hand on its result; our bugs are raised."""

        def now() -> None:
            self.ran += 1
            try:
                result = work()
            except CounterError as error:
                if failed is None:
                    raise
                failed(error)
                return
            done(result)

        if self._holding:
            self.held.append(now)
        else:
            now()

    def hold(self) -> None:
        """Let works wait from now on."""
        self._holding = True

    def release(self, count: int | None = None, *, last: bool = False) -> None:
        """Run what waits: all (and hold no longer), the `count` oldest, or the newest alone."""
        if last:
            self.held.pop()()
            return
        if count is None:
            self._holding = False
        waiting, self.held = self.held[:count], self.held[len(self.held[:count]) :]
        for each in waiting:
            each()

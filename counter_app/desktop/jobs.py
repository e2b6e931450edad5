"""Slow things away from the window: what a presenter asks for, without knowing Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from counter_app.domain.errors import CounterError

Result = TypeVar("Result")


class Jobs(Protocol):
    """Runs one use case at a time in the background and brings its answer home.

    Answers come in the order in which the works end, which needn't be the order of asking: a
    presenter numbers its questions and drops what is late.
    """

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Run `work` away from the window; call `done` with its result in the window's thread.

        A CounterError of `work` goes to `failed`; without `failed`, and for every other exception,
        to the alarm. Neither is called after the jobs were closed.
        """

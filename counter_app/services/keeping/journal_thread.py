"""The second journal's own thread: woken by every commit, it never keeps anybody waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from counter_app.domain.errors import CounterError
from counter_app.services.keeping.second_journal import SecondCopy, SecondJournal

LOOK_EACH = 10.0
"""Seconds between two looks for a stick that was away."""

REST = 0.02
"""Seconds after each few acts: while much is caught up, the window goes first."""


class JournalThread:
    """Copies what was committed until `stop`. Any thread may ask for its `state`."""

    def __init__(
        self,
        journal: SecondJournal,
        now: Callable[[], datetime],
        folder: str,
        *,
        alarm: Callable[[BaseException], None] = lambda _: None,
        look_each: float = LOOK_EACH,
    ) -> None:
        self._journal = journal
        self._now = now
        self._alarm = alarm
        self._look_each = look_each
        self._news = threading.Event()
        self._stopping = threading.Event()
        self._writing = threading.Lock()
        self._state = SecondCopy(folder)
        self._thread = threading.Thread(target=self._run, name="second-journal", daemon=True)

    @property
    def state(self) -> SecondCopy:
        """How the second journal stood when it was last written or looked for."""
        return self._state

    def start(self) -> None:
        """Begin; what isn't copied yet is copied now."""
        self._news.set()
        self._thread.start()

    def nudge(self) -> None:
        """Say that something was committed. Only raises a flag."""
        self._news.set()

    def aside(self) -> AbstractContextManager[bool]:
        """Keep it from writing meanwhile: another copier may be given the very same stick."""
        return self._writing

    def stop(self, seconds: float) -> bool:
        """End it, after the piece of work under way; True when it has ended."""
        self._stopping.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            self._news.wait(self._look_each)
            self._news.clear()
            # What was committed last is still copied: closing the window is no reason to lack it.
            is_last = self._stopping.is_set()  # asked before: what came in between is copied, too
            with self._writing:
                self._once()
            if is_last:
                return

    def _once(self) -> None:
        try:
            self._state = self._journal.catch_up(self._now(), self._state, self._rest)
        except CounterError as error:  # the store: full, locked; or a key that isn't one
            self._state = replace(self._state, why=error.code)
        except Exception as error:  # noqa: BLE001 (our bug must not end the copying for good)
            self._alarm(error)

    def _rest(self) -> None:
        self._stopping.wait(REST)

"""Writers of one process, one after the other in the order in which they came.

SQLite lets whoever asks at the right moment go first, and those who wait ask again only every tenth
of a second: in a crowd one waits for minutes, while between two writers nobody writes. Here the one
that came first is woken, and a crowd hears at once that it should come back later.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class BusyError(Exception):
    """Too many wait already, or it took too long: nothing was done, ask again later."""


class Turns:
    """`most` may wait, each for `seconds`; whoever comes on top of them is turned away."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    @property
    def waiting(self) -> int:
        """How many wait now."""
        return len(self._waiting)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for the turn and hold it. Raises `BusyError`."""
        self._take()
        try:
            yield
        finally:
            self._pass_on()

    def _take(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            if len(self._waiting) >= self._most:
                raise BusyError
            mine = threading.Event()
            self._waiting.append(mine)
        if mine.wait(self._seconds):
            return
        with self._guard:
            if mine.is_set():  # it came at the last moment
                return
            self._waiting.remove(mine)
        raise BusyError

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False

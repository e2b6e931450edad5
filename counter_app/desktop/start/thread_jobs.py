"""`Jobs` on two threads of our own: works go out, answers come home by one private signal.

The threads are Python's, and daemons: nothing here can hold up the end of the program, and no
QThread can be destroyed while it runs. What was asked for before `close` is still done, because it
may be a registration; its answer is no longer delivered.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.domain.errors import CounterError

THREADS = 2

Result = TypeVar("Result")
Alarm = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[CounterError], None] | None


@dataclass(frozen=True, slots=True)
class _Home:
    """An answer on its way to the window's thread: whom to call, with what."""

    call: Callable[[Any], None]
    value: Any


class ThreadJobs(QObject):
    """A pool of two threads. Make it, `run` and `close` it in the window's thread.

    `alarm` hears, in the window's thread, what is our own bug. `closed` tells, after `close`, that
    the last work has ended.
    """

    closed = Signal()
    _came = Signal(object)

    def __init__(self, alarm: Alarm, parent: QObject | None = None, threads: int = THREADS) -> None:
        super().__init__(parent)
        self._alarm = alarm
        self._waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closing = False
        self._working = threads
        # Queued always: an answer must not come before `run` has returned.
        self._came.connect(self._come_home, Qt.ConnectionType.QueuedConnection)
        for number in range(threads):
            threading.Thread(target=self._serve, name=f"job-{number + 1}", daemon=True).start()

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Run `work` in the pool, then `done` or `failed` here; see `desktop.jobs.Jobs`."""
        if not self._closing:
            self._waiting.put(_Job(work, done, failed))

    def close(self) -> None:
        """Take nothing new and deliver nothing more; return at once. `closed` comes later."""
        if self._closing:
            return
        self._closing = True
        for _ in range(self._working):
            self._waiting.put(None)

    def _serve(self) -> None:
        while (job := self._waiting.get()) is not None:
            self._send(self._answer(job))
            del job  # what a work holds must not live until the next one comes
        self._send(None)

    def _answer(self, job: _Job) -> _Home:
        try:
            return _Home(job.done, job.work())
        except CounterError as error:
            return _Home(job.failed or self._alarm, error)
        except BaseException as error:  # noqa: BLE001 (whatever it is, the alarm says so)
            return _Home(self._alarm, error)

    def _send(self, home: _Home | None) -> None:
        with suppress(RuntimeError):  # the window is gone already: there is nobody to tell
            self._came.emit(home)

    @Slot(object)
    def _come_home(self, home: _Home | None) -> None:
        if home is None:
            self._working -= 1
            if self._working == 0:
                self.closed.emit()
        elif not self._closing or home.call == self._alarm:
            home.call(home.value)

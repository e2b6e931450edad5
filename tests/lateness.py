"""Whether the machine kept time during a test. Some tests have to ask: they are of real time.

A scanner's keys come 2 ms apart and a person's do not: a machine that stands still for 50 ms in
between makes one into the other, and the test then says nothing of the program. Such tests bear
the marker `real_time`; one that failed while the machine was late is run again. One that failed
on a machine that kept time has failed.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

LATE = 12.0
"""Milliseconds that nobody's threshold in a test notices."""

WAITED_FOR = 60_000  # milliseconds
_LOOKED_EVERY = 0.002  # seconds
_AGAIN = 5
_STEAL = 8


class MachineLateError(Exception):
    """The machine stood still during a test of real time, which failed: run it again."""


class Watch:
    """Sleeps and wakes beside a test, and notes how late it woke; use as a context."""

    def __init__(self) -> None:
        self._worst = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="lateness", daemon=True)
        self._before = _stolen()

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    @property
    def late(self) -> float:
        """How long the machine stood still at once, in milliseconds, as far as it can be told."""
        return max(self._worst, _stolen() - self._before)

    def _look(self) -> None:
        while not self._ended.is_set():
            before = time.perf_counter()
            time.sleep(_LOOKED_EVERY)
            self._worst = max(self._worst, (time.perf_counter() - before - _LOOKED_EVERY) * 1000)


def wait_longer() -> None:
    """Let `qtbot` wait a minute for what it waits for, not five seconds: only a fault takes it."""
    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
        assert wait.__kwdefaults__ is not None
        wait.__kwdefaults__["timeout"] = WAITED_FOR


def mark_again(items: list[pytest.Item]) -> None:
    """Let tests of real time be run again, for this reason alone."""
    for item in items:
        if item.get_closest_marker("real_time") is not None:
            item.add_marker(pytest.mark.flaky(reruns=_AGAIN, only_rerun=[MachineLateError]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Watch the machine while a test of real time runs."""
    if item.get_closest_marker("real_time") is None:
        return (yield)
    with Watch() as watch:
        try:
            return (yield)
        except (Exception, pytest.fail.Exception) as error:
            if watch.late > LATE:
                raise MachineLateError(f"{watch.late:.0f} ms") from error
            raise


def _stolen() -> float:
    """Return the milliseconds that a host has taken from this machine, where Linux tells."""
    if sys.platform != "linux":
        return 0.0
    return (
        int(Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[_STEAL]) * 10.0
    )

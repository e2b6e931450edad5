"""Rings with widgets in them are collected in the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.garbage import Garbage


class Ring:
    """Something that only the collector can free, and that notes where."""

    freed_in: list[threading.Thread]

    def __init__(self) -> None:
        self.myself = self
        self.freed_in = FREED

    def __del__(self) -> None:
        self.freed_in.append(threading.current_thread())


FREED: list[threading.Thread] = []


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    gc.enable()  # as in a program: the tests have taken it over themselves
    made = Garbage(each_ms=5)
    made.start()
    yield made
    made.stop()
    was_given_back = gc.isenabled()
    gc.disable()
    assert was_given_back


def test_a_ring_is_freed_in_the_windows_thread(qtbot: QtBot, garbage: Garbage) -> None:
    FREED.clear()
    gone = weakref.ref(Ring())
    kept: list[list[int]] = []

    def allocate() -> None:
        kept.extend([number] for number in range(5_000))

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone() is not None  # the worker would have collected it
    qtbot.waitUntil(lambda: len(FREED) == 1)
    assert FREED[0] is threading.main_thread()

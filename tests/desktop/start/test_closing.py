"""The staged quit: saved first, ended without waiting, left behind after the last resort."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.closing import Closing

pytestmark = pytest.mark.real_time


class Thing(QObject):
    """Ends some time after it was asked to; None: never."""

    closed = Signal()

    def __init__(self, log: list[str], name: str, after_ms: int | None) -> None:
        super().__init__()
        self.log, self.name, self.after_ms = log, name, after_ms

    def close(self) -> None:
        self.log.append(self.name)
        if self.after_ms is not None:
            QTimer.singleShot(self.after_ms, self.closed.emit)


class AtOnce(Thing):
    def close(self) -> None:
        self.log.append(self.name)
        self.closed.emit()


def no_alarm(error: BaseException) -> None:
    raise AssertionError from error


def test_the_draft_first_then_all_then_done(qtbot: QtBot) -> None:
    log: list[str] = []
    closing = Closing(lambda: log.append("draft"), no_alarm)
    closing.began.connect(lambda: log.append("hidden"))
    closing.done.connect(lambda: log.append("done"))
    closing.add(Thing(log, "loop", 40), Thing(log, "jobs", 10))
    closing.begin()
    closing.begin()
    assert log == ["draft", "hidden", "loop", "jobs"]
    assert closing.has_begun
    qtbot.waitUntil(lambda: closing.is_done)
    assert log[-1] == "done"
    assert log.count("done") == 1
    assert closing.clean


def test_things_that_end_at_once_and_no_things_at_all(qtbot: QtBot) -> None:
    log: list[str] = []
    for things in ([], [AtOnce(log, "a", 0), AtOnce(log, "b", 0)]):
        closing = Closing(lambda: None, no_alarm)
        closing.add(*things)
        with qtbot.waitSignal(closing.done, timeout=30_000):
            closing.begin()


def test_the_last_resort_leaves_what_does_not_end(qtbot: QtBot) -> None:
    log: list[str] = []
    closing = Closing(lambda: None, no_alarm, last_resort_ms=60)
    closing.add(Thing(log, "loop", None), Thing(log, "jobs", 5))
    began = time.monotonic()
    with qtbot.waitSignal(closing.done, timeout=30_000):
        closing.begin()
        assert time.monotonic() - began < 0.05  # the window's thread waits for nothing
    assert not closing.clean


def test_a_bug_while_saving_does_not_keep_the_program_open(qtbot: QtBot) -> None:
    log: list[str] = []
    alarms: list[BaseException] = []

    def save() -> None:
        raise ZeroDivisionError

    closing = Closing(save, alarms.append)
    closing.add(Thing(log, "jobs", 0))
    with qtbot.waitSignal(closing.done, timeout=30_000):
        closing.begin()
    assert [type(each) for each in alarms] == [ZeroDivisionError]
    assert log == ["jobs"]

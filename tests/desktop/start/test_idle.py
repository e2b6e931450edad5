"""Nobody at the counter: told once, after the minutes of the setting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.idle import IdleWatch

pytestmark = pytest.mark.real_time


class Watched:
    def __init__(self, application: QApplication, minutes: float = 5) -> None:
        self.at = 1_000.0
        self.told = 0
        self.watch = IdleWatch(application, minutes, now=lambda: self.at, looks_each_ms=5)
        self.watch.idle.connect(self.tell)

    def tell(self) -> None:
        self.told += 1


@pytest.fixture
def watched(qapp: QApplication) -> Watched:
    return Watched(qapp)


def test_it_tells_once_and_again_after_somebody_was_there(qtbot: QtBot, watched: Watched) -> None:
    watched.at += 299
    qtbot.wait(30)
    assert watched.told == 0
    watched.at += 1
    qtbot.waitUntil(lambda: watched.told == 1)
    qtbot.wait(30)
    assert watched.told == 1
    watched.watch.touch()
    watched.at += 300
    qtbot.waitUntil(lambda: watched.told == 2)


def test_a_key_in_any_window_counts(qtbot: QtBot, watched: Watched) -> None:
    for _ in range(2):
        window = QLineEdit()
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        watched.at += 140
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        watched.at += 140
        qtbot.wait(20)
        assert window.text() == "a"
    assert watched.told == 0


def test_a_clock_that_is_set_back_begins_anew(qtbot: QtBot, watched: Watched) -> None:
    watched.at -= 9_999
    # The timer may be late on a busy machine; the clock goes on only when it was seen set back.
    qtbot.waitUntil(lambda: watched.watch._last == watched.at)
    watched.at += 299
    qtbot.wait(20)
    assert watched.told == 0
    watched.at += 1
    qtbot.waitUntil(lambda: watched.told == 1)


def test_no_minutes_never(qtbot: QtBot, qapp: QApplication) -> None:
    watched = Watched(qapp, 0)
    watched.at += 1e9
    qtbot.wait(30)
    assert watched.told == 0

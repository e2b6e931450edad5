"""The home opens behind the first paint; trying again; closing what came too late."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.opening import Opening
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.store import StoreFullError
from counter_app.domain.errors.work import NotEnrolledError
from tests.desktop.now_jobs import NowJobs

pytestmark = pytest.mark.real_time


class Home:
    closed = 0

    def close(self) -> None:
        self.closed += 1


class Watched:
    """An opening whose opener fails as often as told, and what was heard."""

    def __init__(self, *errors: CounterError) -> None:
        self.jobs = NowJobs()
        self.errors = list(errors)
        self.home = Home()
        self.heard: list[object] = []
        self.opening = Opening(self.jobs, self.open)
        self.opening.opened.connect(self.heard.append)
        self.opening.failed.connect(self.heard.append)
        self.opening.not_enrolled.connect(lambda: self.heard.append("wizard"))

    def open(self) -> Home:
        if self.errors:
            raise self.errors.pop(0)
        return self.home


def test_nothing_is_opened_before_the_first_paint(qtbot: QtBot) -> None:
    watched = Watched()
    window = QWidget()
    qtbot.addWidget(window)
    watched.opening.begin_behind(window)
    qtbot.wait(20)
    assert watched.jobs.ran == 0
    window.show()
    qtbot.waitUntil(lambda: watched.heard == [watched.home])
    window.update()
    qtbot.wait(20)
    assert watched.jobs.ran == 1


def test_words_for_a_failure_and_a_second_try(qtbot: QtBot) -> None:
    full = StoreFullError(path="x")
    watched = Watched(full, NotEnrolledError())
    watched.opening.begin()
    watched.opening.begin()
    watched.opening.begin()
    watched.opening.begin()
    assert watched.heard == [full, "wizard", watched.home]
    assert watched.jobs.ran == 3


def test_it_is_not_opened_twice_at_once(qtbot: QtBot) -> None:
    watched = Watched()
    watched.jobs.hold()
    watched.opening.begin()
    watched.opening.begin()
    assert len(watched.jobs.held) == 1


def test_the_home_is_closed_once_at_the_end(qtbot: QtBot) -> None:
    watched = Watched()
    watched.opening.leave()
    watched.opening.begin()
    watched.opening.leave()
    watched.opening.leave()
    assert watched.home.closed == 1

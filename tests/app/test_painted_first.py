"""Works wait for what is to be painted, keep their order, and are handed on when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from counter_app.app.painted_first import PaintedFirst


class Noting:
    """`Jobs` that notes what it is given and does it at once."""

    def __init__(self) -> None:
        self.given: list[Any] = []

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: object = None
    ) -> None:
        """Do `work`."""
        self.given.append((failed, work()))
        done(self.given[-1][1])


def test_works_begin_behind_the_events_of_the_window(qtbot: QtBot) -> None:
    jobs, came = Noting(), list[Any]()
    behind = PaintedFirst(jobs)
    behind.run(lambda: 1, came.append)
    behind.later(lambda: came.append("between"))
    behind.run(lambda: 2, came.append)
    assert came == []
    qtbot.waitUntil(lambda: len(came) == 3)
    assert came == [1, "between", 2]


def test_what_waits_is_handed_on_when_the_window_closes(qtbot: QtBot) -> None:
    jobs, came = Noting(), list[Any]()
    behind = PaintedFirst(jobs)
    behind.run(lambda: "draft", came.append)
    behind.hand_on()
    assert came == ["draft"]
    qtbot.wait(5)
    assert came == ["draft"]  # once


def test_a_work_that_sets_off_another_is_followed_by_it(qtbot: QtBot) -> None:
    jobs, came = Noting(), list[Any]()
    behind = PaintedFirst(jobs)
    behind.run(lambda: 1, lambda _: behind.run(lambda: 2, came.append))
    qtbot.waitUntil(lambda: came == [2])

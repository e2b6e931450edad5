"""The loop's thread: states come home, closing waits for nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.sync_thread import SyncThread
from counter_app.sync.state import Chip, SyncState


class FakeLoop:
    """A loop whose rounds the test gives; its `stop` is heard when the test lets it be."""

    def __init__(
        self, listener: Callable[[SyncState], None], alarm: Callable[[BaseException], None]
    ) -> None:
        self.listener = listener
        self.calls: list[str] = []
        self.let_end = threading.Event()
        self.wake = threading.Event()
        self.bug: BaseException | None = None
        self.thread: threading.Thread | None = None

    def run(self) -> None:
        self.thread = threading.current_thread()
        self.listener(SyncState(Chip.SENDING, 3))
        self.wake.wait(5)
        if self.bug is not None:
            raise self.bug
        self.listener(SyncState(Chip.OFFLINE, 4))
        self.let_end.wait(5)

    def stop(self, seconds: float | None = None) -> bool:
        assert seconds is None
        self.calls.append("stop")
        self.wake.set()
        return False

    def nudge(self) -> None:
        self.calls.append("nudge")
        self.wake.set()

    def resume(self) -> None:
        self.calls.append("resume")


class Sync:
    def __init__(self) -> None:
        self.states: list[SyncState] = []
        self.threads: set[threading.Thread] = set()
        self.alarms: list[BaseException] = []
        self.closed = 0
        self.loops: list[FakeLoop] = []
        self.thread = SyncThread(self.make, self.alarms.append)
        self.thread.told.connect(self.take)
        self.thread.closed.connect(self.end)

    def make(
        self, listener: Callable[[SyncState], None], alarm: Callable[[BaseException], None]
    ) -> FakeLoop:
        self.loops.append(FakeLoop(listener, alarm))
        return self.loops[0]

    def take(self, state: SyncState) -> None:
        self.threads.add(threading.current_thread())
        self.states.append(state)

    def end(self) -> None:
        self.closed += 1


@pytest.fixture
def sync(qtbot: QtBot) -> Sync:
    return Sync()


def test_states_come_home_and_close_waits_for_nothing(qtbot: QtBot, sync: Sync) -> None:
    sync.thread.start()
    sync.thread.start()
    qtbot.waitUntil(lambda: [each.chip for each in sync.states] == [Chip.SENDING])
    sync.thread.nudge()
    sync.thread.resume()
    qtbot.waitUntil(lambda: sync.thread.state == SyncState(Chip.OFFLINE, 4))
    assert sync.threads == {threading.main_thread()}
    loop = sync.loops[0]
    assert loop.thread is not None
    assert loop.thread is not threading.main_thread()
    assert loop.thread.daemon
    sync.thread.close()
    sync.thread.close()
    assert loop.calls == ["nudge", "resume", "stop"]
    assert sync.closed == 0  # it is still in its round
    loop.let_end.set()
    qtbot.waitUntil(lambda: sync.closed == 1)


def test_a_state_that_comes_while_closing_is_dropped(qtbot: QtBot, sync: Sync) -> None:
    sync.thread.start()
    qtbot.waitUntil(lambda: len(sync.states) == 1)
    sync.loops[0].let_end.set()
    sync.thread.close()
    qtbot.waitUntil(lambda: sync.closed == 1)
    assert len(sync.states) == 1


def test_a_loop_that_never_began_is_closed_too(qtbot: QtBot, sync: Sync) -> None:
    sync.thread.close()
    assert sync.closed == 0  # not within `close`
    qtbot.waitUntil(lambda: sync.closed == 1)
    sync.thread.start()
    assert sync.loops[0].thread is None


def test_a_bug_in_the_loop_reaches_the_alarm_and_the_thread_ends(qtbot: QtBot, sync: Sync) -> None:
    sync.loops[0].bug = ZeroDivisionError()
    sync.thread.start()
    sync.thread.nudge()
    qtbot.waitUntil(lambda: sync.closed == 1)
    assert sync.alarms == [sync.loops[0].bug]

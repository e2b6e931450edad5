"""Works in the background: where they run, where answers come home, how the pool ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.thread_jobs import ThreadJobs
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import NotEnrolledError

pytestmark = pytest.mark.real_time


class Heard:
    """What came home, with the thread in which it came."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.alarms: list[BaseException] = []
        self.threads: set[threading.Thread] = set()

    def done(self, result: object) -> None:
        self.threads.add(threading.current_thread())
        self.results.append(result)

    def failed(self, error: CounterError) -> None:
        self.threads.add(threading.current_thread())
        self.errors.append(error)

    def alarm(self, error: BaseException) -> None:
        self.threads.add(threading.current_thread())
        self.alarms.append(error)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def jobs(qtbot: QtBot, heard: Heard) -> Iterator[ThreadJobs]:
    made = ThreadJobs(heard.alarm)
    closed: list[bool] = []
    made.closed.connect(lambda: closed.append(True))
    yield made
    made.close()
    qtbot.waitUntil(lambda: bool(closed))


def raising(error: BaseException) -> object:
    raise error


def test_a_work_runs_elsewhere_and_its_answer_comes_home(
    qtbot: QtBot, jobs: ThreadJobs, heard: Heard
) -> None:
    where: list[threading.Thread] = []

    def work() -> str:
        where.append(threading.current_thread())
        return "xong"

    jobs.run(work, heard.done)
    assert heard.results == []  # never before `run` has returned
    qtbot.waitUntil(lambda: heard.results == ["xong"])
    assert where[0] is not threading.main_thread()
    assert where[0].daemon
    assert heard.threads == {threading.main_thread()}


def test_known_errors_go_to_failed_and_all_others_to_the_alarm(
    qtbot: QtBot, jobs: ThreadJobs, heard: Heard
) -> None:
    known, unasked, bug = NotEnrolledError(), NotEnrolledError(), ZeroDivisionError("x")
    jobs.run(lambda: raising(known), heard.done, heard.failed)
    jobs.run(lambda: raising(unasked), heard.done)
    jobs.run(lambda: raising(bug), heard.done, heard.failed)
    qtbot.waitUntil(lambda: len(heard.errors) + len(heard.alarms) == 3)
    assert heard.errors == [known]
    assert set(heard.alarms) == {unasked, bug}
    assert bug.__traceback__ is not None
    assert heard.threads == {threading.main_thread()}
    assert not heard.results


def test_a_thread_lives_on_after_a_bug(qtbot: QtBot, jobs: ThreadJobs, heard: Heard) -> None:
    for _ in range(5):
        jobs.run(lambda: raising(SystemExit(3)), heard.done)
    jobs.run(lambda: 1, heard.done)
    qtbot.waitUntil(lambda: heard.results == [1])
    assert len(heard.alarms) == 5


def test_two_works_run_at_the_same_time(qtbot: QtBot, jobs: ThreadJobs, heard: Heard) -> None:
    both = threading.Barrier(2, timeout=60)
    for name in ("a", "b"):
        jobs.run(lambda name=name: (both.wait(), name)[1], heard.done)  # type: ignore[misc]
    qtbot.waitUntil(lambda: sorted(map(str, heard.results)) == ["a", "b"])


def test_close_returns_at_once_and_what_was_asked_is_still_done(
    qtbot: QtBot, jobs: ThreadJobs, heard: Heard
) -> None:
    go_on = threading.Event()
    recorded: list[int] = []
    for number in range(4):
        jobs.run(lambda number=number: (go_on.wait(5), recorded.append(number)), heard.done)  # type: ignore[misc]
    closed: list[bool] = []
    jobs.closed.connect(lambda: closed.append(True))
    jobs.close()
    jobs.close()
    assert recorded == []
    jobs.run(lambda: recorded.append(99), heard.done)  # comes too late, isn't taken
    go_on.set()
    qtbot.waitUntil(lambda: closed == [True])
    assert sorted(recorded) == [0, 1, 2, 3]
    assert heard.results == []


def test_a_bug_after_closing_still_reaches_the_alarm(
    qtbot: QtBot, jobs: ThreadJobs, heard: Heard
) -> None:
    go_on = threading.Event()
    jobs.run(lambda: (go_on.wait(5), raising(ValueError()))[0], heard.done)
    jobs.close()
    go_on.set()
    qtbot.waitUntil(lambda: len(heard.alarms) == 1)


def test_a_pool_whose_window_is_gone_hurts_nobody(heard: Heard, qtbot: QtBot) -> None:
    jobs = ThreadJobs(heard.alarm)
    go_on, over = threading.Event(), threading.Event()
    jobs.run(lambda: (go_on.wait(5), over.set()), heard.done)
    jobs.close()
    jobs.deleteLater()
    del jobs
    qtbot.wait(20)
    go_on.set()
    assert over.wait(5)
    qtbot.wait(20)
    assert heard.results == []

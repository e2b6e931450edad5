"""One window a home: a second start, another home, a killed first one, a closing one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.one_instance import Claim, OneInstance, meeting_place

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from counter_app.desktop.start.one_instance import OneInstance
application = QCoreApplication([])
one = OneInstance(Path(sys.argv[1]))
one.raised.connect(lambda: print("raised", flush=True))
if len(sys.argv) > 2:
    one.closing()
claim = one.claim()
print(claim.value, flush=True)
if claim.value == "first":
    if len(sys.argv) > 2:
        from PySide6.QtCore import QTimer
        QTimer.singleShot(1200, application.quit)
    application.exec()
"""


def another(home: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home), *words], stdout=subprocess.PIPE, text=True
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "nhà"


def test_a_second_start_raises_the_first(qtbot: QtBot, home: Path) -> None:
    first = OneInstance(home)
    assert first.claim() is Claim.FIRST
    raised: list[bool] = []
    first.raised.connect(lambda: raised.append(True))
    with another(home) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert said(second) == "raised"
    assert second.returncode == 0
    assert raised == [True]
    first.release()


def test_another_home_has_its_own_window(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    first, other = OneInstance(home), OneInstance(tmp_path / "khác")
    assert (first.claim(), other.claim()) == (Claim.FIRST, Claim.FIRST)
    first.release()
    other.release()
    assert meeting_place(home) == meeting_place(home / ".." / home.name)


def test_a_killed_window_is_no_obstacle(qtbot: QtBot, home: Path) -> None:
    with another(home) as killed:
        assert said(killed) == "first"
        killed.send_signal(signal.SIGKILL)
    mine = OneInstance(home)
    assert mine.claim() is Claim.FIRST
    mine.release()


def test_a_window_that_does_not_answer_is_told_apart(qtbot: QtBot, home: Path) -> None:
    with another(home) as stopped:
        assert said(stopped) == "first"
        stopped.send_signal(signal.SIGSTOP)
        try:
            assert OneInstance(home).claim() is Claim.SILENT
        finally:
            stopped.kill()


def test_a_start_waits_for_a_window_that_is_closing(qtbot: QtBot, home: Path) -> None:
    mine = OneInstance(home)
    with another(home, "closing") as leaving:
        assert said(leaving) == "first"
        assert mine.claim() is Claim.FIRST
    assert leaving.returncode == 0
    mine.release()

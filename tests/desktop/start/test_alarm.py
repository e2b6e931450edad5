"""What nobody expected: from every hook and thread to one notice and one kept report."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, qCritical
from pytestqt.qtbot import QtBot

from counter_app.desktop.start import alarm as alarm_file
from counter_app.desktop.start.alarm import Alarm, AlarmNotice
from counter_app.domain.dates import VIETNAM
from counter_app.services.support.crash_report import KEPT

AT = datetime(2025, 7, 1, 9, 14, 22, tzinfo=VIETNAM)

WHO = "Trần Thị Mẫu 001099000123"

pytestmark = [pytest.mark.real_time, pytest.mark.expects_warnings]


class Watched:
    def __init__(self, log_dir: Path) -> None:
        self.notices: list[AlarmNotice] = []
        self.threads: list[threading.Thread] = []
        self.interrupts = 0
        self.alarm = Alarm(log_dir, lambda: AT, self.interrupt)
        self.alarm.raised.connect(self.take)

    def interrupt(self) -> None:
        self.interrupts += 1

    def take(self, notice: AlarmNotice) -> None:
        self.threads.append(threading.current_thread())
        self.notices.append(notice)


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = Watched(tmp_path / "logs")
    made.alarm.install()
    yield made
    made.alarm.remove()
    made.alarm.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def boom() -> None:
    raise ValueError(f"no {WHO}")


class Unraisable:
    def __del__(self) -> None:
        boom()


def by_slot() -> None:
    QTimer.singleShot(0, boom)


def by_thread() -> None:
    thread = threading.Thread(target=boom, name="sync")
    thread.start()
    thread.join()


def by_hand(watched: Watched) -> None:
    try:
        boom()
    except ValueError as error:
        watched.alarm.caught(error)


def by_destructor() -> None:
    Unraisable()
    gc.collect()


@pytest.mark.parametrize("way", [by_slot, by_thread, by_destructor])
def test_every_hook_leads_to_one_notice(qtbot: QtBot, watched: Watched, way: object) -> None:
    with qtbot.captureExceptions():
        sys.excepthook = watched.alarm._on_uncaught  # pytest-qt has its own in this block
        assert callable(way)
        way()
        qtbot.waitUntil(lambda: len(watched.notices) == 1)
    notice = watched.notices[0]
    assert notice.path is not None
    text = notice.path.read_text(encoding="utf-8")
    assert "trong boom" in text
    assert "ValueError" in text
    assert "Mẫu" not in text
    assert "001099000123" not in text
    assert watched.threads == [threading.main_thread()]


def test_the_same_bug_is_kept_once_and_told_once_in_a_while(
    qtbot: QtBot, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        by_hand(watched)
    qtbot.waitUntil(lambda: len(watched.notices) == 1)
    qtbot.wait(20)
    assert len(watched.notices) == 1
    monkeypatch.setattr(alarm_file, "QUIET_SECONDS", 0.0)
    by_hand(watched)
    qtbot.waitUntil(lambda: len(watched.notices) == 2)
    assert watched.notices[1].times == 21
    assert watched.notices[1].path == watched.notices[0].path
    assert len(list((watched.notices[0].path or Path()).parent.glob("su-co-*"))) == 1


def test_a_full_disk_does_not_silence_it(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the way", encoding="utf-8")
    watched = Watched(tmp_path / "logs")
    watched.alarm.install()
    by_hand(watched)
    qtbot.waitUntil(lambda: len(watched.notices) == 1)
    watched.alarm.remove()
    assert watched.notices[0].path is None


def test_old_reports_go(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    for number in range(60):
        (tmp_path / "logs" / f"su-co-20240101-{number:06}-x.txt").touch()
    by_hand(watched)
    qtbot.waitUntil(lambda: len(watched.notices) == 1)
    assert len(list((tmp_path / "logs").glob("su-co-*"))) == KEPT


def test_an_interrupt_is_no_bug(watched: Watched) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert watched.interrupts == 1


def test_what_qt_says_is_logged_masked(watched: Watched, caplog: pytest.LogCaptureFixture) -> None:
    qCritical("bad value 001099000123 of Trần")
    assert "bad value •••• of …" in caplog.text
    assert "001099000123" not in caplog.text


def test_an_alarm_whose_window_is_gone_hurts_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    alarm = watched.alarm
    parent = QObject()
    alarm.setParent(parent)
    parent.deleteLater()
    qtbot.wait(20)
    alarm.caught(ValueError())


def test_a_crash_of_the_interpreter_leaves_its_stacks(tmp_path: Path) -> None:
    code = (
        "import faulthandler, sys\n"
        "from datetime import datetime\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from counter_app.desktop.start.alarm import Alarm\n"
        "application = QCoreApplication([])\n"
        "alarm = Alarm(Path(sys.argv[1]), datetime.now, lambda: None)\n"
        "alarm.install()\n"
        "Path(sys.argv[1]).mkdir()\n"
        "alarm.watch_crashes()\n"
        "faulthandler._sigsegv()\n"
    )
    log_dir = tmp_path / "logs"
    done = subprocess.run([sys.executable, "-c", code, str(log_dir)], check=False)
    assert done.returncode != 0
    assert "Segmentation fault" in (log_dir / alarm_file.CRASH_FILE).read_text(encoding="utf-8")

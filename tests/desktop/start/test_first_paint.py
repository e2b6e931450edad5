"""The first paint waits for nothing heavy, and keys typed then are taken."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "counter_app.domain.acts",
    "sqlalchemy", "alembic", "sqlcipher3", "pydantic", "requests", "reportlab", "segno",
    "pypdfium2", "cryptography", "argon2", "keyring", "openpyxl", "xlsxwriter", "fastapi",
)  # fmt: skip
"""What takes long to load: 0.6 s and more together on an office's PC."""

PROGRAM = """
import json, sys, time
from pathlib import Path
began = time.perf_counter()
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from counter_app.desktop.presenters.login.login import Doors, LoginPresenter
from counter_app.desktop.screens.login.login_screen import LoginScreen
from counter_app.desktop.start.alarm import Alarm
from counter_app.desktop.start.closing import Closing
from counter_app.desktop.start.one_instance import OneInstance
from counter_app.desktop.start.opening import Opening
from counter_app.desktop.start.stop_signals import StopSignals
from counter_app.desktop.start.sync_thread import SyncThread
from counter_app.desktop.start.thread_jobs import ThreadJobs
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.services.counter.last_seen import read_last_seen
from datetime import datetime

home, heavy = Path(sys.argv[1]), json.loads(sys.argv[2])
application = QApplication([])
look = Look()
look.apply(application)
now = lambda: datetime.now(VIETNAM)
alarm = Alarm(home / "logs", now, application.quit)
alarm.install()
assert OneInstance(home).claim().value == "first"
jobs = ThreadJobs(alarm.caught)
closing = Closing(lambda: None, alarm.caught)
closing.add(jobs)
closing.done.connect(application.quit)
told = {}

class Opened:
    def close(self):
        told["closed"] = True

def opener():
    told["loaded before"] = sorted(set(sys.modules) & set(heavy))
    import counter_app.services.signing_in.login
    import counter_app.papers.fonts
    told["open"] = time.perf_counter() - began
    return Opened()

opening = Opening(jobs, opener)
doors = Doors(now, lambda session: closing.begin(), opening.begin, lambda: None)
screen = LoginScreen(
    look, lambda view: LoginPresenter(view, jobs, doors, read_last_seen(home / "last-seen.json"))
)

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and "painted" not in told:
            told["painted"] = time.perf_counter() - began
            told["heavy at first paint"] = sorted(set(sys.modules) & set(heavy))
            QTimer.singleShot(0, self.type)
        return False

    def type(self):
        for text, key in (("cb-01", Qt.Key.Key_Return), ("bi mat", Qt.Key.Key_Return)):
            QTest.keyClicks(application.focusWidget(), text)
            QTest.keyClick(application.focusWidget(), key)
        told["typed before it was open"] = "open" not in told

def opened(home):
    from counter_app.domain.officers.officer import Officer
    from counter_app.services.counter.workplace import Session

    def log_in(officer, password):
        told["tried"] = [officer, password]
        return Session(Officer(officer, "Trần Thị Mẫu"), "online")

    screen.presenter.ready(log_in, read_last_seen(Path("nowhere")))

opening.opened.connect(opened)
opening.failed.connect(lambda error: application.exit(3))
watch = Watch()
screen.installEventFilter(watch)
screen.resize(1366, 738)
opening.begin_behind(screen)
screen.show()
application.exec()
opening.leave()
alarm.remove()
told["clean"] = closing.clean
print(json.dumps(told))
"""


def test_nothing_heavy_is_loaded_at_the_first_paint_and_keys_are_taken(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), json.dumps(HEAVY)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[3],
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    print(f"first paint {told['painted'] * 1e3:.0f} ms, open {told['open'] * 1e3:.0f} ms")
    assert told["heavy at first paint"] == []
    assert told["loaded before"] == []
    assert told["painted"] < told["open"]
    assert told["tried"] == ["cb-01", "bi mat"]
    assert told["closed"]
    assert told["clean"]

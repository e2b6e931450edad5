"""Serial ports and files: their scans come by the same signals, in the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from counter_app.desktop.scanning.port import PortFeed, PortState
from counter_app.desktop.scanning.raw_scan import RawScan
from counter_app.desktop.scanning.router import ScanRouter
from counter_app.desktop.scanning.scan_file import ScanFile
from counter_app.domain.dates import VIETNAM
from tests.desktop.scanning.hands import CARD, CODE

AT = datetime(2026, 11, 20, 9, 14, tzinfo=VIETNAM)


class ThreadedPort:
    """A port that talks from a thread of its own."""

    def start(self, received: Callable[[str], None], plugged: Callable[[bool], None]) -> None:
        def run() -> None:
            plugged(True)  # noqa: FBT003  as the port calls it
            plugged(True)  # noqa: FBT003  as the port calls it
            received("]Q3" + CARD)
            plugged(False)  # noqa: FBT003

        self.thread = threading.Thread(target=run)
        self.thread.start()

    def stop(self) -> None:
        self.thread.join()


def test_a_serial_scan_comes_home(qtbot: QtBot) -> None:
    router = ScanRouter(lambda: AT)
    feed = PortFeed(ThreadedPort(), "COM3", lambda: AT)
    feed.scanned.connect(router.take)
    states: list[PortState] = []
    threads: list[QThread] = []
    feed.state_changed.connect(states.append)
    router.scanned.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(router.scanned) as found:
        feed.start()
    feed.stop()
    qtbot.waitUntil(lambda: len(states) == 2)
    assert found.args == [RawScan(CARD, "serial:COM3", 0.0, (), AT, typed="]Q3" + CARD)]
    assert states == [PortState.PLUGGED, PortState.GONE]
    assert threads == [QThread.currentThread()]


def test_lines_of_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "scans"
    path.write_text("old\n", encoding="utf-8")
    file = ScanFile(path, lambda: AT)
    texts: list[str] = []
    file.scanned.connect(lambda scan: texts.append(scan.text))
    file.start()
    with path.open("a", encoding="utf-8") as writing:
        writing.write(f"{CARD}\r\n\n{CODE}\nnot yet fini")
    qtbot.waitUntil(lambda: texts == [CARD, CODE])
    with path.open("a", encoding="utf-8") as writing:
        writing.write("shed\n")
    qtbot.waitUntil(lambda: texts[2:] == ["not yet finished"])
    path.write_text("new\n", encoding="utf-8")
    qtbot.waitUntil(lambda: texts[3:] == ["new"])
    file.stop()


def test_a_file_that_is_not_there_yet(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "scans"
    file = ScanFile(path, lambda: AT)
    file.start()
    with qtbot.waitSignal(file.scanned) as found:
        path.write_text(CODE + "\n", encoding="utf-8")
    assert (found.args[0].text, found.args[0].device) == (CODE, "file")
    file.stop()

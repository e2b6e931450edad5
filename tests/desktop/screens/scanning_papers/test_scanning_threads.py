"""The page with the window's real threads and SANE's test device: nothing waits on the window."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.screens.scanning_papers.scanning_page import ScanningPage
from counter_app.desktop.start.thread_jobs import ThreadJobs
from counter_app.desktop.theme.look import Look
from counter_app.devices.paper_scanners.sane_scanner import SaneScanner
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import Feed, PaperDoors, SealedFiles, files_of
from tests.desktop.conftest import Desktop
from tests.devices.paper_scanners.scanimage_double import program
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
LONG = 30_000


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[ThreadJobs]:
    caught: list[BaseException] = []
    made = ThreadJobs(caught.append)
    yield made
    with qtbot.waitSignal(made.closed, timeout=LONG):
        made.close()
    assert caught == []


def opened(
    qtbot: QtBot, look: Look, desktop: Desktop, jobs: ThreadJobs, scanner: SaneScanner
) -> tuple[ScanningPage, str, SealedFiles]:
    counter = desktop.counter
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    files = SealedFiles.beside(counter.workplace.store.path, bytes(32))
    desk = dataclasses.replace(desktop.desk, jobs=jobs)
    page = ScanningPage(look, desk, PaperDoors(files, scanner), lambda: None)
    qtbot.addWidget(page)
    page.resize(1174, 658)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(dossier.uid)
    page.arrive()
    qtbot.waitUntil(
        lambda: page.presenter.scanner.is_ready and page.presenter.hand.may, timeout=LONG
    )
    return page, dossier.uid, files


def test_ten_sheets_of_the_test_device_are_kept(
    qtbot: QtBot, look: Look, desktop: Desktop, jobs: ThreadJobs, tmp_path: Path
) -> None:
    (tmp_path / "dll.conf").write_text("test\n")
    path = shutil.which("scanimage") or program(tmp_path)
    scanner = SaneScanner(environment={"SANE_CONFIG_DIR": str(tmp_path)}, program=path)
    page, uid, files = opened(qtbot, look, desktop, jobs, scanner)
    page.presenter.scanner.choose_feed(Feed.FEEDER.value)
    QTest.keyClick(page._parts.proceed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.presenter.line.is_busy, timeout=LONG)
    assert len(page.presenter.hand.tray.pages) == 10
    QTest.keyClick(page._parts.proceed, Qt.Key.Key_Return)
    place = desktop.desk.workplace
    qtbot.waitUntil(lambda: len(files_of(place, files, uid)) == 1, timeout=LONG)
    (kept,) = files_of(place, files, uid)
    assert kept.file.pages == 10
    assert kept.is_here


def test_esc_stops_a_slow_scanner_at_once(
    qtbot: QtBot, look: Look, desktop: Desktop, jobs: ThreadJobs, tmp_path: Path
) -> None:
    scanner = SaneScanner(environment={"SCAN_KIND": "slow"}, program=program(tmp_path))
    page, _, _ = opened(qtbot, look, desktop, jobs, scanner)
    QTest.keyClick(page._parts.proceed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.presenter.line.share > 0.1, timeout=LONG)
    qtbot.waitUntil(lambda: page._parts.meter._share > 0, timeout=LONG)
    assert page.escape()
    qtbot.waitUntil(lambda: not page.presenter.line.is_busy, timeout=LONG)
    assert page.presenter.hand.tray.pages == []
    assert not page._parts.problem.isVisible()

"""The dialog about our own bug: calm, one at a time, answered by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.alarm import AlarmNotice
from counter_app.desktop.start.alarm_dialog import AlarmDialog
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.domain.dates import VIETNAM
from counter_app.services.support.crash_report import report_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

REPORT = report_of(ZeroDivisionError(), datetime(2025, 7, 1, 9, 14, tzinfo=VIETNAM), "job-1")
KEPT = AlarmNotice(REPORT, Path("logs") / REPORT.file_name)


def sheets() -> list[Sheet]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, Sheet) and each.isVisible()
    ]


def words() -> str:
    return " ".join(label.text() for label in sheets()[0].findChildren(QLabel))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[AlarmDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = AlarmDialog(Look(), lambda: window)
    made.setParent(window)
    yield made
    for sheet in sheets():
        sheet.close()


def test_one_dialog_for_many_bugs(qtbot: QtBot, dialog: AlarmDialog) -> None:
    dialog.show(KEPT)
    assert len(sheets()) == 1
    assert "vẫn an toàn" in words()
    assert REPORT.file_name in words()
    assert "lần" not in words()
    dialog.show(KEPT)
    dialog.show(AlarmNotice(REPORT, None))
    assert len(sheets()) == 1
    assert "Đã gặp 3 lần" in words()


def test_enter_goes_on_and_the_next_one_is_shown_again(qtbot: QtBot, dialog: AlarmDialog) -> None:
    for notice in (KEPT, AlarmNotice(REPORT, None, 7)):
        dialog.show(notice)
        QTest.keyClick(sheets()[0], Qt.Key.Key_Return)
        assert sheets() == []
    dialog.show(AlarmNotice(REPORT, None, 7))
    assert "chưa ghi được xuống đĩa" in words()
    QTest.keyClick(sheets()[0], Qt.Key.Key_Escape)
    assert sheets() == []


def test_the_report_can_be_copied(qtbot: QtBot, dialog: AlarmDialog) -> None:
    dialog.show(KEPT)
    QTest.keyClick(sheets()[0], Qt.Key.Key_1)
    assert QGuiApplication.clipboard().text() == REPORT.text
    assert sheets() == []

"""The sheet of an obstacle by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.screens.obstacles.obstacle_sheet import ObstacleAsker
from counter_app.desktop.theme.look import Look
from tests.desktop.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def test_esc_waits_until_it_is_written(desktop: Desktop, look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = ObstacleAsker(look, window, desktop.desk).ask("")
    with qtbot.waitActive(sheet):
        sheet.activateWindow()
    sheet.type("Máy quét không đọc được thẻ cũ.")
    desktop.jobs.hold()
    QTest.keyClick(sheet, Qt.Key.Key_F9)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    desktop.jobs.release()
    assert not sheet.isVisible()
    assert desktop.notices[-1].bold == "Đã ghi vướng mắc."

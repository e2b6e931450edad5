"""The sheet of a forgotten password by real keys: what is missing is said, the code is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.presenters.resetting.reset import Resetting
from counter_app.desktop.screens.resetting.reset_sheet import CodeSheet, ResetSheet
from counter_app.desktop.theme.look import Look
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from tests.desktop.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def test_enter_says_what_is_missing_then_shows_the_code(
    desktop: Desktop, look: Look, qtbot: QtBot
) -> None:
    head = Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,))
    desk = replace(desktop.desk, session=Session(head, "online"))
    changes: list[Changed] = []
    window = QWidget()
    qtbot.addWidget(window)
    sheet = ResetSheet(look, window, lambda view: Resetting(desk, view, changes.append))
    assert "CB-006" not in {each.id for each in sheet.presenter.officers()}
    with qtbot.waitActive(sheet):
        sheet.open()
        sheet.activateWindow()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert changes == []
    sheet.fill("CB-001", "quên mật khẩu")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(CodeSheet)), timeout=30_000)
    (shown,) = window.findChildren(CodeSheet)
    assert not sheet.isVisible()
    assert changes == [Changed(frozenset({Subject.SENDING}))]
    assert len(shown.shown.code) == 14
    assert "Nguyễn Thị Mẫu" in shown.shown.title
    QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=30_000)


def test_nobody_leaves_before_the_code_was_shown(
    desktop: Desktop, look: Look, qtbot: QtBot
) -> None:
    head = Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,))
    desk = replace(desktop.desk, session=Session(head, "online"))
    window = QWidget()
    qtbot.addWidget(window)
    sheet = ResetSheet(look, window, lambda view: Resetting(desk, view, [].append))
    with qtbot.waitActive(sheet):
        sheet.open()
        sheet.activateWindow()
    sheet.fill("CB-001", "quên mật khẩu")
    desktop.jobs.hold()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.close()
    assert sheet.isVisible()
    desktop.jobs.release()
    assert not sheet.isVisible()
    (shown,) = window.findChildren(CodeSheet)
    assert shown.isVisible()

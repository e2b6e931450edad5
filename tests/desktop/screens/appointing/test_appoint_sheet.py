"""The sheet of a temporary appointment by real keys: what is wrong is said, what is right holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.presenters.appointing.appoint import Appointing, Filled
from counter_app.desktop.screens.appointing.appoint_sheet import AppointSheet
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import shown_date
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from tests.desktop.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def test_enter_says_what_is_wrong_then_appoints(desktop: Desktop, look: Look, qtbot: QtBot) -> None:
    head = Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,))
    desk = replace(desktop.desk, session=Session(head, "online"))
    changes: list[Changed] = []
    window = QWidget()
    qtbot.addWidget(window)
    sheet = AppointSheet(look, window, lambda view: Appointing(desk, view, changes.append))
    with qtbot.waitActive(sheet):
        sheet.open()
        sheet.activateWindow()
    typed = sheet.filled()
    today = desktop.counter.clock.at.date()
    assert (typed.first, typed.last) == (
        shown_date(today), shown_date(today + timedelta(days=59)),
    )  # fmt: skip
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert changes == []
    sheet.fill(Filled("CB-005", ("H26.15",), typed.first, "32/13", "09/QĐ-TT", "ốm"))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.isVisible()
    sheet.fill(Filled("CB-005", ("H26.15",), typed.first, typed.last, "09/QĐ-TT", "ốm"))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=30_000)
    assert changes == [Changed(frozenset({Subject.SENDING}))]
    assert "Hoàng Thị Tập" in desktop.notices[-1].bold
    officer = desk.workplace.reference.officers.with_id("CB-005")
    assert officer is not None
    assert [each.temporary for each in officer.appointments] == [True]

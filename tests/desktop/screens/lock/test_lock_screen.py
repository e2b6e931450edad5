"""The locked screen by real keys, and what it hides."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.lock.lock import Doors, Locked, LockPresenter
from counter_app.desktop.screens.lock.curtain import Curtain
from counter_app.desktop.screens.lock.lock_screen import LockScreen
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.workplace import Session
from tests.desktop.now_jobs import NowJobs

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

AT = datetime(2025, 7, 1, 9, 31, tzinfo=VIETNAM)
SESSION = Session(Officer("cb-01", "Phạm Thị Ví"), "online")


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.tried: list[str] = []
        self.unlocked: list[Session] = []
        self.switched: list[bool] = []
        doors = Doors(
            lambda: AT, self.unlock, self.unlocked.append, lambda: self.switched.append(True)
        )
        locked = Locked(SESSION, "Quầy 2", AT)
        self.screen = LockScreen(Look(), lambda view: LockPresenter(view, NowJobs(), doors, locked))
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 700)
        self.screen.show()
        qtbot.waitUntil(self.screen.isActiveWindow)

    def unlock(self, session: Session, password: str) -> Session:
        self.tried.append(password)
        return session

    @property
    def password(self) -> QLineEdit:
        return self.screen.findChildren(QLineEdit)[0]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_a_password_and_enter_unlock(shown: Shown) -> None:
    assert shown.password.hasFocus()
    QTest.keyClicks(shown.password, "Bi mat 1")
    QTest.keyClick(shown.password, Qt.Key.Key_Return)
    assert shown.tried == ["Bi mat 1"]
    assert shown.unlocked == [SESSION]
    assert shown.password.text() == ""


def test_nothing_gets_past_it_but_f4(shown: Shown) -> None:
    QTest.keyClicks(shown.password, "x")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_F9, Qt.Key.Key_F1):
        QTest.keyClick(shown.password, key)
    assert shown.screen.isVisible()
    assert (shown.tried, shown.switched) == ([], [])
    QTest.keyClick(shown.password, Qt.Key.Key_F4)
    assert shown.switched == [True]
    assert shown.password.text() == ""


def test_it_comes_back_empty(shown: Shown) -> None:
    QTest.keyClicks(shown.password, "x")
    shown.screen.arrive()
    assert shown.password.text() == ""
    assert shown.screen.title() == "Đã khóa"


def test_dialogs_go_out_of_sight_unanswered_and_come_back(qtbot: QtBot, shown: Shown) -> None:
    dialog, other = QDialog(shown.screen), QWidget()
    qtbot.addWidget(dialog)
    qtbot.addWidget(other)
    answers: list[int] = []
    dialog.finished.connect(answers.append)
    dialog.open()
    other.show()
    gone = QDialog(shown.screen)
    gone.open()
    curtain = Curtain()
    curtain.draw(shown.screen)
    assert not dialog.isVisible()
    assert not other.isVisible()
    assert QApplication.activeModalWidget() is None
    gone.deleteLater()
    qtbot.wait(10)
    curtain.open()
    assert dialog.isVisible()
    assert dialog.isModal()
    assert other.isVisible()
    assert answers == []
    dialog.reject()

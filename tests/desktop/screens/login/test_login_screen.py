"""The log-in screen by real keys."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.login.login import Doors, LoginPresenter
from counter_app.desktop.screens.login.login_screen import LoginScreen
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors.session import WrongPasswordError
from counter_app.domain.errors.store import StoreFullError
from counter_app.domain.officers.known import KnownOfficer
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.last_seen import LastSeen
from counter_app.services.counter.workplace import Session
from tests.desktop.now_jobs import NowJobs

pytestmark = [
    pytest.mark.real_time,
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # offscreen has no window manager
]

AT = datetime(2025, 7, 1, 9, 31, tzinfo=VIETNAM)
SEEN = LastSeen(
    "Trung tâm PVHCC phường Mẫu",
    "Quầy 2",
    tuple(KnownOfficer(f"cb-{number:02}", f"Cán Bộ {number}") for number in range(1, 12)),
)


class Shown:
    """A screen on a window, with what it handed on."""

    def __init__(self, qtbot: QtBot, seen: LastSeen = SEEN, scale: float = 1.0) -> None:
        self.tried: list[tuple[str, str]] = []
        self.sessions: list[Session] = []
        self.retries: list[bool] = []
        self.refuse = False
        look = Look(scale=scale)
        doors = Doors(
            lambda: AT, self.sessions.append, lambda: self.retries.append(True), lambda: None
        )
        self.screen = LoginScreen(look, lambda view: LoginPresenter(view, NowJobs(), doors, seen))
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 700)
        self.screen.show()
        qtbot.waitUntil(self.screen.isActiveWindow)

    def log_in(self, officer: str, password: str) -> Session:
        self.tried.append((officer, password))
        if self.refuse:
            raise WrongPasswordError(officer=officer, misses=1)
        return Session(Officer(officer, "Cán Bộ"), "online")

    def ready(self, seen: LastSeen = SEEN) -> None:
        self.screen.presenter.ready(self.log_in, seen)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus, key)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def password(self) -> QLineEdit:
        return self.screen.findChildren(QLineEdit)[-1]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_typed_before_the_home_is_open_and_entered_when_it_is(shown: Shown) -> None:
    shown.type("Bi mat 1")
    shown.press(Qt.Key.Key_Return)
    assert shown.tried == []
    shown.ready()
    assert shown.tried == [("cb-01", "Bi mat 1")]
    assert len(shown.sessions) == 1
    assert shown.password.text() == ""


def test_the_clock_and_the_keys_are_there_from_the_first_moment(shown: Shown) -> None:
    assert shown.password.hasFocus()
    assert shown.password.echoMode() is QLineEdit.EchoMode.Password


def test_digits_belong_to_the_password_and_choose_only_in_the_list(shown: Shown) -> None:
    shown.ready()
    shown.type("123")
    assert shown.password.text() == "123"
    shown.press(Qt.Key.Key_F4)
    assert shown.password.text() == ""
    shown.type("3")
    shown.type("x")
    shown.press(Qt.Key.Key_Enter)
    assert shown.tried == [("cb-03", "x")]


def test_arrows_and_enter_reach_officers_without_a_digit(shown: Shown) -> None:
    shown.ready()
    shown.press(Qt.Key.Key_F4)
    shown.press(Qt.Key.Key_Up)
    for _ in range(20):
        shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Return)
    shown.type("x")
    shown.press(Qt.Key.Key_Return)
    assert shown.tried == [("cb-11", "x")]


def test_a_click_takes_an_officer(shown: Shown) -> None:
    shown.ready()
    shown.press(Qt.Key.Key_F4)
    rows = [
        each
        for each in shown.screen.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == "Cán Bộ 2"
    ]
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    shown.type("x")
    shown.press(Qt.Key.Key_Return)
    assert shown.tried == [("cb-02", "x")]


def test_a_name_is_typed_and_enter_goes_on(qtbot: QtBot) -> None:
    shown = Shown(qtbot, LastSeen())
    shown.ready(LastSeen())
    shown.press(Qt.Key.Key_Return)
    shown.type("cb-77")
    shown.press(Qt.Key.Key_Return)
    assert shown.password.hasFocus()
    shown.type("x")
    shown.press(Qt.Key.Key_Return)
    assert shown.tried == [("cb-77", "x")]


def test_a_wrong_password_is_selected_and_said_where_it_stands(shown: Shown) -> None:
    shown.ready()
    shown.refuse = True
    shown.type("sai")
    shown.press(Qt.Key.Key_Return)
    assert shown.password.selectedText() != ""
    assert "Mật khẩu chưa đúng" in shown.password.accessibleDescription()
    shown.refuse = False
    shown.type("dung")
    assert shown.password.accessibleDescription() == ""
    shown.press(Qt.Key.Key_Return)
    assert shown.tried[-1] == ("cb-01", "dung")


def test_trouble_has_one_key(shown: Shown) -> None:
    shown.type("x")
    shown.screen.presenter.trouble(StoreFullError(path="store.db"))
    shown.press(Qt.Key.Key_Return)
    assert shown.retries == [True]
    assert shown.password.text() == "x"


def test_escape_goes_back_one_step(shown: Shown) -> None:
    shown.ready()
    shown.press(Qt.Key.Key_F4)
    shown.press(Qt.Key.Key_F4)
    assert shown.focus.accessibleName() == "Tên đăng nhập"
    shown.press(Qt.Key.Key_Escape)
    shown.type("1")
    assert shown.password.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_what_is_above_stands_still_and_the_window_never_grows(qtbot: QtBot, scale: float) -> None:
    shown = Shown(qtbot, scale=scale)
    shown.ready()
    size, card = shown.screen.size(), shown.screen._column.card
    before = card.y()
    shown.refuse = True
    shown.type("sai")
    shown.press(Qt.Key.Key_Return)
    shown.screen.presenter.line(is_up=False)
    qtbot.wait(20)
    assert scale > 1 or card.y() == before
    shown.press(Qt.Key.Key_F4)
    qtbot.wait(20)
    shown.screen.presenter.trouble(StoreFullError(path="D:/quay/store.db"))
    qtbot.wait(20)
    assert shown.screen.size() == size
    assert scale > 1 or card.y() == before
    assert card.geometry().bottom() <= shown.screen.height()


def test_everything_that_can_be_pressed_has_a_name(shown: Shown) -> None:
    shown.ready()
    shown.press(Qt.Key.Key_F4)
    for each in shown.screen.findChildren(QAbstractButton) + shown.screen.findChildren(QLineEdit):
        is_named = each.accessibleName() or (isinstance(each, QAbstractButton) and each.text())
        assert is_named or each.isHidden()

"""The wizard by real keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.first_run.first_run import Begun, Doors, Enrolled, FirstRun
from counter_app.desktop.presenters.first_run.state import Step
from counter_app.desktop.presenters.scanner_check.scanner_check import ScannerCheckPresenter
from counter_app.desktop.screens.first_run.first_run_screen import FirstRunScreen
from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen
from counter_app.desktop.theme.look import Look
from tests.desktop.now_jobs import NowJobs

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


class Shown:
    def __init__(self, qtbot: QtBot, scanner: Callable[[], QWidget] | None = None) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.printed: list[Enrolled] = []
        self.finished: list[bool] = []
        self.made: list[QWidget] = []
        doors = Doors(
            self.enrol, lambda step: None, lambda: self.finished.append(True), self.printed.append
        )
        self.screen = FirstRunScreen(
            Look(),
            lambda view: FirstRun(view, NowJobs(), doors, Begun()),
            {Step.PRINTER: self.page, Step.SCANNER: scanner or self.page},
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 706)
        self.screen.show()
        qtbot.waitUntil(self.screen.isActiveWindow)

    def enrol(self, server: str, code: str, ca_file: str) -> Enrolled:
        self.asked.append((server, code, ca_file))
        return Enrolled("00217", "Trung tâm PVHCC phường Mẫu", "2", "", "AB12-CD34")

    def page(self) -> QWidget:
        page = QLineEdit()
        self.made.append(page)
        return page

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier(0)
        QTest.keyClick(self.focus, key, modifier)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_keys_alone_lead_through_it(qtbot: QtBot, shown: Shown) -> None:
    shown.type("motcua.tinh.example")
    shown.press(Qt.Key.Key_Return)
    shown.type("K7QF-3M9T")
    shown.press(Qt.Key.Key_Return)
    assert shown.asked == [("https://motcua.tinh.example", "K7QF-3M9T", "")]
    shown.press(Qt.Key.Key_P, control=True)
    assert len(shown.printed) == 1
    shown.press(Qt.Key.Key_Return)
    assert shown.made == []  # the code isn't kept yet
    shown.press(Qt.Key.Key_Space)
    shown.press(Qt.Key.Key_Return)
    assert len(shown.made) == 1
    qtbot.waitUntil(lambda: shown.made[0].width() > 700)
    assert shown.made[0].hasFocus()
    shown.press(Qt.Key.Key_Return)
    assert len(shown.made) == 2
    assert not shown.made[0].isVisible()
    shown.press(Qt.Key.Key_Escape)
    assert shown.made[0].isVisible()
    assert len(shown.made) == 2  # a page is made once
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Return)
    assert shown.finished == [True]


def test_a_scan_is_taken_where_a_code_is_asked_for(shown: Shown) -> None:
    assert shown.screen.scanned("https://tinh.example")
    shown.press(Qt.Key.Key_Return)
    assert shown.screen.scanned("K7QF-3M9T")
    shown.press(Qt.Key.Key_Return)
    assert shown.asked == [("https://tinh.example", "K7QF-3M9T", "")]
    assert not shown.screen.scanned("K7QF-3M9T")


def test_what_was_typed_is_still_there_after_a_step_back(shown: Shown) -> None:
    shown.type("tinh.example")
    shown.press(Qt.Key.Key_Return)
    shown.type("K7QF")
    shown.press(Qt.Key.Key_Escape)
    assert isinstance(shown.focus, QLineEdit)
    assert shown.focus.text() == "https://tinh.example"
    shown.press(Qt.Key.Key_Return)
    assert shown.focus.text() == "K7QF"


def test_without_a_scanner_enter_leads_on_all_the_same(qtbot: QtBot) -> None:
    def scanner() -> QWidget:
        page = ScannerCheckScreen(Look())
        page.decide_by(
            ScannerCheckPresenter(page, Unkept(), lambda: date(2026, 11, 22), lambda _: None)
        )
        return page

    shown = Shown(qtbot, scanner)
    shown.type("motcua.tinh.example")
    shown.press(Qt.Key.Key_Return)
    shown.type("K7QF-3M9T")
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Space)
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Return)  # past the printer
    assert shown.screen.presenter._step is Step.SCANNER
    shown.press(Qt.Key.Key_Return)  # neither symbol
    shown.press(Qt.Key.Key_Return)
    assert shown.screen.presenter._step is Step.SCANNER
    shown.press(Qt.Key.Key_Return)
    assert shown.screen.presenter._step is Step.DONE


class Unkept:
    """A place for profiles that knows none."""

    def get(self, device: str) -> None:
        return None

    def put(self, profile: object) -> None: ...

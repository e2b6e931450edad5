"""A process with an officer's window and the citizen's beside it; prints what it saw as JSON.

`python -m tests.desktop.screens.citizen.two_displays CASE` on the platform that the environment
names. `typed`: keys and a scan with the citizen screen open. `displays`: one goes and comes back.
`hands`: waits for real hands (xdotool) until Return is pressed.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from counter_app.desktop.presenters.citizen.scenes import waiting
from counter_app.desktop.presenters.citizen.state import CitizenState
from counter_app.desktop.scanning.profile import Mode, ScannerProfile
from counter_app.desktop.scanning.raw_scan import RawScan
from counter_app.desktop.scanning.router import ScanRouter
from counter_app.desktop.screens.citizen.citizen_window import CitizenWindow
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from tests.desktop.scanning import keyboard
from tests.journeys.hands import KeyboardScanner

CODE = "H26.15-250718-000123"
SOON = 60  # milliseconds in which a window system answers


class Officer:
    """The officer's window: a field that is being typed in, and the scanner."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.window.setWindowTitle("officer")
        self.field = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        self.window.resize(640, 400)
        self.scans: list[str] = []
        profile = ScannerProfile(name="may quet", mode=Mode.KEYBOARD)
        self.router = ScanRouter(lambda: datetime.now(VIETNAM), profile)
        self.router.scanned.connect(self._scanned)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        QTest.qWait(SOON)
        self.router.start()
        self.look = Look()
        self.focus: list[str] = []
        application().focusWindowChanged.connect(self._moved)
        self.citizen = CitizenWindow(self.look, self.window)
        self.citizen.screen_shown.present(
            CitizenState("Trung tâm", "Quầy 2", "09:14", "Thứ Ba 01/07/2025", waiting())
        )

    def open(self) -> None:
        """Show the citizen screen, as F12 does."""
        self.citizen.show_to_citizen()
        QTest.qWait(SOON)

    def _scanned(self, scan: RawScan) -> None:
        self.scans.append(scan.text)

    def _moved(self, window: QWindow | None) -> None:
        self.focus.append("" if window is None else window.title())

    def said(self) -> dict[str, object]:
        """Return what is worth asserting."""
        citizen = self.citizen
        return {
            "text": self.field.text(),
            "scans": self.scans,
            "officer_has_keys": QGuiApplication.focusWindow() is self.window.windowHandle(),
            "field_has_keys": QApplication.focusWidget() is self.field,
            "visible": citizen.isVisible(),
            "wanted": citizen.is_wanted,
            "beyond": citizen.is_beyond,
            "full": citizen.isFullScreen(),
            "geometry": list(citizen.geometry().getRect()),
            "focus": self.focus,
        }


def application() -> QApplication:
    """Return the application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def typed(officer: Officer) -> list[dict[str, object]]:
    """Type, click into the citizen screen, type, scan."""
    officer.open()
    for char in "ab":
        keyboard.click(char)
        QTest.qWait(SOON)
    handle = officer.citizen.windowHandle()
    assert handle is not None
    QTest.mouseClick(
        handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 20)
    )
    QTest.qWait(SOON)
    keyboard.click("c")
    QTest.qWait(SOON)
    KeyboardScanner().scan(CODE)
    QTest.qWait(200)
    return [officer.said()]


def displays(officer: Officer) -> list[dict[str, object]]:
    """Open on the second display; it goes; it comes back; F12 puts the screen away."""
    officer.open()
    seen = [officer.said()]
    beyond = QGuiApplication.screens()[-1]
    application().screenRemoved.emit(beyond)
    QTest.qWait(SOON)
    seen.append(officer.said())
    application().screenAdded.emit(beyond)
    QTest.qWait(SOON)
    seen.append(officer.said())
    officer.citizen.go_away()
    application().screenAdded.emit(beyond)
    QTest.qWait(SOON)
    seen.append(officer.said())
    return seen


def hands(officer: Officer) -> list[dict[str, object]]:
    """Say when everything stands, and wait for Return."""
    officer.open()
    print("ready", flush=True)
    until = QEventLoop()
    officer.field.returnPressed.connect(until.quit)
    until.exec()
    return [officer.said()]


if __name__ == "__main__":
    running = QApplication(sys.argv[:1])
    case = {"typed": typed, "displays": displays, "hands": hands}[sys.argv[1]]
    print(json.dumps(case(Officer())), flush=True)

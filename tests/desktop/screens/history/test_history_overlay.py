"""Earlier dossiers by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.history.history import HistoryPresenter
from counter_app.desktop.screens.history.history import HistoryOverlay
from counter_app.desktop.theme.look import Look
from tests.desktop.presenters.history.test_history import NOW, line


class Window(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.resize(1174, 658)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.did: list[str] = []
        self.overlay = HistoryOverlay(look, self)
        self.history = HistoryPresenter(
            self.overlay,
            lambda uid: self.did.append(f"open {uid}"),
            lambda uid: self.did.append(f"copy {uid}"),
        )
        self.overlay.selected.connect(self.history.select)
        self.overlay.opened.connect(self.history.open)
        self.overlay.copied.connect(self.history.copy)


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Window:
    made = Window(look)
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    made.history.show("Trần Thị Mẫu", [line(1), line(2), line(3)], 3, NOW)
    made.overlay.open()
    return made


def test_down_and_enter_opens(window: Window) -> None:
    QTest.keyClick(window.overlay, Qt.Key.Key_Down)
    QTest.keyClick(window.overlay, Qt.Key.Key_Return)
    assert window.did == ["open uid-2"]
    assert window.field.hasFocus()


def test_ctrl_d_copies_the_newest(window: Window) -> None:
    QTest.keyClick(window.overlay, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.did == ["copy uid-1"]
    assert not window.overlay.is_open


def test_esc_does_nothing(window: Window) -> None:
    QTest.keyClick(window.overlay, Qt.Key.Key_Escape)
    assert not window.did
    assert not window.overlay.is_open

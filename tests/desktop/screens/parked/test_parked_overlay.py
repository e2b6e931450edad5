"""Drafts that were put aside, by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.parked.parked import ParkedRow, ParkedState
from counter_app.desktop.screens.parked.parked import ParkedOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.picker_view import PickerView

ROWS = tuple(ParkedRow(f"Trần Thị Mẫu {n}", "Đăng ký khai sinh", f"09:{n:02}") for n in range(9))


class Window(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.resize(1174, 658)
        self.did: list[str] = []
        self.overlay = ParkedOverlay(look, self)
        self.overlay.taken.connect(lambda: self.did.append("taken"))
        self.overlay.thrown.connect(lambda: self.did.append("thrown"))
        self.overlay.selected.connect(lambda row: self.did.append(f"row {row}"))


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Window:
    made = Window(look)
    qtbot.addWidget(made)
    made.show()
    made.overlay.present(ParkedState("Đang làm dở", "Mỗi bản nháp.", ROWS, 0))
    made.overlay.open()
    made.did.clear()
    return made


def test_arrows_and_pages_choose_enter_takes_delete_throws(window: Window) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(window.overlay, key)
    assert window.did == ["row 1", "row 7", "taken", "thrown"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Delete])
@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ShiftModifier,
    ],
)
def test_a_modifier_that_is_not_meant_does_nothing(
    window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(window.overlay, key, modifier)
    assert window.did == []
    assert window.overlay.is_open


def test_the_number_pad_is_a_keyboard_too(window: Window) -> None:
    pad = Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(window.overlay, Qt.Key.Key_Enter, pad)
    QTest.keyClick(window.overlay, Qt.Key.Key_Delete, pad)
    assert window.did == ["taken", "thrown"]


def test_a_click_takes_the_row(window: Window, qtbot: QtBot) -> None:
    view = window.overlay.findChild(PickerView)
    middle = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.did[-2:] == ["row 2", "taken"]

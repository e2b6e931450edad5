from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.keys.keys import KeyWords, keys_state
from counter_app.desktop.screens.keys.keys import KeysOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.key_caps import KeyCaps

KEYS = [KeyWords("F9", "Tiếp nhận và in"), KeyWords("F4", "Sửa người nộp")]


def window_with(qtbot: QtBot, look: Look) -> tuple[QLineEdit, KeysOverlay]:
    window = QWidget()
    window.resize(1174, 658)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    overlay = KeysOverlay(look, window)
    overlay.present(keys_state("Tiếp nhận", KEYS, digits=True))
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field, overlay


def test_it_keeps_the_keys_and_gives_them_back(qtbot: QtBot, look: Look) -> None:
    field, overlay = window_with(qtbot, look)
    overlay.open()
    assert overlay.hasFocus()
    QTest.keyClicks(overlay, "abc")
    QTest.keyClick(overlay, Qt.Key.Key_Tab)
    assert field.text() == ""
    assert overlay.hasFocus()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not overlay.is_open
    assert field.hasFocus()


def test_keys_that_have_nowhere_to_go_back_to_are_its_parents(qtbot: QtBot, look: Look) -> None:
    field, overlay = window_with(qtbot, look)
    overlay.open()
    field.hide()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert overlay.parentWidget().hasFocus()


def test_keys_that_are_elsewhere_by_then_stay_there(qtbot: QtBot, look: Look) -> None:
    field, overlay = window_with(qtbot, look)
    other = QLineEdit(overlay.parentWidget())
    other.show()
    overlay.open()
    field.hide()
    other.setFocus()
    overlay.close_now()
    assert other.hasFocus()


def test_f1_closes_what_f1_opened(qtbot: QtBot, look: Look) -> None:
    _, overlay = window_with(qtbot, look)
    overlay.open()
    with qtbot.waitSignal(overlay.closed):
        QTest.keyClick(overlay, Qt.Key.Key_F1)
    assert not overlay.escape()


def test_every_key_of_the_state_is_drawn(qtbot: QtBot, look: Look) -> None:
    _, overlay = window_with(qtbot, look)
    overlay.open()
    caps = {each.keys for each in overlay.findChildren(KeyCaps)}
    assert caps == {"F4", "F9", "Enter", "Tab", "Esc", "F1", "1"}


def test_a_click_beside_the_card_closes(qtbot: QtBot, look: Look) -> None:
    _, overlay = window_with(qtbot, look)
    overlay.open()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.card.geometry().center())
    assert overlay.is_open
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not overlay.is_open


def test_it_grows_with_the_window_and_the_text(qtbot: QtBot, look: Look) -> None:
    _, overlay = window_with(qtbot, look)
    overlay.open()
    overlay.parentWidget().resize(900, 500)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: overlay.width() == 900)
    assert overlay.rect().contains(overlay.card.geometry())

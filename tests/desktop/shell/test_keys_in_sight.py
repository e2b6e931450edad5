"""Keys that a page asks for after it was left come back to where the officer types."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.shell.window import Window
from counter_app.desktop.theme.look import Look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@dataclass
class Two:
    """Two pages, each with a field; the second is shown."""

    pages: QStackedWidget
    left: QLineEdit
    shown: QLineEdit


@pytest.fixture
def two(qtbot: QtBot) -> Two:
    window, pages, fields = Window(Look()), QStackedWidget(), []
    for _ in range(2):
        page, field = QWidget(), QLineEdit()
        QVBoxLayout(page).addWidget(field)
        pages.addWidget(page)
        fields.append(field)
    qtbot.addWidget(window)
    window.put_in(pages)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pages.setCurrentIndex(1)
    fields[1].setFocus()
    return Two(pages, *fields)


def test_a_page_that_was_left_gets_no_keys(two: Two, qtbot: QtBot) -> None:
    two.left.setFocus()
    qtbot.waitUntil(two.shown.hasFocus)
    QTest.keyClicks(QApplication.focusWidget(), "an")
    assert (two.left.text(), two.shown.text()) == ("", "an")


def test_what_had_them_is_gone(two: Two, qtbot: QtBot) -> None:
    two.left.setFocus()
    two.shown.deleteLater()
    qtbot.waitUntil(two.pages.hasFocus)


def test_a_field_may_be_shown_a_moment_later(two: Two, qtbot: QtBot) -> None:
    two.left.setFocus()
    two.pages.setCurrentIndex(0)
    qtbot.wait(20)
    assert two.left.hasFocus()


def test_a_page_changes_behind_a_dialog(two: Two, qtbot: QtBot) -> None:
    dialog = QDialog(two.pages)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    two.left.setFocus()
    dialog.close()
    two.pages.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is two.shown)

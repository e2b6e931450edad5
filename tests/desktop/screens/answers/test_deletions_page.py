"""What the server took away too much of, under real keys, over a real store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.answers.deletions import DeletionsPresenter
from counter_app.desktop.screens.answers.deletions_page import DeletionsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.services.answers.deletions import held_deletions
from tests.desktop.conftest import Desktop
from tests.services.answers.held import WHY, held, supervising

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


class Shown:
    """The page of a supervisor over a counter of which three dossiers are held back."""

    def __init__(self, qtbot: QtBot, look: Look, desktop: Desktop) -> None:
        self.qtbot, self.desktop = qtbot, desktop
        self.uids = held(desktop.counter, 3)
        self.desk = replace(desktop.desk, session=supervising(desktop.desk.session))
        self.told: list[Changed] = []
        self.opened: list[str] = []
        self.page = DeletionsPage(
            look,
            lambda view: DeletionsPresenter(view, self.desk, self.told.append),
            self.opened.append,
        )
        qtbot.addWidget(self.page)
        self.page.resize(1174, 658)
        self.page.show()
        self.page.arrive()

    @property
    def table(self) -> TableView:
        (table,) = self.page.findChildren(TableView)
        return table

    def press(self, key: Qt.Key) -> Sheet:
        QTest.keyClick(self.table, key)
        sheet = next(each for each in self.page.findChildren(Sheet) if each.isVisible())
        self.qtbot.waitUntil(sheet.isVisible)
        return sheet

    def waiting(self) -> int:
        return held_deletions(self.desk.workplace).count


@pytest.fixture
def shown(qtbot: QtBot, look: Look, desktop: Desktop) -> Shown:
    return Shown(qtbot, look, desktop)


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        (Qt.Key.Key_1, Qt.Key.Key_Return, "Đã giữ lại 3 hồ sơ."),
        (Qt.Key.Key_2, Qt.Key.Key_2, "Đã bỏ 3 hồ sơ khỏi danh sách."),
    ],
)
def test_two_keys_decide(shown: Shown, first: Qt.Key, then: Qt.Key, words: str) -> None:
    QTest.keyClick(shown.press(first), then)
    assert shown.waiting() == 0
    assert shown.desktop.notices[-1].bold == words
    assert Subject.DOSSIERS in shown.told[-1].subjects
    assert shown.desktop.nudges
    assert shown.table.isHidden(), "nothing is left to decide"
    QTest.keyClick(shown.page, first)
    assert not [each for each in shown.page.findChildren(Sheet) if each.isVisible()]


def test_neither_esc_nor_enter_hides(shown: Shown) -> None:
    QTest.keyClick(shown.press(Qt.Key.Key_2), Qt.Key.Key_Escape)
    sheet = shown.press(Qt.Key.Key_2)
    QTest.keyClick(sheet.focusWidget() or sheet, Qt.Key.Key_Return)
    assert shown.waiting() == 3
    assert not shown.told


def test_a_row_is_looked_at_first(shown: Shown) -> None:
    assert WHY in shown.page._banner._rest.text()
    QTest.keyClick(shown.table, Qt.Key.Key_Down)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.opened == [shown.uids[1]]
    assert shown.page.act(Command.REFRESH)
    assert not shown.page.act(Command.RECEIVE)


def test_what_came_meanwhile_is_shown_before_it_is_decided(shown: Shown) -> None:
    sheet = shown.press(Qt.Key.Key_1)
    held(shown.desktop.counter)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert shown.waiting() == 4
    assert "vừa báo thêm" in shown.desktop.notices[-1].bold
    QTest.keyClick(shown.press(Qt.Key.Key_1), Qt.Key.Key_Return)
    assert shown.waiting() == 0


def test_who_is_no_supervisor_is_refused(shown: Shown) -> None:
    shown.page.presenter._desk = replace(shown.desk, session=shown.desktop.counter.session)
    QTest.keyClick(shown.press(Qt.Key.Key_1), Qt.Key.Key_Return)
    assert shown.waiting() == 3
    assert not shown.told
    shown.page.hear(Changed())
    assert not shown.table.isHidden()

"""The question of F10 and the list of unconfirmed papers, under real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import dossier_changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.presenters.reprint.unconfirmed import UnconfirmedPresenter
from counter_app.desktop.screens.reprint.reprint_sheet import ReprintAsker
from counter_app.desktop.screens.reprint.unconfirmed_page import UnconfirmedPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.services.printing.print_list import unconfirmed
from tests.desktop.conftest import Desktop
from tests.services.dossiers.test_life_at_the_counter import received

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

QUESTION = AskState("In lại giấy tiếp nhận", "Trần Thị Mẫu")


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_1, "jammed"),
        (Qt.Key.Key_Return, "jammed"),
        (Qt.Key.Key_2, "lost"),
        (Qt.Key.Key_Escape, ""),
    ],
)
def test_one_key_answers(qtbot: QtBot, key: Qt.Key, answer: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    asker = ReprintAsker(Look(), window)
    answers: list[str] = []
    asker.jammed.connect(lambda: answers.append("jammed"))
    asker.lost.connect(lambda: answers.append("lost"))
    asker.ask(QUESTION)
    sheet = window.findChild(Sheet)
    assert sheet.isVisible()
    QTest.keyClick(sheet, key)
    assert answers == ([answer] if answer else [])
    assert not sheet.isVisible()


def test_the_list_is_worked_off_with_keys(qtbot: QtBot, desktop: Desktop) -> None:
    first, second = received(desktop.counter), received(desktop.counter)
    opened: list[str] = []
    page = UnconfirmedPage(
        Look(),
        lambda view: UnconfirmedPresenter(view, desktop.desk, lambda change: None),
        opened.append,
    )
    qtbot.addWidget(page)
    page.resize(1174, 640)
    page.show()
    page.arrive()
    table = page.findChild(TableView)
    assert table.current_row() == 0, "newest first"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [second.uid]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [line.uid for line in unconfirmed(desktop.desk.workplace)] == [first.uid]
    assert not desktop.tray.sheets
    assert page.act(Command.REPRINT)
    assert len(desktop.tray.sheets) == 1
    assert unconfirmed(desktop.desk.workplace) == ()
    assert not table.isVisible()
    assert page.act(Command.REFRESH)
    assert not page.act(Command.UNDO)
    assert not page.escape()
    assert page.title() == "Chưa xác nhận in"
    assert Command.REPRINT in page.commands()


def test_the_keys_stay_with_the_chosen_paper(qtbot: QtBot, desktop: Desktop) -> None:
    """A paper that comes above it meanwhile is not the one that Space confirms."""
    old, chosen, done = (received(desktop.counter) for _ in range(3))
    page = UnconfirmedPage(
        Look(),
        lambda view: UnconfirmedPresenter(view, desktop.desk, lambda change: None),
        lambda uid: None,
    )
    qtbot.addWidget(page)
    page.resize(1174, 640)
    page.show()
    page.arrive()
    table = page.findChild(TableView)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert page.presenter.uid(table.current_row()) == chosen.uid
    newer = received(desktop.counter)
    page.presenter.changed(dossier_changed(newer.uid))
    assert (table.current_row(), page.presenter.uid(2)) == (2, chosen.uid)
    QTest.keyClick(table, Qt.Key.Key_Space)
    left = [line.uid for line in unconfirmed(desktop.desk.workplace)]
    assert left == [newer.uid, done.uid, old.uid]
    assert page.presenter.uid(table.current_row()) == old.uid, "the next one comes into its place"
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert page.presenter.uid(table.current_row()) == done.uid, "or the last one that is left"

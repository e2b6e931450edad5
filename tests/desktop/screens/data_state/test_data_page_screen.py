"""The page by real keys, over a presenter whose counter does as it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.data_state.data_page import DataPagePresenter
from counter_app.desktop.presenters.data_state.page_state import CopyPlace, DataPageView
from counter_app.desktop.screens.data_state.data_page import DataPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.lists.table_view import TableView
from tests.desktop.now_jobs import NowJobs
from tests.desktop.presenters.data_state.made import ATTENTION, DATA, IN_NEED, OFFLINE, QUIET
from tests.desktop.presenters.data_state.test_data_page import Page


@pytest.fixture
def told() -> Page:
    """What the counter has, and what it was asked to do."""
    return Page()


@pytest.fixture
def shown(qtbot: QtBot, look: Look, told: Page) -> DataPage:
    made = made_page(look, told)
    qtbot.addWidget(made)
    made.resize(1174, 658)
    made.show()
    made.presenter.line(OFFLINE)
    made.arrive()
    return made


def made_page(look: Look, told: Page) -> DataPage:
    def presenter(view: DataPageView) -> DataPagePresenter:
        return DataPagePresenter(view, NowJobs(), told.presenter._acts)

    return DataPage(look, presenter)


def focus() -> object:
    return QApplication.focusWidget()


def test_arrows_and_enter_open_a_dossier(shown: DataPage, told: Page) -> None:
    table = focus()
    assert isinstance(table, TableView)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.opened == ["uid H26.15-250701-0213"]


def test_the_row_stays_where_it_was_when_the_same_comes_again(shown: DataPage) -> None:
    table = focus()
    assert isinstance(table, TableView)
    QTest.keyClick(table, Qt.Key.Key_Down)
    shown.presenter.refresh()
    assert table.current_row() == 1
    assert focus() is table


def test_f5_sends_and_other_commands_are_not_ours(shown: DataPage, told: Page) -> None:
    assert shown.act(Command.REFRESH)
    assert told.tried == 1
    assert not shown.act(Command.RECEIVE)
    assert list(shown.commands()) == [Command.REFRESH]
    assert not shown.escape()


def test_a_copy_by_keys_alone(shown: DataPage, told: Page, qtbot: QtBot, tmp_path: Path) -> None:
    told.drives = [CopyPlace(tmp_path, "KINGSTON", 2**33), CopyPlace(Path("/x"), "SANDISK", 2**31)]
    shown.presenter.ask_copy()
    (sheet,) = shown.findChildren(Sheet)
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClick(sheet, Qt.Key.Key_1)
    assert [path.parent for path in told.copies] == [tmp_path]


def test_esc_copies_nothing(shown: DataPage, told: Page, qtbot: QtBot) -> None:
    told.drives = [CopyPlace(Path("/x"), "KINGSTON", 2**33)]
    shown.presenter.ask_copy()
    (sheet,) = shown.findChildren(Sheet)
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not told.copies


def test_any_folder_can_be_chosen(
    shown: DataPage, told: Page, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.presenter.ask_copy()
    (sheet,) = shown.findChildren(Sheet)
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    (dialog,) = shown.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert [path.parent for path in told.copies] == [tmp_path]


def test_nothing_waiting_leaves_one_sentence(shown: DataPage, told: Page, qtbot: QtBot) -> None:
    told.data = QUIET
    shown.presenter.refresh()
    (table,) = shown.findChildren(TableView)
    assert table.isHidden()
    shown.arrive()
    assert focus() is not None
    told.data = DATA
    shown.presenter.refresh()
    assert not table.isHidden()


def test_hidden_it_reads_no_more(shown: DataPage, told: Page) -> None:
    reads = told.reads
    shown.hide()
    shown.presenter.line(ATTENTION)
    assert told.reads == reads


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_has_a_name_for_screen_readers(
    qtbot: QtBot, look: Look, told: Page, scale: float
) -> None:
    told.data = IN_NEED
    look.set_scale(scale)
    made = made_page(look, told)
    qtbot.addWidget(made)
    made.arrive()
    for widget in (made._copy, made._send, made._table):
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name)
    look.normal()

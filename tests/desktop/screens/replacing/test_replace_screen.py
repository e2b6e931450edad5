"""The page Thay máy by real keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.replacing.replace_page import ReplacePresenter
from counter_app.desktop.screens.replacing.replace_page import ReplacePage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.sync.state import Chip, SyncState
from tests.desktop.now_jobs import NowJobs
from tests.desktop.presenters.replacing.test_replace_page import STICK, Page


def test_keys_alone_lead_through_it(qtbot: QtBot, look: Look) -> None:
    told = Page()
    acts = told.presenter._acts
    page = ReplacePage(look, lambda view: ReplacePresenter(view, NowJobs(), acts))
    qtbot.addWidget(page)
    page.resize(1174, 658)
    page.show()
    page.arrive()
    page.line(SyncState(Chip.OFFLINE, 12, to_send=12))
    assert page.act(Command.REFRESH)
    assert told.tries == 2
    assert page.act(Command.PAPERS)
    sheet = page.findChild(Sheet)
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_1)
    assert told.written == [STICK]
    number = page.findChild(QLineEdit)
    assert number is not None
    QTest.keyClicks(number, "00217")
    assert page.act(Command.RECEIVE)
    assert told.stopped == [], "it asks about the files that no stick takes"
    assert page.act(Command.RECEIVE)
    assert told.stopped == ["00217"]
    assert not number.isVisible()
    assert not page.act(Command.NEW)
    assert not page.escape()
    assert set(page.commands()) == {Command.REFRESH, Command.PAPERS, Command.RECEIVE}
    assert told.written == [STICK, Path(STICK)]

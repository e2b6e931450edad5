"""The four acts by real keys over the reception page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.scanning.meaning import meaning_of
from counter_app.desktop.screens.visitor.visitor_overlay import VisitorOverlay
from counter_app.desktop.shell.reception import Reception
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.intake import Assisted, TurnedAway
from counter_app.domain.acts.kinds import Kind
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import HOME_CARD
from tests.papers.reading import texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
BIRTH = "1.001193"


class Page:
    """The reception page with a citizen and a procedure."""

    def __init__(self, desktop: Desktop, look: Look, qtbot: QtBot) -> None:
        nothing = [].append
        doors = ReceptionDoors("", "2 liên A5", lambda *_: (), nothing, nothing, nothing)
        self.desktop = desktop
        self.screen = Reception(look, desktop.desk, doors)
        qtbot.addWidget(self.screen)
        with qtbot.waitActive(self.screen):
            self.screen.resize(1173, 657)
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()
        self.scan(HOME_CARD)
        self.screen.presenter.choose(BIRTH)

    def scan(self, text: str) -> bool:
        desk = self.desktop.desk
        return self.screen.scanned(meaning_of(text, desk.today(), desk.now()))

    def key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def written(self, kind: Kind) -> list[object]:
        day = self.desktop.counter.clock.at.date()
        with self.desktop.counter.workplace.store.reading() as tx:
            return [row.body for row in tx.day_acts.between(day, day, (kind,), counter="12")]

    @property
    def paper(self) -> str:
        return " ".join(texts(self.desktop.tray.sheets[-1].document.pdf))

    @property
    def is_open(self) -> bool:
        return any(each.is_open for each in self.screen.findChildren(VisitorOverlay))


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot) -> Iterator[Page]:
    made = Page(desktop, look, qtbot)
    yield made
    made.screen._save.stop()  # the drafts are closed before the window is


def test_turned_away_by_three_keys(page: Page) -> None:
    assert page.screen.act(Command.TURN_AWAY)
    assert page.is_open
    page.key(Qt.Key.Key_2)
    page.key(Qt.Key.Key_Return)
    (body,) = page.written(Kind.TURNED_AWAY)
    assert isinstance(body, TurnedAway)
    assert body.reason == "Hồ sơ không đủ điều kiện theo quy định của thủ tục"
    assert "PHIẾU TỪ CHỐI TIẾP NHẬN" in page.paper
    assert not page.is_open
    assert page.screen.presenter.draft.is_empty


def test_a_reason_that_is_typed(page: Page) -> None:
    page.screen.act(Command.TURN_AWAY)
    page.key(Qt.Key.Key_Return)  # nothing chosen: the keys go to the line of words
    page.type("khong thuoc dia ban 12")
    page.key(Qt.Key.Key_Return)  # done with the field
    page.key(Qt.Key.Key_Return)
    (body,) = page.written(Kind.TURNED_AWAY)
    assert isinstance(body, TurnedAway)
    assert body.reason == "khong thuoc dia ban 12", "digits in words choose nothing"


def test_escape_writes_nothing_and_the_page_goes_on(page: Page) -> None:
    before = QApplication.focusWidget()
    page.screen.act(Command.TURN_AWAY)
    page.key(Qt.Key.Key_1)
    page.key(Qt.Key.Key_Escape)
    assert not page.is_open
    assert QApplication.focusWidget() is before
    assert page.written(Kind.TURNED_AWAY) == []
    assert page.screen.presenter.draft.procedure == BIRTH


def test_one_act_after_another_gives_the_keys_back_each_time(page: Page) -> None:
    before = QApplication.focusWidget()
    for act in (Command.GUIDE, Command.DECLARATION, Command.TURN_AWAY):
        page.screen.act(act)
        page.key(Qt.Key.Key_1)
        page.key(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is before, act


def test_a_declaration_by_a_digit_and_enter(page: Page) -> None:
    page.screen.act(Command.DECLARATION)
    page.key(Qt.Key.Key_2)
    page.key(Qt.Key.Key_Return)
    assert "ĐƠN ĐỀ NGHỊ" in page.paper
    assert "Trần Thị Mẫu" in page.paper
    assert not page.is_open


def test_the_guide_by_enter_alone(page: Page) -> None:
    page.screen.act(Command.GUIDE)
    page.key(Qt.Key.Key_Return)
    assert "PHIẾU HƯỚNG DẪN" in page.paper
    assert page.screen.presenter.draft.procedure == BIRTH


def test_a_portal_code_is_scanned_while_it_is_asked_for(page: Page) -> None:
    page.screen.act(Command.ASSIST)
    assert page.scan("G01.899.108-251120-0007")
    page.key(Qt.Key.Key_Return)
    (body,) = page.written(Kind.ASSISTED)
    assert isinstance(body, Assisted)
    assert body.code == "G01.899.108-251120-0007"


def test_a_card_closes_the_panel_and_is_read(page: Page) -> None:
    page.screen.act(Command.ASSIST)
    assert page.scan("001098000124||Lê Văn Thử|01021998|Nam|Phường Hoàn Kiếm, Hà Nội|20082021")
    assert not page.is_open


def test_other_keys_wait_behind_the_panel(page: Page) -> None:
    page.screen.act(Command.GUIDE)
    assert page.screen.act(Command.RECEIVE)
    assert page.screen.act(Command.NEW)
    assert page.is_open
    assert page.desktop.received == []
    page.screen.arrive()
    assert not page.is_open, "who comes back begins anew"


def test_the_overlay_of_keys_and_the_quick_line_know_them(page: Page) -> None:
    words = page.screen.commands()
    assert words[Command.GUIDE] == "In phiếu hướng dẫn"
    assert words[Command.DECLARATION] == "In tờ khai điền sẵn"
    assert {Command.TURN_AWAY, Command.ASSIST} <= words.keys()
    page.screen.presenter.act(Command.NEW)
    assert Command.GUIDE not in page.screen.commands(), "not before a procedure is chosen"

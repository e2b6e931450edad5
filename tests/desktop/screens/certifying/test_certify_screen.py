"""Quick certification by real keys: three of them write a line of the book."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.scanning.meaning import CardScan, CodeScan
from counter_app.desktop.screens.certifying.certify_screen import CertifyScreen
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.dates import VIETNAM
from counter_app.domain.people.citizen_card import CardReading, read_card
from counter_app.services.certifying.quick import BookLine, book_of
from tests.desktop.conftest import Desktop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
AT = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)
CARD = "001199000456||Trần Thị Mẫu|15031999|Nữ|Số 12 đường Mẫu, phường Mẫu, Ví Dụ|20082021"


class Page:
    """The page with what it printed."""

    def __init__(self, desktop: Desktop, look: Look, qtbot: QtBot) -> None:
        self.desktop = desktop
        self.slips: list[BookLine] = []
        self.screen = CertifyScreen(look, desktop.desk, self.slips.append)
        qtbot.addWidget(self.screen)
        with qtbot.waitActive(self.screen):
            self.screen.resize(1173, 657)
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.screen._count.edit, text)

    def key(self, key: Qt.Key) -> None:
        focused = self.screen.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    @property
    def book(self) -> tuple[BookLine, ...]:
        place = self.desktop.counter
        return book_of(place.workplace, place.clock.at.date())


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot) -> Page:
    return Page(desktop, look, qtbot)


def test_three_keys_with_the_one_that_opens_the_page(page: Page) -> None:
    page.type("5")
    assert page.screen._price.text() == "7.000 đ"
    page.key(Qt.Key.Key_Return)
    (line,) = page.book
    assert (line.certified.pages, line.certified.copies, line.amount) == (5, 1, 7_000)
    assert "1/2026" in page.desktop.notices[-1].bold
    page.type("2")
    page.key(Qt.Key.Key_Return)
    assert page.book[0].certified.pages == 2, "what was typed before is gone by itself"


def test_f10_right_after_enter_prints_the_line_that_is_being_written(page: Page) -> None:
    page.type("5")
    page.key(Qt.Key.Key_Return)
    page.desktop.jobs.hold()
    page.type("2")
    page.key(Qt.Key.Key_Return)
    assert page.screen.act(Command.REPRINT)
    assert page.slips == []
    assert not page.screen.presenter.ask_void()
    page.desktop.jobs.release()
    assert [slip.certified.pages for slip in page.slips] == [2]


def test_the_line_that_was_asked_about_is_made_void(page: Page) -> None:
    for pages in ("5", "2"):
        page.type(pages)
        page.key(Qt.Key.Key_Return)
    presenter = page.screen.presenter
    presenter.select(1)
    assert presenter.ask_void()
    presenter.select(0)  # as when a line comes above it
    presenter.void("ghi nhầm")
    assert [(line.certified.pages, bool(line.void)) for line in page.book] == [
        (2, False), (5, True),
    ]  # fmt: skip


def test_copies_by_arrows_and_by_x(page: Page) -> None:
    page.type("5")
    page.key(Qt.Key.Key_Up)
    page.key(Qt.Key.Key_Up)
    page.key(Qt.Key.Key_Down)
    assert page.screen._said.text() == "5 trang × 2 bản"
    page.key(Qt.Key.Key_Return)
    page.type("3x12")
    page.key(Qt.Key.Key_Return)
    assert [(each.certified.pages, each.certified.copies) for each in page.book] == [
        (3, 12), (5, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["", "0", "x", "5x", "5x0"])
def test_what_says_nothing_writes_nothing(page: Page, typed: str) -> None:
    page.screen._count.edit.clear()
    page.screen.presenter.type("")
    page.type(typed)
    assert not page.screen._write.isEnabled()
    assert page.screen._reason.isVisible()
    page.key(Qt.Key.Key_Return)
    assert page.book == ()


def test_signatures_names_and_money_by_transfer(page: Page) -> None:
    assert page.screen.act(Command.FAVOURITE_2)
    assert page.screen._price.text() == "10.000 đ"
    reading = read_card(CARD, date(2026, 11, 20))
    assert isinstance(reading, CardReading)
    assert page.screen.scanned(CardScan(reading, AT))
    page.screen._transfer.click()
    assert page.screen.act(Command.RECEIVE)
    (line,) = page.book
    assert line.certified.what is CertifiedWhat.SIGNATURE
    assert line.certified.requester == "Trần Thị Mẫu"
    assert line.certified.method is PayMethod.TRANSFER
    assert not page.screen.scanned(CodeScan("H26.15-250701-0001", "", AT)), "the window's"


def test_a_long_book_is_doubted(page: Page) -> None:
    page.type("250")
    assert page.screen._doubt.isVisible()
    page.key(Qt.Key.Key_Return)
    assert page.book[0].amount == 200_000, "doubted, not refused"


def test_a_line_is_made_void_with_its_reason(page: Page) -> None:
    page.type("5")
    page.key(Qt.Key.Key_Return)
    page.screen._table.setFocus()
    page.screen._table.select_row(0)
    page.key(Qt.Key.Key_Delete)
    sheet = page.screen._sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert page.book[0].void == "", "not without a reason"
    assert page.screen._why is not None
    QTest.keyClicks(page.screen._why.edit, "go nham")
    QTest.keyClick(page.screen._why.edit, Qt.Key.Key_Return)
    assert page.book[0].void == "go nham"
    assert not page.screen.presenter.ask_void(), "once"
    assert not page.screen.presenter.print_slip()


def test_a_slip_when_a_citizen_asks(page: Page) -> None:
    page.screen.act(Command.REPRINT)
    assert page.slips == [], "nothing is chosen yet"
    page.type("5")
    page.key(Qt.Key.Key_Return)
    page.screen.act(Command.REPRINT)
    assert [each.number for each in page.slips] == ["1/2026"]


def test_escape_leads_back_to_the_line(page: Page) -> None:
    page.screen._paper.edit.setFocus()
    assert page.screen.escape()
    assert page.screen._count.edit.hasFocus()
    assert not page.screen.escape()

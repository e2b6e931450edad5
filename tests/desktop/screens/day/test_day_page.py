"""A day closed by real keys and scans: the pile, a reason by a digit, F9 to the minutes."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.day.day_state import DayActs, DayStep
from counter_app.desktop.scanning.meaning import CodeScan
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.office import Gap
from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.services.closing.stand import Closing, closings_of
from counter_app.services.dossiers.piles import hand_over
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
AT = datetime(2026, 11, 20, 16, 30, tzinfo=VIETNAM)
STRANGE = "H99.01-261120-0007"


class Office:
    """The page with what it asked of the office around it."""

    def __init__(self, desktop: Desktop, look: Look, qtbot: QtBot) -> None:
        self.desktop, self.look, self.qtbot = desktop, look, qtbot
        self.opened: list[str] = []
        self.registered: list[str] = []
        self.led: list[str] = []
        self.made: list[Closing] = []
        self.told: list[Changed] = []
        self.acts = DayActs(
            self.opened.append,
            self.registered.append,
            lambda: self.led.append("money"),
            lambda: self.led.append("sending"),
            self._make,
            self.told.append,
        )

    def page(self) -> ClosedDayPage:
        made = ClosedDayPage(self.look, self.desktop.desk, self.acts)
        self.qtbot.addWidget(made)
        with self.qtbot.waitActive(made):
            made.resize(1173, 657)
            made.show()
            made.activateWindow()
        made.arrive()
        return made

    def receive(self) -> Dossier:
        place = self.desktop.counter
        dossier = receive(place.workplace, place.session, Reception("1.001193", person()))
        body = Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER)
        return record(place.workplace, place.session, dossier.uid, body)

    def _make(self, closing: Closing) -> Document:
        self.made.append(closing)
        return Document("day_closing", "TT03-2025", b"%PDF-", copies=1)


@pytest.fixture
def office(desktop: Desktop, look: Look, qtbot: QtBot) -> Office:
    return Office(desktop, look, qtbot)


def _scan(page: ClosedDayPage, code: str) -> bool:
    assert page.scanned(CodeScan(code, code, AT))
    return page.last_scan_fits()


def _texts(page: ClosedDayPage) -> str:
    model = page._table.model()
    cells = [
        model.data(model.index(row, column), 257)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return " | ".join(cell.text for cell in cells)


def test_a_day_from_the_first_key_to_the_minutes(office: Office) -> None:
    right, missing, away = office.receive(), office.receive(), office.receive()
    place = office.desktop.counter
    hand_over(place.workplace, place.session, [away.uid], "Phòng Kinh tế", "Lê Văn Thử")
    page = office.page()
    assert page._empty_card.isVisible(), "nothing is unfinished"
    assert _scan(page, right.code)
    assert page.presenter._step is DayStep.PILE, "the first scan leads to the pile"
    assert not _scan(page, away.code), "another sound: it should lie elsewhere"
    assert not _scan(page, STRANGE)
    assert _scan(page, right.code)
    assert page._count.text() == "3"
    assert "đã quét rồi" in page._heard.text()
    assert page.act(Command.RECEIVE)
    texts = _texts(page)
    said = ("chưa có trong Hệ thống", "chưa quét thấy trên bàn", "đã bàn giao cho Phòng Kinh tế")
    for words in said:
        assert words in texts
    assert [chip.text() for chip in page._chips]
    # The three differences: out of the pile, found, and explained by a digit.
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert office.registered == [STRANGE]
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert office.opened == [missing.uid]
    QTest.keyClick(page._table, Qt.Key.Key_Space)
    QTest.keyClick(page._table, Qt.Key.Key_3)
    assert page.act(Command.RECEIVE)
    assert "chưa hỏi được máy chủ" in _texts(page)
    assert page.act(Command.RECEIVE)
    assert page._proceed.isEnabled()
    assert page.act(Command.RECEIVE)
    (closing,) = office.made
    reasons = place.workplace.reference.reasons.of(ReasonUse.DAY)
    assert {(each.gap, each.code, each.reason, each.settled) for each in closing.body.gaps} == {
        (Gap.NOT_ON_DESK, missing.code, "", True),
        (Gap.WRONG_PLACE, away.code, reasons[2].text, False),
    }
    assert len(office.desktop.tray.sheets) == 1
    assert office.told
    assert not page._proceed.isEnabled(), "closed: again only as a correction"
    assert page.act(Command.REPRINT)
    assert len(office.made) == 2


def test_the_pile_survives_a_kill(office: Office) -> None:
    dossier = office.receive()
    page = office.page()
    _scan(page, dossier.code)
    again = office.page()
    again.presenter.go(DayStep.PILE)
    assert again._count.text() == "1"
    assert dossier.code in _texts(again)


def test_it_waits_until_everything_is_said(office: Office) -> None:
    office.receive()
    page = office.page()
    page.presenter.go(DayStep.CLOSE)
    assert not page._proceed.isEnabled()
    assert "1 chênh lệch" in page._why_not.text()
    assert page.act(Command.RECEIVE)
    assert office.made == []
    assert page.escape()
    assert page.escape()
    assert page.presenter._step is DayStep.LISTS
    page.focus_reason()
    QTest.keyClicks(page._reason.edit, "bao truong bo phan")
    QTest.keyClick(page._reason.edit, Qt.Key.Key_Return)
    assert page._table.hasFocus()
    assert "bao truong bo phan" in _texts(page)


def test_a_day_that_was_closed_is_corrected(office: Office) -> None:
    page = office.page()
    page.presenter.go(DayStep.CLOSE)
    assert page.act(Command.RECEIVE)
    dossier = office.receive()
    page.hear(dossier_changed(dossier.uid))
    assert "1 việc ghi sau khi chốt" in page._banner._rest.text()
    _scan(page, dossier.code)
    assert not page._proceed.isEnabled()
    page._correction.edit.setFocus()
    QTest.keyClicks(page._correction.edit, "ghi sot mot ho so")
    assert page.act(Command.RECEIVE)
    place = office.desktop.counter
    first, second = closings_of(place.workplace, place.clock.at.date())
    assert second.body.corrects == first.uid
    assert second.body.reason == "ghi sot mot ho so"


def test_midnight_while_the_page_is_open(office: Office) -> None:
    dossier = office.receive()
    page = office.page()
    _scan(page, dossier.code)
    office.desktop.counter.clock.go(hours=15)
    page.arrive()
    assert "20/11/2026" in page._title.text()
    assert "hôm nay là 21/11/2026" in page._banner._bold.text()
    page.presenter.go(DayStep.CLOSE)
    assert page.act(Command.RECEIVE)
    page.arrive()
    assert "21/11/2026" in page._title.text(), "the day is closed: the next begins"
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert "20/11/2026" in page._title.text()


def test_a_clock_that_was_set_back_is_said(office: Office) -> None:
    office.receive()
    office.desktop.counter.clock.go(days=-9)
    page = office.page()
    assert "không thể đúng" in page._banner._bold.text()

"""A shift by real keys: counted, closed, printed; a difference explained; a payment taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.shift.shift_page import Closed
from counter_app.desktop.presenters.shift.shift_state import Balance
from counter_app.desktop.screens.shift.sheets import CancelPaymentSheet, ReceiptSheet
from counter_app.desktop.screens.shift.shift_screen import ShiftScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.cell_painting import is_cut
from counter_app.desktop.widgets.lists.cells import CELL_ROLE
from counter_app.desktop.widgets.lists.table_delegate import row_height
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.acts.steps import Receipt
from counter_app.domain.cash import MoneyDay
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.payments import link_receipt, take_payment
from counter_app.services.money.shift import open_shift
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
LAND = FeeLine("Phí thẩm định", FeeKind.FEE, 120_000)


class Page:
    """The page with what it printed."""

    def __init__(self, desktop: Desktop, look: Look, qtbot: QtBot) -> None:
        self.desktop = desktop
        self.closed: list[Closed] = []
        self.days: list[MoneyDay] = []
        self.changes: list[Changed] = []
        place = desktop.counter
        self.dossier = receive(
            place.workplace, place.session, Reception("1.001193", person(), entered_fees=(LAND,))
        )
        take_payment(place.workplace, place.session, self.dossier.uid, (FEE,))
        take_payment(place.workplace, place.session, self.dossier.uid, (LAND,))
        self.screen = ShiftScreen(look, desktop.desk, self._sheet, self._day)
        self.screen.wrote.connect(self.changes.append)
        qtbot.addWidget(self.screen)
        with qtbot.waitActive(self.screen):
            self.screen.resize(1173, 657)
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()

    def _sheet(self, closed: Closed) -> Document:
        self.closed.append(closed)
        return Document("cash_sheet", "TT03-2025", b"%PDF-", copies=1)

    def _day(self, day: MoneyDay) -> Document:
        self.days.append(day)
        return Document("cash_sheet", "TT03-2025", b"%PDF-", copies=1)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        found = self.screen.focusWidget()
        assert found is not None
        return found

    @property
    def now(self) -> Dossier:
        return detail(self.desktop.desk.workplace, self.dossier.uid).dossier


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot) -> Page:
    return Page(desktop, look, qtbot)


def test_counted_down_the_column_closed_and_printed(page: Page) -> None:
    assert page.screen._expected.text() == "128.000 đ"
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Down)
    page.type("1")  # 100.000
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    page.type("1")  # 20.000
    for _ in range(2):
        page.press(Qt.Key.Key_Return)
    page.type("1")  # 5.000
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    page.type("3")  # 1.000
    assert page.screen._balance.text() == "Khớp với số phải có."
    for _ in range(3):
        page.press(Qt.Key.Key_Return)
    page.type("Thu quy")
    assert page.screen.act(Command.RECEIVE)
    (closed,) = page.closed
    assert (closed.act.difference, closed.act.handed_to) == (0, "Thu quy")
    assert len(page.desktop.tray.sheets) == 1
    assert page.screen._expected.text() == "0 đ"
    assert page.screen.act(Command.REPRINT)
    assert len(page.desktop.tray.sheets) == 2


def test_ctrl_t_prints_the_day_when_a_shift_was_closed(page: Page) -> None:
    assert page.screen.commands()[Command.SHIFT]
    assert page.screen.act(Command.SHIFT)
    assert page.days == []
    assert "chưa chốt ca nào" in page.desktop.notices[-1].bold
    place = page.desktop.counter
    for fee in (None, FEE):
        if fee is not None:
            take_payment(place.workplace, place.session, page.dossier.uid, (fee,))
        page.screen.presenter.explain("đếm sau")
        page.screen.presenter.refresh()
        assert page.screen.presenter.close()
    page.screen.act(Command.SHIFT)
    (day,) = page.days
    assert [each.expected for each in day.counts] == [128_000, 8_000]
    assert sum(line.amount for line in day.lines) == 136_000
    assert page.desktop.tray.sheets[-1].title.startswith("Bảng kê tiền ngày ")
    assert page.desktop.notices[-1].rest == ""
    take_payment(place.workplace, place.session, page.dossier.uid, (FEE,))
    page.screen.act(Command.SHIFT)
    assert "Phạm Thị Ví" in page.desktop.notices[-1].rest


def test_nothing_counted_is_no_difference(page: Page) -> None:
    page.screen.act(Command.RECEIVE)
    assert page.closed == []
    assert page.desktop.notices[-1].bold == "Chưa đếm tiền."
    page.type("0")
    page.screen.act(Command.RECEIVE)
    assert "ghi lý do" in page.desktop.notices[-1].bold, "an empty drawer is one"
    assert page.screen._reason.edit.hasFocus()


def test_a_difference_must_be_explained(page: Page) -> None:
    page.type("1")  # 500.000
    assert page.screen._reason.isVisible()
    page.screen.act(Command.RECEIVE)
    assert page.closed == []
    assert page.screen._reason.edit.hasFocus(), "the keys are where something is missing"
    page.type("tien le")
    page.screen.act(Command.RECEIVE)
    assert page.closed[0].act.difference == 372_000


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_receipts_number_is_never_cut(page: Page, look: Look, scale: float) -> None:
    """As wide a one as there is: eight digits, with its symbol on the line below."""
    place = page.desktop.counter
    payment = page.now.payments[0].uid
    link_receipt(
        place.workplace, place.session, page.dossier.uid, payment, Receipt("1C26TVD", "00009999")
    )
    look.set_scale(scale)
    page.screen.arrive()
    table = page.screen.findChild(TableView)
    last = table.model().columnCount() - 1
    cells = [table.model().index(row, last).data(CELL_ROLE) for row in range(2)]
    (row,) = [place for place, cell in enumerate(cells) if cell.text == "00009999"]
    assert cells[row].below == "1C26TVD"
    area = QRectF(table.visualRect(table.model().index(row, last)))
    width = table._delegate.inner(area, last).width()
    assert not is_cut(look, cells[row], width, two_lines=True)
    assert table.rowHeight(row) >= row_height(look, two_lines=True)


def test_letters_are_no_number_of_notes(page: Page) -> None:
    page.type("x")
    assert not page.screen._close.isEnabled()
    page.screen.act(Command.RECEIVE)
    assert page.closed == []


def test_an_e_receipt_is_named(page: Page, qtbot: QtBot) -> None:
    table = page.screen._table
    table.setFocus()
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    sheet = page.screen._sheet
    assert isinstance(sheet, ReceiptSheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert page.now.payments[0].receipt is None, "not without symbol and number"
    QTest.keyClicks(sheet._symbol.edit, "01BLP26E")
    QTest.keyClicks(sheet._number.edit, "0000123")
    QTest.keyClick(sheet._number.edit, Qt.Key.Key_Return)
    receipt = page.now.payments[0].receipt
    assert receipt is not None
    assert (receipt.symbol, receipt.number) == ("01BLP26E", "0000123")


def test_a_payment_is_taken_back(page: Page) -> None:
    table = page.screen._table
    table.setFocus()
    table.select_row(1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    sheet = page.screen._sheet
    assert isinstance(sheet, CancelPaymentSheet)
    QTest.keyClicks(sheet._reason.edit, "thu nham")
    QTest.keyClick(sheet._reason.edit, Qt.Key.Key_Return)
    assert page.now.payments[1].is_cancelled
    assert page.changes[-1].dossiers == {page.dossier.uid}
    assert page.screen._expected.text() == "8.000 đ"
    table.select_row(1)
    assert not page.screen.presenter.ask_cancel(), "once"


def test_the_payment_that_was_asked_about_is_taken_back_whatever_came_meanwhile(
    page: Page,
) -> None:
    page.screen._table.select_row(1)
    presenter = page.screen.presenter
    assert presenter.ask_cancel()
    presenter.select(0)  # as when lines come above it
    presenter.cancel("thu nhầm")
    assert [each.is_cancelled for each in page.now.payments] == [False, True]


def test_what_others_of_the_office_write_is_left_to_them(page: Page) -> None:
    place = page.desktop.counter
    take_payment(place.workplace, place.session, page.dossier.uid, (FEE,))
    page.screen.hear(dossier_changed(page.dossier.uid))
    assert open_shift(place.workplace, place.session).cash == 136_000
    assert page.screen._expected.text() == "136.000 đ"
    assert page.screen.presenter._counts() is not None
    assert page.screen._balance.text() == "Đếm tiền trong ngăn kéo."
    assert Balance.UNCOUNTED.value == "uncounted"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_lines_fill_their_box(page: Page, look: Look, scale: float, qtbot: QtBot) -> None:
    look.set_scale(scale)
    page.screen.resize(1174, 657)
    table = page.screen._table
    qtbot.waitUntil(
        lambda: table.horizontalHeader().length() == table.viewport().width(), timeout=30_000
    )
    assert table.isColumnHidden(2) == (scale > 1)


def test_escape_leads_from_the_lines_to_the_count(page: Page) -> None:
    page.screen._table.setFocus()
    assert page.screen.escape()
    assert not page.screen.escape()

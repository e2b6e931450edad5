"""The page of one dossier and the return of its result, by real key events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.scanning.meaning import CardScan, CodeScan
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.detail.sheets import (
    CancelSheet,
    ContactSheet,
)
from counter_app.desktop.screens.dossiers.flat_tab import FlatTab
from counter_app.desktop.screens.reprint.reprint_sheet import ReprintSheet
from counter_app.desktop.screens.returning.other_form import OtherFormView
from counter_app.desktop.screens.returning.return_panel import ReturnPanel
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.citizen_card import CardReading
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import take_result_in
from counter_app.services.dossiers.stepping import find
from tests.desktop.conftest import Desktop
from tests.made import NOON, person

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
RESULTS = (ResultPaper("Giấy khai sinh", "118/2026"), ResultPaper("Trích lục", copies=2))


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop) -> Iterator[DetailPage]:
    shown = DetailPage(Look(), desktop.desk)
    qtbot.addWidget(shown)
    shown.resize(1174, 658)
    shown.show()
    QTest.qWaitForWindowActive(shown)
    yield shown
    shown.close()


@pytest.fixture
def dossier(desktop: Desktop) -> Dossier:
    """A dossier at work."""
    counter = desktop.counter
    return receive(counter.workplace, counter.session, Reception("1.001193", person()))


@pytest.fixture
def waiting(desktop: Desktop, dossier: Dossier) -> Dossier:
    """A dossier whose result is here."""
    counter = desktop.counter
    return take_result_in(counter.workplace, counter.session, dossier, RESULTS)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key) -> None:
    QTest.keyClick(focus(), key)


def now(desktop: Desktop, dossier: Dossier) -> Dossier:
    return find(desktop.counter.workplace, dossier.code)


def button(page: QWidget, text: str) -> QuietButton:
    return next(each for each in page.findChildren(QuietButton) if each.text() == text)


def sheet(page: DetailPage, kind: type[Sheet]) -> Sheet:
    found = page.findChildren(kind)
    assert found
    return found[-1]  # type: ignore[no-any-return]


def test_case_g_scan_f8_enter(
    page: DetailPage, desktop: Desktop, waiting: Dossier, qtbot: QtBot
) -> None:
    page.open_code(waiting.code)
    page.arrive()
    assert isinstance(focus(), PrimaryButton)
    assert page.act(Command.RETURN)
    with qtbot.waitSignal(page.wrote):
        press(Key.Key_Return)
    after = now(desktop, waiting)
    assert after.status is Status.RETURNED
    assert desktop.tray.sheets[-1].document.form == "result_slip"
    assert page.title() == waiting.code
    assert not page.presenter.is_returning
    assert page._timeline.hasFocus(), "an Enter too many opens nothing"


def test_the_receivers_card_ticks(page: DetailPage, desktop: Desktop, waiting: Dossier) -> None:
    page.open(waiting.uid)
    card = CardScan(CardReading("001184000123", "Trần Thị Mẫu"), NOON)
    assert not page.scanned(card)
    page.act(Command.RETURN)
    assert page.scanned(card)
    assert not page.scanned(CodeScan(waiting.code, waiting.code, NOON))
    press(Key.Key_Return)
    assert now(desktop, waiting).status is Status.RETURNED


def test_digits_tick_and_enter_returns_from_a_row(
    page: DetailPage, desktop: Desktop, waiting: Dossier
) -> None:
    page.open(waiting.uid, "return")
    page.arrive()
    rows = [row for row in page.findChildren(CheckRow) if row.isVisible()]
    assert rows[1].isChecked()
    press(Key.Key_2)
    rows = [row for row in page.findChildren(CheckRow) if row.isVisible()]
    assert not rows[1].isChecked()
    QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    assert rows[2].isChecked()
    rows[-1].setFocus()
    press(Key.Key_Space)
    assert not rows[-1].isChecked()
    press(Key.Key_Return)
    returned = now(desktop, waiting).returned
    assert returned is not None
    assert returned.results == RESULTS[:1]
    assert returned.basis is ReturnBasis.LOST_RECEIPT
    assert len(returned.originals_returned) == 1


def test_somebody_else_is_typed_with_the_keyboard_alone(
    page: DetailPage, desktop: Desktop, waiting: Dossier
) -> None:
    page.open(waiting.uid, "return")
    page.arrive()
    assert page.act(Command.EDIT)
    assert isinstance(focus(), QLineEdit)
    QTest.keyClicks(focus(), "Le Van Thu")
    press(Key.Key_Return)
    QTest.keyClicks(focus(), "001084000124")
    for _ in range(4):
        press(Key.Key_Return) if isinstance(focus(), QLineEdit) else press(Key.Key_Tab)
    assert isinstance(focus(), QLineEdit)
    QTest.keyClicks(focus(), "30/6/25")
    press(Key.Key_Return)
    assert isinstance(focus(), PrimaryButton)
    press(Key.Key_Return)
    returned = now(desktop, waiting).returned
    assert returned is not None
    assert returned.receiver.name == "Le Van Thu"
    assert returned.receiver.identity.number == "001084000124"
    assert returned.authority.paper_date is not None


def test_esc_goes_back_step_by_step(page: DetailPage, waiting: Dossier, qtbot: QtBot) -> None:
    page.open(waiting.uid, "return")
    page.arrive()
    page.act(Command.EDIT)
    panel, form = page.findChild(ReturnPanel), page.findChild(OtherFormView)
    assert isinstance(panel, ReturnPanel)
    assert isinstance(form, OtherFormView)
    assert form.isVisible()
    assert page.escape()
    assert not form.isVisible()
    assert panel.isVisible()
    assert page.escape()
    assert not panel.isVisible()
    assert not page.escape()
    back = page.findChildren(QuietButton)[0]
    with qtbot.waitSignal(page.left):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)


def test_there_is_no_result_yet(page: DetailPage, desktop: Desktop, dossier: Dossier) -> None:
    page.open(dossier.uid, "return")
    page.arrive()
    big = [each for each in page.findChildren(PrimaryButton) if each.isVisible()]
    assert not big[0].isEnabled()
    assert big[0].accessibleDescription() == "Chưa có kết quả để trả."
    press(Key.Key_Return)
    assert now(desktop, dossier).status is Status.RECEIVED
    press(Key.Key_1)
    assert big[0].isEnabled()
    press(Key.Key_Return)
    assert now(desktop, dossier).status is Status.RETURNED


def test_parts_by_digits(page: DetailPage, waiting: Dossier) -> None:
    page.open(waiting.uid)
    page.arrive()
    press(Key.Key_3)
    tabs = page.findChildren(FlatTab)
    assert [tab.isChecked() for tab in tabs] == [False, False, True, False]
    QTest.mouseClick(tabs[1], Qt.MouseButton.LeftButton)
    assert [tab.isChecked() for tab in tabs] == [False, True, False, False]


def test_a_code_that_is_not_here(page: DetailPage, desktop: Desktop, qtbot: QtBot) -> None:
    centre = desktop.counter.workplace.enrolment.centre
    code = f"{centre}-261120-9999"
    page.open_code(code)
    page.arrive()
    assert page.title() == code
    assert focus().isVisible()
    assert set(page.commands()) == {Command.REFRESH}
    assert not page.act(Command.REPRINT)
    assert not page.act(Command.RETURN)
    assert not page.escape()


def test_contact_is_logged_from_its_dialog(
    page: DetailPage, desktop: Desktop, waiting: Dossier, qtbot: QtBot
) -> None:
    page.open(waiting.uid)
    page.arrive()
    QTest.mouseClick(button(page, "Ghi liên hệ"), Qt.MouseButton.LeftButton)
    dialog = sheet(page, ContactSheet)
    assert isinstance(dialog.focusWidget(), QLineEdit)
    with qtbot.waitSignal(page.wrote):
        QTest.keyClick(dialog, Key.Key_Return)
    assert not dialog.isVisible()
    assert desktop.notices[-1].bold == "Đã ghi liên hệ."


def test_a_mistake_is_cancelled(page: DetailPage, desktop: Desktop, dossier: Dossier) -> None:
    page.open(dossier.uid)
    page.arrive()
    QTest.mouseClick(button(page, "Hủy tiếp nhận"), Qt.MouseButton.LeftButton)
    dialog = sheet(page, CancelSheet)
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible(), "it wants a reason"
    reason = dialog.findChildren(QLineEdit)[0]
    QTest.keyClicks(reason, "nham")
    QTest.keyClick(reason, Key.Key_Return)
    assert now(desktop, dossier).status is Status.WITHDRAWN


def test_esc_leaves_a_dialog_and_nothing_is_written(
    page: DetailPage, desktop: Desktop, dossier: Dossier
) -> None:
    page.open(dossier.uid)
    page.arrive()
    QTest.mouseClick(button(page, "Hủy tiếp nhận"), Qt.MouseButton.LeftButton)
    dialog = sheet(page, CancelSheet)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert now(desktop, dossier).status is Status.RECEIVED


def test_reprints_ask_why(page: DetailPage, desktop: Desktop, dossier: Dossier) -> None:
    page.open(dossier.uid)
    page.arrive()
    assert page.act(Command.REPRINT)
    assert len(desktop.tray.sheets) == 1
    page.act(Command.REFRESH)
    assert page.act(Command.REPRINT)
    dialog = sheet(page, ReprintSheet)
    QTest.keyClick(dialog, Key.Key_2)
    assert desktop.tray.sheets[-1].document.reprint == 1
    assert "In lại" in page.commands()[Command.REPRINT].capitalize()


def test_a_page_of_the_window(page: DetailPage, waiting: Dossier) -> None:
    page.open(waiting.uid)
    page.arrive()
    assert Command.EDIT not in page.commands()
    assert not page.act(Command.EDIT)
    assert not page.act(Command.NEW)
    page.act(Command.RETURN)
    assert Command.EDIT in page.commands()
    page.hear(Changed(from_server=True))
    assert page.presenter.is_returning


def test_everything_has_a_name(page: DetailPage, waiting: Dossier) -> None:
    page.open(waiting.uid, "return")
    page.act(Command.EDIT)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget

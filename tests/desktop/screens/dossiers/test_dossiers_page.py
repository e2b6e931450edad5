"""The page of lists, by real key events over a real store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.scanning.meaning import CodeScan
from counter_app.desktop.screens.dossiers.dossiers_page import DossiersPage, Opening
from counter_app.desktop.screens.dossiers.drop_button import DropButton
from counter_app.desktop.screens.dossiers.flat_tab import FlatTab
from counter_app.desktop.screens.dossiers.queue_chips import QueueChips
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.domain.acts.steps import SupplementItem
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.dossiers.lists import Queue
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.steps.supplement import ask_supplement
from tests.desktop.conftest import Desktop
from tests.made import NOON, person

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def receive_one(desktop: Desktop, name: str, number: str = "001184000123") -> Dossier:
    counter = desktop.counter
    counter.clock.go(minutes=1)
    reception = Reception("1.001193", person(name, number))
    return receive(counter.workplace, counter.session, reception)


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop) -> Iterator[DossiersPage]:
    shown = DossiersPage(Look(), desktop.desk)
    qtbot.addWidget(shown)
    shown.resize(1174, 658)
    shown.show()
    QTest.qWaitForWindowActive(shown)
    yield shown
    shown.close()


def found(page: QWidget, kind: type) -> object:
    child = page.findChild(kind)
    assert child is not None
    return child


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key) -> None:
    QTest.keyClick(focus(), key)


def test_arrows_walk_and_enter_opens(page: DossiersPage, desktop: Desktop, qtbot: QtBot) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    second = receive_one(desktop, "Lê Văn Thử")
    page.arrive()
    assert isinstance(focus(), TableView)
    press(Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        press(Key.Key_Return)
    assert opened.args == [Opening(second.uid)]
    with qtbot.waitSignal(page.opened) as opened:
        assert page.act(Command.RETURN)
    assert opened.args == [Opening(second.uid, "return")]
    with qtbot.waitSignal(page.opened) as opened:
        assert page.act(Command.REPRINT)
    assert opened.args == [Opening(second.uid, "reprint")]


def test_f7_opens_the_supplement_of_the_chosen_row(
    page: DossiersPage, desktop: Desktop, qtbot: QtBot
) -> None:
    dossier = receive_one(desktop, "Trần Thị Mẫu")
    counter = desktop.counter
    page.arrive()
    assert page.commands()[Command.SUPPLEMENT] == "yêu cầu bổ sung"
    items = (SupplementItem("Ảnh chân dung"),)
    ask_supplement(counter.workplace, counter.session, dossier.uid, items)
    page.show_queue(Queue.WAITING_SUPPLEMENT)
    assert page.commands()[Command.SUPPLEMENT] == "nhận bổ sung"
    with qtbot.waitSignal(page.opened) as opened:
        assert page.act(Command.SUPPLEMENT)
    assert opened.args == [Opening(dossier.uid, "supplement")]


def test_letters_in_the_table_search(page: DossiersPage, desktop: Desktop, qtbot: QtBot) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    dossier = receive_one(desktop, "Võ Thị Ví Dụ", "001184000126")
    page.arrive()
    for letter in "vo":
        QTest.keyClicks(focus(), letter)
    assert isinstance(focus(), QLineEdit)
    assert focus().text() == "vo"  # type: ignore[attr-defined]
    with qtbot.waitSignal(page.opened) as opened:
        press(Key.Key_Return)
    assert opened.args == [Opening(dossier.uid)]


def test_esc_empties_the_search_and_then_goes_back(page: DossiersPage, desktop: Desktop) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    page.arrive()
    assert page.act(Command.FILTER)
    assert isinstance(focus(), QLineEdit)
    QTest.keyClicks(focus(), "khongcoai")
    assert page.escape()
    assert isinstance(focus(), TableView)
    assert not page.escape()


def test_an_empty_result_widens_with_enter(page: DossiersPage, desktop: Desktop) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    page.show_queue(Queue.WAITING_RETURN)
    page.arrive()
    assert page.title() == "Chờ trả kết quả"
    QTest.keyClicks(focus(), "mau")
    press(Key.Key_Return)
    assert page.presenter.queue is Queue.ALL
    assert page.presenter.has_current()


def test_down_leads_from_the_search_into_the_rows(page: DossiersPage, desktop: Desktop) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    page.arrive()
    page.act(Command.FILTER)
    press(Key.Key_Down)
    assert isinstance(focus(), TableView)


def test_chips_by_mouse_and_by_keys(page: DossiersPage, desktop: Desktop) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    page.arrive()
    chips = found(page, QueueChips)
    assert isinstance(chips, QueueChips)
    unsent = chips.findChildren(FilterChip)[-1]
    assert unsent.accessibleName() == "Chờ gửi 1"
    QTest.mouseClick(unsent, Qt.MouseButton.LeftButton)
    assert page.presenter.queue is Queue.UNSENT
    assert unsent.isChecked()
    chips.focus_chosen()
    press(Key.Key_Right)
    assert isinstance(focus(), FlatTab)
    press(Key.Key_Space)
    assert page.presenter.queue is Queue.OPEN
    press(Key.Key_Left)
    assert focus() is unsent


def test_drop_downs_say_what_is_chosen(page: DossiersPage) -> None:
    page.arrive()
    days, counters = page.findChildren(DropButton)
    days.picked.emit("7")
    assert days.text() == "Nhận: 7 ngày qua"
    page.show_queue(Queue.UNSENT)
    assert not days.isEnabled()
    assert days.accessibleDescription()
    assert not counters.isEnabled()


def test_where_the_window_is_small_the_chips_take_two_lines(page: DossiersPage) -> None:
    page.arrive()
    chips = found(page, QueueChips)
    assert isinstance(chips, QueueChips)
    one = chips.sizeHint().height()
    page.resize(800, 658)
    QApplication.processEvents()
    assert chips.sizeHint().height() > one


def test_where_text_is_big_columns_give_way_but_never_the_state(
    page: DossiersPage, desktop: Desktop
) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    page.arrive()
    table = found(page, TableView)
    assert isinstance(table, TableView)
    assert not table.isColumnHidden(3)
    page.resize(840, 658)
    QApplication.processEvents()
    assert table.isColumnHidden(3)
    assert table.isColumnHidden(4)
    right = table.columnViewportPosition(7) + table.columnWidth(7)
    assert right <= table.viewport().width() + 1


def test_a_page_of_the_window(page: DossiersPage, desktop: Desktop) -> None:
    page.arrive()
    assert set(page.commands()) == {Command.FILTER, Command.REFRESH}
    assert not page.act(Command.RETURN)
    assert not page.scanned(CodeScan("H26.15-261120-0001", "", NOON))
    receive_one(desktop, "Trần Thị Mẫu")
    page.hear(Changed(from_server=True))
    assert Command.RETURN in page.commands()
    assert page.act(Command.REFRESH)


def test_an_empty_machine_begins_a_reception(page: DossiersPage, qtbot: QtBot) -> None:
    page.arrive()
    with qtbot.waitSignal(page.reception):
        press(Key.Key_Return)


def test_everything_has_a_name(page: DossiersPage, desktop: Desktop) -> None:
    receive_one(desktop, "Trần Thị Mẫu")
    page.arrive()
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget

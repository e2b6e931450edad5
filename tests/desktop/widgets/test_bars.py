"""The rail says where one is and asks where to go; the status bar keeps its order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.bars.bar import Bar
from counter_app.desktop.widgets.bars.net_chip import NetChip
from counter_app.desktop.widgets.bars.rail import Rail
from counter_app.desktop.widgets.bars.status_item import StatusItem

Key = Qt.Key


def rail_of(qtbot: QtBot, look: Look) -> Rail:
    rail = Rail(look, "Nơi làm việc")
    qtbot.addWidget(rail)
    rail.add("receive", "Tiếp nhận", "in", keys="F2")
    rail.add("intake", "Chờ tiếp nhận", "inbox")
    rail.add_divider()
    rail.add("late", "Quá hạn", "late", tone=Tone.LATE, foot=True)
    with qtbot.waitActive(rail):
        rail.show()
        rail.activateWindow()
    return rail


def test_a_low_rail_scrolls_to_where_one_is_and_thins_nothing(qtbot: QtBot, look: Look) -> None:
    rail = rail_of(qtbot, look)
    for number in range(20):
        rail.add(f"more-{number}", f"Nơi {number}", "folder")
    rail.resize(rail.width(), 300)
    rail.set_current("more-19")
    here = rail.item("more-19")
    qtbot.waitUntil(lambda: here.visibleRegion().boundingRect().height() == here.height())
    assert here.height() >= here.minimumSizeHint().height()
    assert rail.item("receive").visibleRegion().isEmpty()
    rail.set_current("receive")
    qtbot.waitUntil(lambda: not rail.item("receive").visibleRegion().isEmpty())
    assert rail.item("late").visibleRegion().boundingRect().size() == rail.item("late").size()


def test_a_click_asks_and_the_window_says_where_one_is(qtbot: QtBot, look: Look) -> None:
    rail = rail_of(qtbot, look)
    rail.set_current("receive")
    with qtbot.waitSignal(rail.picked) as told:
        QTest.mouseClick(rail.item("intake"), Qt.MouseButton.LeftButton)
    assert told.args == ["intake"]
    assert rail.item("receive").isChecked()
    rail.set_current("intake")
    assert [rail.item(key).isChecked() for key in ("receive", "intake")] == [False, True]
    rail.set_current(None)
    rail.grab()


def test_arrows_move_the_focus_and_enter_goes(qtbot: QtBot, look: Look) -> None:
    rail = rail_of(qtbot, look)
    rail.item("receive").setFocus()
    with qtbot.assertNotEmitted(rail.picked):
        QTest.keyClick(rail.item("receive"), Key.Key_Down)
    assert rail.item("intake").hasFocus()
    with qtbot.waitSignal(rail.picked):
        QTest.keyClick(rail.item("intake"), Key.Key_Return)
    QTest.keyClick(rail.item("intake"), Key.Key_Up)
    assert rail.item("receive").hasFocus()


def test_a_count_is_said_and_zero_is_empty(qtbot: QtBot, look: Look) -> None:
    rail = rail_of(qtbot, look)
    rail.set_count("late", 2)
    assert rail.item("late").accessibleName() == "Quá hạn 2"
    rail.set_count("late", 0)
    assert rail.item("late").accessibleName() == "Quá hạn"


def test_the_rail_is_wider_for_bigger_text(qtbot: QtBot, look: Look) -> None:
    rail = rail_of(qtbot, look)
    assert rail.width() == 193
    look.set_scale(1.5)
    assert rail.width() == 289


def test_a_fault_stays_in_its_place(qtbot: QtBot, look: Look) -> None:
    bar = Bar(look, 32, line="top")
    qtbot.addWidget(bar)
    net, printer = NetChip(look), StatusItem(look, "print")
    bar.row.addWidget(net)
    bar.row.addWidget(printer)
    bar.row.addStretch(1)
    net.set("cloud-off", "Mất mạng · 7 chờ gửi", offline=True)
    printer.set("print", "HP 107a", good=True)
    bar.resize(600, 32)
    bar.show()
    place = printer.x()
    printer.set("print", "HP 107a hết giấy", fault=True)
    bar.grab()
    assert printer.x() == place
    assert bar.sizeHint().height() == 32
    with qtbot.waitSignal(net.clicked):
        QTest.mouseClick(net, Qt.MouseButton.LeftButton)

"""Lists: rows are walked and opened by real keys; long names are wrapped, codes never cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import ChipTone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.lists.cell_painting import code_font, is_cut
from counter_app.desktop.widgets.lists.cells import (
    CELL_ROLE,
    Cell,
    ChipCell,
    CodeCell,
    Column,
    DeadlineCell,
    DeadlineKind,
    IconCell,
    SectionCell,
    Sort,
    TextCell,
)
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.desktop.widgets.lists.table_delegate import GAP, PADDING
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.desktop.widgets.lists.timeline_view import TimelineView

Key = Qt.Key
COLUMNS = (Column("Mã hồ sơ", 190), Column("Chủ hồ sơ", 0), Column("Hạn", 150, Sort.UP, indent=21))


def rows(count: int) -> list[tuple[Cell, ...]]:
    """Return rows of a table."""
    return [
        (CodeCell(f"H26.15-250701-{n:04}"), TextCell("Trần Thị Mẫu"), DeadlineCell("Còn 2 ngày"))
        for n in range(count)
    ]


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> TableView:
    view = TableView(look, COLUMNS)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.set_rows(rows(30))
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def test_the_rest_of_the_width_goes_to_one_column(table: TableView) -> None:
    assert [table.columnWidth(n) for n in range(3)] == [190, table.viewport().width() - 340, 150]
    assert table.rowHeight(0) == 34


def test_a_hidden_column_leaves_its_room_to_the_rest(table: TableView) -> None:
    table.setColumnHidden(0, True)  # noqa: FBT003 (Qt's own)
    assert table.columnWidth(1) == table.viewport().width() - 150
    table.setColumnHidden(0, False)  # noqa: FBT003 (Qt's own)
    assert [table.columnWidth(n) for n in range(3)] == [190, table.viewport().width() - 340, 150]


def test_rows_are_walked_and_opened_by_keys(qtbot: QtBot, table: TableView) -> None:
    table.setFocus()
    assert table.current_row() == 0
    QTest.keyClick(table, Key.Key_Down)
    QTest.keyClick(table, Key.Key_Down)
    assert table.current_row() == 2
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Key.Key_Return)
    assert told.args[0].row() == 2
    QTest.keyClick(table, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.current_row() == 29


def test_letters_and_digits_are_the_pages(table: TableView) -> None:
    """A scan or a filter begun in the list isn't swallowed by Qt's own search."""
    table.setFocus()
    table.select_row(4)
    QTest.keyClicks(table, "H26")
    assert table.current_row() == 4


def test_a_row_stays_chosen_when_the_list_is_new(table: TableView) -> None:
    table.select_row(5)
    table.set_rows(rows(8))
    assert table.current_row() == 5
    table.set_rows(rows(3))
    assert table.current_row() == 2
    table.set_rows([])
    assert table.current_row() == -1


def test_every_kind_of_cell_is_painted(look: Look, qtbot: QtBot, table: TableView) -> None:
    kinds: list[tuple[Cell, ...]] = [
        (CodeCell("H26"), TextCell("a", right=True), DeadlineCell("Quá hạn", DeadlineKind.LATE)),
        (CodeCell("H26"), ChipCell("Đang xử lý", ChipTone.WORKING), IconCell("cloud-up", "chờ")),
        (SectionCell("Vừa được máy chủ nhận"),) * 3,
    ]
    table.set_rows(kinds)
    table.setFocus()
    table.select_row(1)
    table.grab()
    model = table.model()
    assert not model.flags(model.index(2, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(0, 0).data(CELL_ROLE) == CodeCell("H26")
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Chủ hồ sơ"


def test_a_cut_text_has_a_tool_tip_and_a_code_fits(look: Look, qtbot: QtBot) -> None:
    assert is_cut(look, TextCell("Thay đổi, cải chính, bổ sung thông tin hộ tịch"), 120)
    assert not is_cut(look, TextCell("Trần"), 120)
    assert not is_cut(look, CodeCell("HG00217-250701-0003"), 10)
    for scale in (0.9, 1.0, 1.5, 1.75):
        look.set_scale(scale)
        from counter_app.desktop.theme.painting import text_width

        width = text_width("HG00217-250701-0003", code_font(look))
        assert PADDING + width + GAP <= look.px(190) + GAP


def test_a_click_on_a_head_asks_to_sort(qtbot: QtBot, table: TableView) -> None:
    head = table.horizontalHeader()
    with qtbot.waitSignal(table.head_clicked) as told:
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(230, 10))
    assert told.args == [1]
    table.set_columns((*COLUMNS[:2], Column("Hạn", 150, Sort.DOWN, indent=21)))
    table.grab()


FOUND = (
    PickerRow("Đăng ký khai sinh", ((8, 9),), "Hộ tịch · 8.000 đ", "1.001193", "Ctrl+1"),
    PickerRow("Đăng ký lại khai sinh", (), "Hộ tịch", "1.004884"),
    PickerRow("Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ " * 8, (), "m", "2.1"),
    PickerRow("Không dùng ở đây", enabled=False),
)


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> PickerView:
    view = PickerView(look)
    qtbot.addWidget(view)
    view.set_rows(FOUND)
    view.resize(700, 300)
    view.show()
    qtbot.wait(1)
    return view


def test_steps_stop_at_the_ends(picker: PickerView) -> None:
    assert picker.current() == 0
    picker.step(-1)
    assert picker.current() == 0
    picker.step(8)
    assert picker.current() == 3
    picker.set_current(1)
    assert picker.current() == 1
    picker.set_rows(())
    assert picker.current() == -1
    picker.step(1)
    assert picker.current() == -1


def test_a_long_name_takes_two_lines_and_no_more(picker: PickerView) -> None:
    heights = [picker.visualRect(picker.model().index(n, 0)).height() for n in range(3)]
    assert heights == [51, 51, 71]
    picker.grab()


def test_the_name_is_never_cut_on_two_lines(qtbot: QtBot, look: Look, picker: PickerView) -> None:
    look.set_scale(1.5)
    qtbot.wait(1)
    assert picker.visualRect(picker.model().index(0, 0)).height() == 30 + 27 + 13
    picker.grab()


def test_a_click_takes_a_row_that_can_be_taken(qtbot: QtBot, picker: PickerView) -> None:
    def click(row: int) -> None:
        at = picker.visualRect(picker.model().index(row, 0)).center()
        QTest.mouseClick(picker.viewport(), Qt.MouseButton.LeftButton, pos=at)

    with qtbot.waitSignal(picker.chosen) as told:
        click(1)
    assert told.args == [1]
    with qtbot.assertNotEmitted(picker.chosen):
        click(3)


def test_the_picker_is_as_high_as_its_rows(picker: PickerView) -> None:
    picker.set_rows(FOUND[:2])
    assert picker.sizeHint().height() == 2 * 51
    assert not picker.hasFocus()


def test_a_timeline_shows_what_is_not_sent(qtbot: QtBot, look: Look) -> None:
    view = TimelineView(look)
    qtbot.addWidget(view)
    view.set_rows(
        (
            TimelineRow("09:32", "Tiếp nhận", "quầy 2", "in", "30/06"),
            TimelineRow("09:26", "Đang trả kết quả", icon="out", now=True, unsent=True),
        )
    )
    view.resize(500, 200)
    view.grab()
    assert "Đang trả kết quả" in view.widget().accessibleName()
    assert view.sizeHint().height() == 62 + 20 + 18 + 8


def test_words_of_a_timeline_break_instead_of_being_cut(qtbot: QtBot, look: Look) -> None:
    rows = tuple(
        TimelineRow("09:32", "Bàn giao cho bộ phận Hộ tịch", "Phiếu bàn giao 14 · Lê Văn Thử nhận")
        for _ in range(3)
    )
    view = TimelineView(look)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.set_rows(rows)
    wide = view.sizeHint().height()
    view.resize(300, 500)
    qtbot.waitUntil(lambda: view.sizeHint().height() > wide)


def test_the_meta_of_a_row_breaks_between_its_parts(qtbot: QtBot, look: Look) -> None:
    picker = PickerView(look)
    qtbot.addWidget(picker)
    picker.resize(1000, 300)
    picker.show()
    meta = "Hộ tịch · cấp xã · 1 ngày làm việc · 8.000 đ · 42 lần tháng này"
    picker.set_rows((PickerRow("Đăng ký khai sinh", meta=meta, code="1.001193"),))
    one = picker.sizeHint().height()
    picker.resize(460, 300)
    assert picker.sizeHint().height() == one + look.line(Type.CAPTION)


def test_two_lines_a_row_show_what_stands_below(look: Look, qtbot: QtBot) -> None:
    table = TableView(look, (Column("Chủ hồ sơ", 0),))
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show()
    table.set_rows(((TextCell("Lê Văn Thử", below="Đăng ký lại khai sinh"),),))
    low = table.rowHeight(0)
    table.set_two_lines(two_lines=True)
    assert table.rowHeight(0) > low
    table.grab()

"""Controls: keys and clicks by real events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.controls.check_row import COLUMN, CheckRow, ColumnHeads
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.icon_button import IconButton
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.multi_line import MultiLine
from counter_app.desktop.widgets.controls.password_field import PasswordField
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton, flush
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.controls.search_field import SearchField

Key = Qt.Key
Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Show widgets one under another in a window that has the keys."""
    pages = []

    def show(*widgets: QWidget) -> QWidget:
        page = QWidget()
        pages.append(page)
        qtbot.addWidget(page)
        column = QVBoxLayout(page)
        for widget in widgets:
            column.addWidget(widget)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


@pytest.mark.parametrize("taken", [lambda it: it.setEnabled(False), QWidget.hide])
def test_a_button_that_is_taken_away_leaves_the_keys_to_what_it_lies_on(
    look: Look, shown: Show, taken: Callable[[QWidget], None]
) -> None:
    button, neighbour = PrimaryButton(look, "Trả kết quả"), QuietButton(look, "Ghi liên hệ")
    page = shown(button, neighbour)
    pressed: list[str] = []
    button.clicked.connect(lambda: (pressed.append("button"), taken(button)))
    neighbour.clicked.connect(lambda: pressed.append("neighbour"))
    button.setFocus()
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Return)
    assert page.hasFocus()
    assert pressed == ["button"], "an Enter too many"


def test_enter_and_space_press_a_button_that_has_focus(
    qtbot: QtBot, look: Look, shown: Show
) -> None:
    button = PrimaryButton(look, "Tiếp nhận và in", "print", "F9", big=True)
    shown(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    QTest.keyClick(button, Key.Key_Space)
    QTest.keyClick(button, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2
    button.setEnabled(False)
    button.set_reason("Còn 2 việc trước khi in")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2
    assert button.toolTip() == "Còn 2 việc trước khi in"
    look.set_scheme(look.scheme.HIGH_CONTRAST)
    button.grab()


def test_a_flush_button_fills_its_column(qtbot: QtBot, look: Look) -> None:
    button = PrimaryButton(look, "Mở khóa", keys="Enter")
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.addLayout(flush(button))
    page.resize(400, 100)
    page.show()
    assert button.x() == 16 - RESERVED
    assert button.width() == 400 - 32 + 2 * RESERVED
    assert button.height() - 2 * RESERVED >= 44


def test_what_a_screen_reader_is_told(qtbot: QtBot, look: Look) -> None:
    roles = {
        PrimaryButton(look, "In"): QAccessible.Role.Button,
        QuietButton(look, "In lại"): QAccessible.Role.Button,
        CheckRow(look, "1", "Tờ khai"): QAccessible.Role.CheckBox,
        ChoiceRow(look, "1", "Tại quầy"): QAccessible.Role.RadioButton,
    }
    for widget, role in roles.items():
        qtbot.addWidget(widget)
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        assert told.role() == role
        assert widget.text() in told.text(QAccessible.Text.Name)
    lock = IconButton(look, "lock", "Khóa màn hình")
    qtbot.addWidget(lock)
    assert lock.accessibleName() == "Khóa màn hình"


def test_a_row_is_ticked_anywhere_but_not_by_enter(qtbot: QtBot, look: Look, shown: Show) -> None:
    row = CheckRow(look, "1", "Tờ khai", note="bắt buộc", columns=("1", "–", "–"))
    page = shown(row, ColumnHeads(look, ("Bản chính", "Chứng thực", "Bản photo")))
    page.resize(700, 120)
    row.setFocus()
    QTest.keyClick(row, Key.Key_Return)
    assert not row.isChecked()
    QTest.keyClick(row, Key.Key_Space)
    assert row.isChecked()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert not row.isChecked()


def test_a_click_on_a_count_is_told_apart(qtbot: QtBot, look: Look, shown: Show) -> None:
    row = CheckRow(look, "1", "Tờ khai", columns=("1", "–", "–"))
    shown(row).resize(700, 80)
    with qtbot.waitSignal(row.column_clicked) as told:
        at = QPoint(row.width() - COLUMN // 2, 10)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [2]
    assert not row.isChecked()
    row.set_columns(("1", "–", "2"))
    row.set_current_column(2)
    row.set_muted(True)
    row.grab()
    assert "2" in row.accessibleName()


def test_choices_exclude_each_other(qtbot: QtBot, look: Look, shown: Show) -> None:
    one, other = ChoiceRow(look, "1", "Phường Mẫu"), ChoiceRow(look, "2", "Xã Mẫu Đông")
    shown(one, other)
    one.click()
    other.click()
    assert (one.isChecked(), other.isChecked()) == (False, True)
    one.set("Phường Mẫu, tỉnh Ví Dụ", "Địa bàn của trung tâm này", "00127")
    assert "00127" in one.accessibleName()
    one.grab()


def test_an_answer_takes_a_second_line_where_there_is_no_room(
    qtbot: QtBot, look: Look, shown: Show
) -> None:
    row = ChoiceRow(look, "1", "Hai liên A5 trên một tờ A4")
    shown(row)
    usual = row.sizeHint().height()
    row.resize(190, usual)
    assert row.sizeHint().height() == usual + look.line(Type.BODY)
    row.resize(400, usual)
    assert row.sizeHint().height() == usual


def test_a_note_never_grows_without_end(qtbot: QtBot, look: Look, shown: Show) -> None:
    note = MultiLine(look, lines=2)
    shown(note)
    note.resize(300, 900)
    qtbot.wait(1)
    assert note.edit.height() < 9 * look.line(Type.BODY)
    assert note.edit.mapTo(note, note.edit.rect().topLeft()).y() < 20, "it stays at the top"


def test_a_filter_keeps_its_width_when_pressed(qtbot: QtBot, look: Look, shown: Show) -> None:
    chip = FilterChip(look, "Quá hạn", "late", tone=Tone.LATE)
    shown(chip)
    chip.set_count(2)
    before = chip.sizeHint()
    chip.click()
    assert chip.isChecked()
    assert chip.sizeHint() == before
    assert chip.accessibleName() == "Quá hạn 2"


def test_a_menu_opens_under_its_button(
    look: Look, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = QuietButton(look, "Mọi quầy", "user")
    plain = button.sizeHint().width()
    page = shown(button)
    menu = QMenu(page)
    menu.addAction("Quầy 2")
    opened: list[QPoint] = []
    monkeypatch.setattr(menu, "popup", opened.append)  # popups grab keys: not offscreen
    button.set_menu(menu)
    assert button.sizeHint().width() > plain
    button.click()
    assert opened == [button.mapToGlobal(QPoint(0, button.height() + 4))]


def test_a_field_tells_typing_from_showing(qtbot: QtBot, look: Look, shown: Show) -> None:
    field, other = Field(look, "Họ và tên"), Field(look, "Điện thoại", digits=True)
    shown(field, other)
    typed: list[str] = []
    committed: list[str] = []
    field.changed.connect(typed.append)
    field.committed.connect(committed.append)
    field.set_text("Trần")
    assert typed == []
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "  A ")
    QTest.keyClick(field.edit, Key.Key_Tab)
    assert typed[-1] == "Trần  A "
    assert committed == ["Trần A"]
    assert other.edit.hasFocus()


def test_a_field_says_its_problem_to_eye_and_ear(qtbot: QtBot, look: Look, shown: Show) -> None:
    field = Field(look, "Số định danh", label_beside=True)
    shown(field)
    field.set_note("12 chữ số trên thẻ")
    low = field.sizeHint().height()
    field.set_problem("Số định danh có 12 chữ số.")
    assert field.edit.accessibleDescription() == "Số định danh có 12 chữ số."
    field.set_problem("Xem lại năm sinh.", doubt=True)
    field.grab()
    field.set_problem("")
    assert field.sizeHint().height() == low
    field.set_note("")
    field.set_read_only(True)
    assert field.edit.isReadOnly()


def test_text_is_joined_when_it_is_read(qtbot: QtBot, look: Look) -> None:
    """An input method may give a letter and its mark apart: one NFC letter is read."""
    field = Field(look, "Họ và tên")
    qtbot.addWidget(field)
    field.set_text("Tra\u0302\u0300n Thị Mẫu")
    assert field.text() == "Trần Thị Mẫu"


def test_arrows_and_enter_of_a_search_are_signals(qtbot: QtBot, look: Look, shown: Show) -> None:
    field = SearchField(look, "Tên thủ tục", "Ctrl+F", big=True)
    shown(field)
    steps: list[int] = []
    field.stepped.connect(steps.append)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "kh")
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Up):
        QTest.keyClick(field.edit, key)
    assert steps == [1, 8, -1]
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field.edit, Key.Key_Enter)
    with qtbot.assertNotEmitted(field.entered):
        QTest.keyClick(field.edit, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    field.set_count("6 trong 2.642")
    field.set_keys("")
    field.set_text("kh")
    assert field.text() == "kh"


def test_a_password_can_be_seen_and_is_never_trimmed(qtbot: QtBot, look: Look, shown: Show) -> None:
    field = PasswordField(look, "Mật khẩu")
    shown(field)
    QTest.keyClicks(field.edit, " a b ")
    assert field.text() == " a b "
    field.findChild(LinkKey).click()
    assert field.edit.echoMode() is field.edit.EchoMode.Normal
    field.set_problem("Chưa đúng mật khẩu. Xem lại bộ gõ.")
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field.edit, Key.Key_Return)
    field.clear()
    assert field.edit.echoMode() is field.edit.EchoMode.Password
    assert field.text() == ""


def test_tab_leaves_a_note(qtbot: QtBot, look: Look, shown: Show) -> None:
    note, next_ = MultiLine(look, "Ghi chú"), QuietButton(look, "Xong")
    shown(note, next_)
    committed: list[str] = []
    typed: list[str] = []
    note.committed.connect(committed.append)
    note.changed.connect(typed.append)
    note.set_text("cũ")
    assert typed == []
    note.edit.setFocus()
    note.edit.selectAll()
    QTest.keyClicks(note.edit, "moi ")
    QTest.keyClick(note.edit, Key.Key_Tab)
    assert committed == ["moi"]
    assert next_.hasFocus()


def test_a_note_is_shortened_before_it_goes(look: Look, shown: Show) -> None:
    noted = ChoiceRow(look, "1", "Nguyễn Thị Mẫu", "Công chức Tư pháp - Hộ tịch")
    bare = ChoiceRow(look, "1", "Nguyễn Thị Mẫu")
    shown(noted, bare)

    def says_more(width: int) -> bool:
        for row in (noted, bare):
            row.setFixedWidth(width)
        return noted.grab().toImage() != bare.grab().toImage()

    for row in (noted, bare):
        row.clearFocus()
    assert says_more(600)
    assert says_more(330), "the beginning of a title says more than none"
    assert not says_more(200)

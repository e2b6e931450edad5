"""Cards keep still while their state changes; dialogs answer by key; a toast goes by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards import toast as toast_module
from counter_app.desktop.widgets.cards.banner import Banner, Edge
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.cards.step_card import StepCard, StepState
from counter_app.desktop.widgets.cards.toast import Toast, ToastKind
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton

pytestmark = pytest.mark.real_time

Key = Qt.Key


def test_nothing_moves_when_a_card_becomes_current(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    card = StepCard(look, "2", "Thủ tục")
    value = Line(look, "Đăng ký khai sinh")
    card.values.addWidget(value)
    column.addWidget(card)
    column.addStretch(1)
    page.resize(700, 300)
    page.show()
    places = set()
    for state in StepState:
        for current in (False, True):
            card.set_state(state)
            card.set_current(current)
            card.set_accepted(current)
            qtbot.wait(1)
            places.add((card.geometry().getRect(), value.geometry().getRect()))
    assert len(places) == 1


def test_values_lie_in_one_column(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    values = []
    for number, title in (("1", "Chủ hồ sơ"), ("3", "Giấy tờ")):
        card = StepCard(look, number, title)
        values.append(Line(look, title))
        card.values.addWidget(values[-1])
        column.addWidget(card)
    page.resize(700, 300)
    page.show()
    assert {value.x() for value in values} == {132 + 18}


def test_a_line_of_an_upcoming_step_comes_and_goes(qtbot: QtBot, look: Look) -> None:
    card = StepCard(look, "3", "Giấy tờ")
    qtbot.addWidget(card)
    card.set_line("Hiện ra khi đã chọn thủ tục")
    high = card.sizeHint().height()
    card.set_line("")
    assert card.sizeHint().height() == high == 9 + 28 + 10 + 2


def test_a_sheet_is_answered_by_its_keys(qtbot: QtBot, look: Look) -> None:
    for key, answer in (
        (Key.Key_2, "lost"),
        (Key.Key_Return, "spoiled"),
        (Key.Key_Escape, ""),
        (Key.Key_F9, "other"),
    ):
        sheet = sheet_of(qtbot, look)
        with qtbot.waitSignal(sheet.chosen) as told:
            QTest.keyClick(sheet, key)
        assert told.args == [answer]
        assert not sheet.isVisible()


def sheet_of(qtbot: QtBot, look: Look) -> Sheet:
    """Return an open sheet with three answers."""
    sheet = Sheet(look, None, "In lại", "Vì sao in lại?")
    qtbot.addWidget(sheet)
    sheet.add_button("spoiled", "Bản trước hỏng / kẹt", "1", default=True)
    sheet.add_button("lost", "Công dân làm mất", "2", detail="In dòng BẢN IN LẠI")
    sheet.add_button("other", "Khác", "F9")
    sheet.open()
    return sheet


def test_enter_in_a_field_takes_the_default_answer(qtbot: QtBot, look: Look) -> None:
    sheet = sheet_of(qtbot, look)
    field = Field(look, "Lý do")
    sheet.body.addWidget(field)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "2")
    assert field.text() == "2"
    with qtbot.waitSignal(sheet.chosen) as told:
        QTest.keyClick(field.edit, Key.Key_Return)
    assert told.args == ["spoiled"]


def test_a_sheet_that_stays_can_be_answered_again(qtbot: QtBot, look: Look) -> None:
    sheet = sheet_of(qtbot, look)
    sheet.stay = True
    answers: list[str] = []
    sheet.chosen.connect(answers.append)
    QTest.keyClick(sheet, Key.Key_2)
    sheet.set_error("Máy in chưa sẵn sàng.")
    QTest.keyClick(sheet, Key.Key_2)
    assert sheet.isVisible()
    sheet.close()
    assert answers == ["lost", "lost", ""]


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.75])
def test_a_sheet_is_as_high_as_its_words(qtbot: QtBot, look: Look, scale: float) -> None:
    look.set_scale(scale)
    sheet = sheet_of(qtbot, look)
    sheet.set_sentence("Giấy tiếp nhận và hẹn trả kết quả. " * 8)
    qtbot.wait(1)
    assert sheet.height() == sheet.heightForWidth(sheet.width())
    assert sheet.width() == look.px(520)


def test_a_toast_goes_by_itself_unless_it_is_an_error(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast_module, "SHOWN", 20)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    toast = Toast(look, page)
    toast.say("Đã đọc thẻ Trần Thị Mẫu.", "Khớp chủ hồ sơ.")
    assert toast.isVisible()
    assert (toast.x(), toast.geometry().bottom()) == (16, 600 - 16 - 1)
    qtbot.waitUntil(lambda: not toast.isVisible())
    toast.say("Chưa in được.", "Nạp giấy rồi nhấn F10.", ToastKind.ERROR)
    qtbot.wait(60)
    assert toast.isVisible()
    page.resize(500, 400)
    assert toast.geometry().bottom() == 400 - 16 - 1
    assert toast.close_now()
    assert not toast.close_now()


def test_a_click_closes_a_toast(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    toast = Toast(look, page)
    toast.say("Đã in.", "", ToastKind.WARN)
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_never_lies_over_the_next_act(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 400)
    act = PrimaryButton(look, "Tiếp nhận và in", "print", "F9", big=True, parent=page)
    act.setGeometry(560, 320, 300, 60)
    page.show()
    toast = Toast(look, page)
    toast.say("Đã đọc thẻ Trần Thị Mẫu.", "Khớp chủ hồ sơ; mọi điều trên thẻ đã vào hồ sơ này.")
    assert not toast.geometry().intersects(act.geometry())
    assert toast.width() > 400
    act.hide()
    toast.say("Đã đọc thẻ Trần Thị Mẫu.")
    assert toast.geometry().right() > act.geometry().left()


def test_a_banner_shows_what_it_is_told(qtbot: QtBot, look: Look) -> None:
    banner = Banner(look, "cloud-off")
    qtbot.addWidget(banner)
    banner.set("Mất kết nối máy chủ từ 09:12.", "7 việc đã lưu.", "Thử lại sau 0:42")
    banner.set_edge(Edge.WARN)
    banner.set_icon("warn")
    banner.grab()
    assert "Thử lại sau 0:42" in [line.text() for line in banner.findChildren(Line)]


def test_the_key_of_an_empty_list_can_be_clicked(qtbot: QtBot, look: Look) -> None:
    empty = EmptyState(look, "search", "Không có hồ sơ nào.", "Xóa chữ", "Esc")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.clicked):
        empty.findChild(LinkKey).click()
    empty.set("inbox", "Chưa có hồ sơ nào hôm nay.")
    assert empty.findChild(LinkKey).isHidden()

"""The citizen screen as drawn: its symbol is read back, its answers are touched, it has no keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.citizen.scenes import waiting
from counter_app.desktop.presenters.citizen.state import (
    Appointment,
    Asking,
    BigChoice,
    CitizenState,
    Greeting,
    Money,
    Mood,
    PaperLine,
    Receiving,
    Scene,
    Tick,
    Transfer,
)
from counter_app.desktop.screens.citizen.big_button import BigButton
from counter_app.desktop.screens.citizen.citizen_screen import CitizenScreen
from counter_app.desktop.screens.citizen.qr_view import QrView
from counter_app.desktop.screens.citizen.short_line import short_layout
from counter_app.desktop.screens.citizen.tick_list import TickList
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Scheme
from counter_app.desktop.theme.type_scale import Type
from counter_app.domain.vietqr import BankAccount, payload

ROOMS = ((1366, 768), (1920, 1080), (1080, 1920), (854, 500))
PAYLOAD = payload(BankAccount("970416", "257678859"), 8000, "H26.15-261120-0001")
TRANSFER = Transfer(
    PAYLOAD,
    "Chuyển khoản bằng ứng dụng ngân hàng",
    ("Ngân hàng Mẫu", "257678859", "TRUNG TAM PVHCC PHUONG MAU", "Nội dung: H26.15-261120-0001"),
)
MONEY = Money("8.000 đ", "Tám nghìn đồng")
DUE = Appointment("14:00", "Thứ Tư 02/07/2025", "Trung tâm PVHCC phường Mẫu")
RECEIVING = Receiving(
    name="T•• T•• Mẫu",
    facts=("0011••••0456",),
    procedure="Đăng ký khai sinh",
    papers_title="Đủ 1 giấy tờ bắt buộc",
    papers=(PaperLine("Tờ khai", Tick.THERE),),
    money=MONEY,
    transfer=TRANSFER,
    appointment=DUE,
    prompt="Mời ông/bà kiểm tra.",
    checks=True,
)
THANKS = Greeting(
    "ok",
    "Đã nhận hồ sơ",
    "Cảm ơn ông/bà. Xin giữ giấy hẹn; tra cứu bằng mã hồ sơ này.",
    code="H26.15-261120-0001",
    money=MONEY,
    transfer=TRANSFER,
    appointment=DUE,
)
GRADES = Asking(
    progress="",
    question="Hài lòng?",
    choices=(BigChoice("2", "Rất hài lòng", Mood.GOOD), BigChoice("0", "Không", Mood.BAD)),
    note="",
)
REASONS = Asking(
    progress="",
    question="Vì sao?",
    choices=(BigChoice("0", "Thái độ"), BigChoice("1", "Thời gian")),
    note="",
    finish="Xong",
    several=True,
)


def shown(
    qtbot: QtBot, look: Look, scene: Scene, room: tuple[int, int] = ROOMS[0]
) -> CitizenScreen:
    screen = CitizenScreen(look)
    qtbot.addWidget(screen)
    screen.present(state(scene))
    screen.resize(*room)
    screen.show()
    QTest.qWait(0)  # its text is as big as the room only when it has the room
    return screen


def state(scene: Scene) -> CitizenState:
    return CitizenState("Trung tâm PVHCC phường Mẫu", "Quầy 2", "09:14", "Thứ Ba 01/07/2025", scene)


def read(widget: QWidget) -> list[str]:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    picture = Image.frombytes("L", (image.bytesPerLine(), image.height()), bytes(image.constBits()))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def buttons(screen: CitizenScreen) -> dict[str, BigButton]:
    found = (each for each in screen.findChildren(BigButton) if each.isVisible())
    return {each.choice.key: each for each in found}


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("scene", [RECEIVING, THANKS], ids=["receiving", "thanks"])
def test_a_telephone_reads_the_symbol(
    qtbot: QtBot, look: Look, room: tuple[int, int], scheme: Scheme, scene: Scene
) -> None:
    look.set_scheme(scheme)
    assert read(shown(qtbot, look, scene, room)) == [PAYLOAD]


def test_every_module_of_the_symbol_is_as_wide_as_the_others(qtbot: QtBot, look: Look) -> None:
    view = QrView(look, "mã")
    qtbot.addWidget(view)
    view.set_text(PAYLOAD)
    view.resize(view.sizeHint())
    image = view.grab().toImage()
    row = [
        image.pixelColor(x, y).value() for y in [image.height() // 2] for x in range(image.width())
    ]
    runs, last = [], row[0]
    length = 0
    for value in row:
        if value != last:
            runs.append(length)
            last, length = value, 0
        length += 1
    assert set(row) == {0, 255}
    module = min(runs[1:])
    assert all(run % module == 0 for run in runs[1:])


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_it_asks_for_no_more_room_than_there_is(
    qtbot: QtBot, look: Look, room: tuple[int, int]
) -> None:
    for scene in (waiting(), RECEIVING, THANKS, GRADES, REASONS):
        screen = shown(qtbot, look, scene, room)
        assert (screen.width(), screen.height()) == room


def test_nothing_on_it_takes_keys(qtbot: QtBot, look: Look) -> None:
    for scene in (waiting(), RECEIVING, GRADES, REASONS):
        screen = shown(qtbot, look, scene)
        takers = [
            child
            for child in (screen, *screen.findChildren(QWidget))
            if child.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        assert not takers


def test_a_touched_grade_is_told(qtbot: QtBot, look: Look) -> None:
    screen = shown(qtbot, look, GRADES)
    with qtbot.waitSignal(screen.answered) as told:
        QTest.mouseClick(buttons(screen)["0"], Qt.MouseButton.LeftButton)
    assert told.args == ["0"]


def test_reasons_are_turned_over_and_finished(qtbot: QtBot, look: Look) -> None:
    screen = shown(qtbot, look, GRADES)
    screen.present(state(REASONS))
    with qtbot.waitSignal(screen.turned) as told:
        QTest.mouseClick(buttons(screen)["1"], Qt.MouseButton.LeftButton)
    assert told.args == ["1"]
    assert not buttons(screen)["1"].isChecked()  # until the presenter says so
    chosen = tuple(replace(choice, chosen=choice.key == "1") for choice in REASONS.choices)
    before = buttons(screen)["1"]
    screen.present(state(replace(REASONS, choices=chosen)))
    assert buttons(screen)["1"] is before
    assert before.isChecked()
    with qtbot.waitSignal(screen.finished):
        QTest.mouseClick(buttons(screen)["finish"], Qt.MouseButton.LeftButton)


def test_questions_follow_each_other(qtbot: QtBot, look: Look) -> None:
    screen = shown(qtbot, look, GRADES)
    for scene in (REASONS, GRADES, REASONS):
        screen.present(state(scene))
        keys = {choice.key for choice in scene.choices} | ({"finish"} if scene.finish else set())
        assert set(buttons(screen)) == keys


def test_it_is_as_big_as_the_room_and_not_as_the_officer_likes_it(qtbot: QtBot, look: Look) -> None:
    small, big = shown(qtbot, look, waiting()), shown(qtbot, look, waiting(), ROOMS[1])
    look.set_scale(1.75)
    assert big._look.scale > small._look.scale
    assert small._look.scale == shown(qtbot, look, waiting())._look.scale
    look.set_scheme(Scheme.DARK)
    assert small._look.scheme is Scheme.DARK


def test_a_long_list_says_how_much_is_left_out(qtbot: QtBot, look: Look) -> None:
    ticks = TickList(look)
    qtbot.addWidget(ticks)
    ticks.resize(300, 120)
    ticks.set_papers(tuple(PaperLine(f"Giấy tờ {place}", Tick.ASKED) for place in range(55)))
    ticks.show()
    image = ticks.grab().toImage()
    assert not image.isNull()
    assert ticks.accessibleName().count(";") == 54


def test_what_the_office_takes_from_a_database_is_said_in_words(qtbot: QtBot, look: Look) -> None:
    heights = []
    for tick in (Tick.THERE, Tick.DATABASE):
        ticks = TickList(look)
        qtbot.addWidget(ticks)
        ticks.resize(300, 3 * look.line(Type.BODY))
        ticks.set_papers((PaperLine("Giấy chứng nhận kết hôn", tick),))
        ticks.show()
        image = ticks.grab().toImage()
        below = range(look.line(Type.BODY), image.height())
        rows = {y for y in below for x in range(image.width()) if image.pixel(x, y) & 0xFF < 0x90}
        heights.append(len(rows))
        said = ticks.accessibleName()
    assert heights[0] == 0
    assert heights[1] > 5
    assert said == "Giấy chứng nhận kết hôn: lấy từ cơ sở dữ liệu"


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_long_name_ends_in_dots(qtbot: QtBot, look: Look, lines: int) -> None:
    name = "Thủ tục cấp giấy phép xây dựng " * 30
    layout = short_layout(name, look.font(Type.BODY), 400, lines)
    assert layout.lineCount() == lines
    assert layout.text().endswith("…")
    assert short_layout("Ngắn", look.font(Type.BODY), 400, lines).text() == "Ngắn"

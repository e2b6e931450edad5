"""What only shows something: it asks for the room it needs and follows the look."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.keycaps import keys_size
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import ChipTone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.facts_line import Fact, FactsLine
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.status_chip import StatusChip

LONG = "Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em"


def test_a_line_keeps_its_height_for_marks(qtbot: QtBot, look: Look) -> None:
    line = Line(look, "Ễ")
    qtbot.addWidget(line)
    assert line.minimumHeight() == 20
    look.set_scale(1.5)
    assert line.minimumHeight() == 30
    line.set_least_height(40)
    assert line.sizeHint().height() == 40


def test_a_line_that_gives_way_says_the_whole_in_a_tool_tip(qtbot: QtBot, look: Look) -> None:
    line = Line(look, LONG, elide=True)
    qtbot.addWidget(line)
    line.resize(120, 20)
    line.grab()
    assert line.toolTip() == LONG
    line.resize(2000, 20)
    line.grab()
    assert line.toolTip() == ""
    assert line.text() == LONG


def test_lines_break_at_their_pitch(qtbot: QtBot, look: Look) -> None:
    line = Line(look, LONG, wrap=True)
    qtbot.addWidget(line)
    assert line.heightForWidth(5000) == 20
    assert line.heightForWidth(300) in (40, 60)
    assert line.minimumSizeHint().width() < line.sizeHint().width()


def test_bold_words_need_more_room(qtbot: QtBot, look: Look) -> None:
    line = Line(look, LONG)
    qtbot.addWidget(line)
    plain = line.sizeHint().width()
    line.set_text(LONG, ((0, 20),))
    assert line.sizeHint().width() > plain


def test_keys_are_measured_as_caps(qtbot: QtBot, look: Look) -> None:
    caps = KeyCaps(look, "Ctrl+K")
    qtbot.addWidget(caps)
    assert caps.sizeHint().height() == 20
    assert keys_size(look, "K")[0] == 20
    assert caps.sizeHint().width() > 2 * 20
    caps.set_keys("")
    assert caps.sizeHint().height() == 0
    assert caps.keys == ""


def test_hints_go_on_in_a_second_line(qtbot: QtBot, look: Look) -> None:
    hints = HintLine(look)
    qtbot.addWidget(hints)
    hints.set_hints((Hint("Up Down", "chọn"), Hint("Enter", "lấy thủ tục"), Hint("Esc", "lùi")))
    hints.set_right("Bản nháp đã lưu 09:14")
    one = hints.heightForWidth(900)
    assert hints.heightForWidth(180) > 2 * one - 2
    words = [line for line in hints.findChildren(Line) if line.text().startswith("Bản nháp")]
    hints.resize(900, one)
    hints.show()
    assert any(line.isVisible() for line in words)
    hints.resize(260, 2 * one)
    assert not any(line.isVisible() for line in words)


def test_hints_that_stay_are_not_rebuilt(qtbot: QtBot, look: Look) -> None:
    hints = HintLine(look)
    qtbot.addWidget(hints)
    hints.set_hints((Hint("F9", "nhận"),))
    before = hints.findChildren(KeyCaps)
    hints.set_hints((Hint("F9", "nhận"),))
    assert hints.findChildren(KeyCaps) == before


def test_facts_show_their_words(qtbot: QtBot, look: Look) -> None:
    facts = FactsLine(look)
    qtbot.addWidget(facts)
    facts.set_facts((Fact("0011••••0456", 500, digits=True), Fact("Chính chủ nộp")))
    facts.set_facts((Fact("0011••••0456"),))
    facts.resize(400, 20)
    facts.grab()
    shown = [line.text() for line in facts.findChildren(Line) if not line.isHidden()]
    assert shown == ["0011••••0456"]


def test_a_chip_is_as_wide_as_its_word(qtbot: QtBot, look: Look) -> None:
    chip = StatusChip(look, "Chờ bổ sung", ChipTone.SUPPLEMENT, "paper-plus")
    qtbot.addWidget(chip)
    wide = chip.sizeHint().width()
    assert chip.sizeHint().height() == 24
    chip.set("Quá hạn", ChipTone.LATE, "late")
    assert chip.sizeHint().width() < wide
    assert chip.text() == "Quá hạn"


def test_what_is_gone_no_longer_follows_the_look(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = Line(look, "một", Type.NAME, parent=holder)
    with qtbot.waitSignal(line.destroyed):
        line.deleteLater()
    look.set_scale(1.25)

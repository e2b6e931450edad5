"""The frame of further steps: digits, arrows, fields, Enter; what is in hand stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.steps.step import Step
from counter_app.desktop.presenters.steps.step_state import (
    NEXT,
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
    Sides,
    StepState,
)
from counter_app.desktop.screens.steps.say_view import SayView
from counter_app.desktop.screens.steps.sides_view import SidesView
from counter_app.desktop.screens.steps.step_panel import StepPanel
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton

Key = Qt.Key


class Heard:
    """A step that only listens."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []

    def toggle(self, name: str) -> None:
        self.calls.append(("toggle", name))

    def type(self, name: str, text: str) -> None:
        self.calls.append(("type", name, text))

    def press(self, key: str) -> bool:
        self.calls.append(("press", key))
        return True

    def confirm(self) -> None:
        self.calls.append(("confirm",))


class Page(QWidget):
    """Hands keys that nobody took to the panel, as the dossier's page does."""

    def __init__(self, panel: StepPanel) -> None:
        super().__init__()
        self.panel = panel
        QVBoxLayout(self).addWidget(panel)

    def keyPressEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        self.panel.press(event)  # type: ignore[arg-type]


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def page(qtbot: QtBot, look: Look, heard: Heard) -> Iterator[Page]:
    panel = StepPanel(look)
    panel.serve(cast("Step", heard))
    shown = Page(panel)
    qtbot.addWidget(shown)
    shown.resize(560, 640)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.close()


def rows(*ticked: str, single: bool = False) -> Rows:
    found = tuple(
        Row(name, f"Nội dung {name}", ticked=name in ticked, number=str(at), is_key=True)
        for at, name in enumerate("abc", start=1)
    )
    return Rows("rows", "Chọn", found, single)


def note(text: str = "", problem: str = "", lines: int = 1) -> Fields:
    return Fields("note", (Input("note", "Ghi chú", text, problem=problem, lines=lines),))


def state(*blocks: Block, reason: str = "", error: str = "") -> StepState:
    return StepState("Một việc", "F7", "check", blocks, "Ghi và in", reason, error)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key) -> None:
    QTest.keyClick(focus(), key)


def button(page: Page) -> PrimaryButton:
    return page.findChild(PrimaryButton)  # type: ignore[no-any-return]


def shown(page: Page, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in page.findChildren(kind) if each.isVisible()]


def test_digits_and_enter_go_to_the_step(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows(), note(), reason="Chọn một nội dung."))
    page.panel.focus(NEXT)
    assert focus() is page.panel
    press(Key.Key_2)
    press(Key.Key_Return)
    assert heard.calls == [("press", "2"), ("confirm",)]
    assert not button(page).isEnabled()


def test_the_button_takes_the_keys_as_soon_as_it_acts(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows(), reason="Chọn một nội dung."))
    page.panel.focus(NEXT)
    page.panel.present(state(rows("a")))
    assert focus() is button(page)
    press(Key.Key_Return)
    assert heard.calls == [("confirm",)]
    page.panel.present(state(rows(), note(), reason="Chọn một nội dung."))
    assert focus() is page.panel, "Qt would have given them to the field"


def test_arrows_walk_and_space_turns_over(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows(), reason="Chọn một nội dung."))
    page.panel.focus(NEXT)
    press(Key.Key_Down)
    assert isinstance(focus(), CheckRow)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert heard.calls == [("toggle", "b")]
    press(Key.Key_Return)
    assert heard.calls[-1] == ("confirm",)
    press(Key.Key_3)
    assert heard.calls[-1] == ("press", "3")


def test_for_tab_the_rows_are_one_stop(page: Page) -> None:
    page.panel.present(state(rows("a"), note()))
    page.panel.focus("rows")
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert isinstance(focus(), CheckRow | QLineEdit)
    page.panel.focus("rows")
    press(Key.Key_Tab)
    assert isinstance(focus(), QLineEdit)
    press(Key.Key_Backtab)
    assert isinstance(focus(), CheckRow)


def test_what_is_typed_is_never_a_digit_of_the_rows(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows("a"), note()))
    page.panel.focus("note")
    assert isinstance(focus(), QLineEdit)
    QTest.keyClicks(focus(), "12")
    assert heard.calls == [("type", "note", "1"), ("type", "note", "12")]
    press(Key.Key_Return)
    assert focus() is button(page), "Enter is done with the field; the next one writes"
    assert len(heard.calls) == 2


def test_enter_in_a_field_asks_where_something_is_wanted(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows(), note(), reason="Chọn một nội dung."))
    page.panel.focus("note")
    press(Key.Key_Return)
    assert heard.calls == [("confirm",)]


def test_a_note_of_several_lines_keeps_enter(page: Page, heard: Heard) -> None:
    page.panel.present(state(note(lines=3, problem="Ghi lý do.")))
    page.panel.focus("note")
    edit = focus()
    assert isinstance(edit, QPlainTextEdit)
    QTest.keyClicks(edit, "a")
    press(Key.Key_Return)
    assert heard.calls[-1] == ("type", "note", "a\n")


def test_what_is_in_hand_stays_when_the_rest_changes(page: Page) -> None:
    page.panel.present(state(rows(), note()))
    page.panel.focus("note")
    before = focus()
    QTest.keyClicks(before, "mot hai ")
    line = before
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(3)
    said = Say("said", "Vượt quy định.", "Vẫn ghi được.", SayKind.WARN, "warn")
    page.panel.present(state(said, rows("b"), note("mot hai ")))
    assert focus() is before
    assert line.cursorPosition() == 3
    page.panel.present(state(rows("b")))
    assert focus() in (page.panel, button(page)), "the field is gone, the keys stay here"


def test_one_of_several(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows("b", single=True)))
    page.panel.focus("rows")
    assert isinstance(focus(), ChoiceRow)
    choices = page.findChildren(ChoiceRow)
    assert [each.isChecked() for each in choices] == [False, True, False]
    choices[2].click()
    assert heard.calls == [("toggle", "c")]
    page.panel.present(state(rows("c", single=True)))
    assert [each.isChecked() for each in choices] == [False, False, True]


@pytest.mark.parametrize("kind", [*SayKind])
def test_sentences_as_loud_as_they_weigh(page: Page, kind: SayKind) -> None:
    page.panel.present(state(Say("said", "Một điều", "và phần còn lại", kind)))
    (view,) = shown(page, SayView)
    assert view.isVisible()
    other = SayKind.GOOD if kind is SayKind.PLAIN else SayKind.PLAIN
    page.panel.present(state(Say("said", "", "và phần còn lại", other)))
    assert shown(page, SayView) == [view]


def test_errors_are_said_above_the_button(page: Page) -> None:
    page.panel.present(state(rows("a"), error="Chưa ghi được."))
    assert "Chưa ghi được." in [str(getattr(each, "text", str)()) for each in shown(page, QWidget)]


def test_another_step_begins_with_nothing(page: Page) -> None:
    page.panel.present(state(rows("a"), note("x")))
    page.panel.serve(cast("Step", Heard()))
    assert not shown(page, CheckRow)
    page.panel.present(state(note("y")))
    assert [each.text() for each in page.findChildren(QLineEdit) if each.isVisible()] == ["y"]


def test_clicks(page: Page, heard: Heard) -> None:
    page.panel.present(state(rows()))
    page.findChildren(CheckRow)[1].click()
    button(page).click()
    assert heard.calls == [("toggle", "b"), ("confirm",)]


def test_what_answers_a_choice_is_brought_into_sight(page: Page, qtbot: QtBot) -> None:
    many = tuple(Row(f"row{at}", f"Cách {at}", number=str(at)) for at in range(30))
    ways = Rows("ways", "Cách nộp", many, single=True)
    page.panel.present(state(ways))
    bar = page.panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=30_000)
    page.panel.present(state(ways, Say("quiet", "Chuyện khác.")))
    QApplication.processEvents()
    assert bar.value() == 0
    page.panel.present(state(ways, Say("bank", "Nội dung chuyển khoản.", in_sight=True)))
    qtbot.waitUntil(lambda: bar.value() > 0, timeout=30_000)


def test_the_value_that_has_the_keys_is_wholly_in_sight(page: Page, qtbot: QtBot) -> None:
    """Also right after it was made, and when the room gets less or the type bigger."""
    values = tuple(
        Sides(
            f"value{at}", f"Giá trị {at}", "cũ",
            Row(f"mine{at}", "của tôi"), Row(f"theirs{at}", "của quầy 3"),
        )
        for at in range(12)
    )  # fmt: skip
    panel = page.panel
    panel.present(state(*values))
    panel.focus("value7")

    def is_whole() -> bool:
        value = panel.focusWidget().parentWidget()
        assert isinstance(value, SidesView)
        top = value.mapTo(panel._scroll.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + value.height() <= panel._scroll.viewport().height()

    qtbot.waitUntil(is_whole, timeout=30_000)
    page.resize(page.width(), page.height() * 2 // 3)
    qtbot.waitUntil(is_whole, timeout=30_000)
    panel.present(state(*values, error="Chưa ghi gì. Hãy chọn lại, rồi nhấn F9."))
    qtbot.waitUntil(is_whole, timeout=30_000)
    panel._look.set_scale(1.5)
    qtbot.waitUntil(is_whole, timeout=30_000)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.kinds import Name
from counter_app.desktop.presenters.persons.state import PersonFormView
from counter_app.desktop.presenters.reception.state import (
    ApplicantState,
    Block,
    FeesState,
    PickRow,
    ReceptionState,
    Standing,
)
from counter_app.desktop.screens.reception.reception_screen import SAVE_AFTER, ReceptionScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from tests.gallery import reception_states as scenes

pytestmark = [
    pytest.mark.real_time,
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # offscreen has no window manager
]


class Told:
    """Notes what the screen says to its presenter."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.form: PersonForm | None = None

    def __getattr__(self, name: str) -> Any:
        def note(*arguments: Any) -> None:
            self.calls.append((name, *arguments))

        return note

    def person_form(self, view: PersonFormView) -> PersonForm:
        self.form = PersonForm(
            view,
            today=date(2025, 7, 1),
            commune_choices=lambda _typed, _limit: (),
            on_done=lambda entry: self.calls.append(("done", entry.person.name)),
            on_cancel=lambda: self.calls.append(("cancelled",)),
        )
        return self.form


class Page:
    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.told = Told()
        self.screen = ReceptionScreen(look)
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.screen)
        qtbot.addWidget(self.window)
        self.window.resize(1173, 658)
        self.screen.attach(self.told)
        self.window.show()
        self.window.activateWindow()
        self.state = ReceptionState()

    def show(self, state: ReceptionState) -> Page:
        self.state = state
        self.screen.present(state)
        QApplication.sendPostedEvents()
        return self

    def focused(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key) -> Page:
        QTest.keyClick(self.focused(), key)
        return self

    def type(self, text: str) -> Page:
        for char in text:
            QTest.keyClick(self.focused(), char)
        return self

    @property
    def said(self) -> list[tuple[Any, ...]]:
        return [call for call in self.told.calls if call[0] != "save"]

    def clear(self) -> Page:
        self.told.calls.clear()
        return self


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    found = Look()
    found.apply(qapp)
    return found


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Page:
    return Page(qtbot, look)


def test_typing_goes_to_the_search_of_the_current_card(page: Page) -> None:
    page.show(scenes.EMPTY).type("tr")
    assert page.said[-1] == ("search", "tr")
    page.show(replace(scenes.SEARCHING, focus=1))
    assert page.focused() is page.screen.procedure.search.edit
    page.type("n")
    assert page.said[-1] == ("search", "khai sin")


def test_enter_and_arrows_mean_the_page_wherever_the_keys_are(page: Page) -> None:
    for state in (scenes.EMPTY, scenes.SEARCHING, scenes.READY, scenes.MANY, scenes.CASES):
        page.show(state).clear().press(Qt.Key.Key_Return).press(Qt.Key.Key_Down)
        page.press(Qt.Key.Key_Up).press(Qt.Key.Key_PageDown)
        assert page.said == [("enter",), ("move", 1), ("move", -1), ("move", 10)], state.current


def test_ctrl_enter_and_f_keys_stay_the_windows(page: Page) -> None:
    page.show(scenes.SEARCHING).clear()
    QTest.keyClick(page.focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_F9)
    assert page.said == []


def test_an_enter_held_down_goes_on_once(page: Page, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    page.show(scenes.SEARCHING).clear()
    for repeated in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            repeated,
        )
        QApplication.sendEvent(page.focused(), event)
    assert page.said == [("enter",)]


def test_digits_answer_a_question_and_stay_text_in_a_field(page: Page) -> None:
    page.show(scenes.READY).clear().type("2")
    assert page.said == [("digit", 2)]
    page.show(scenes.SEARCHING).clear().type("2")
    assert page.said == [("search", "khai si2")]


def test_a_question_that_opens_takes_the_keys_and_gives_them_back(page: Page) -> None:
    calm = replace(scenes.CALLING)
    page.show(calm)
    assert page.focused() is page.screen.applicant.phone.edit
    asking = replace(calm, applicant=replace(calm.applicant, question=scenes.OLD_UNIT))
    page.show(asking).clear().type("1")
    assert page.said == [("digit", 1)]
    page.show(calm)
    assert page.focused() is page.screen.applicant.phone.edit


def test_a_click_on_a_choice_answers(page: Page, qtbot: QtBot) -> None:
    page.show(scenes.READY).clear()
    rows = page.screen.applicant.question._choices._rows
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert ("digit", 2) in page.said


def test_the_selected_paper_has_the_keys(page: Page) -> None:
    page.show(scenes.MANY)
    papers = page.screen.papers.list._papers
    assert page.focused() is papers[6].row
    page.clear().type(" 3")
    assert page.said == [("space",), ("digit", 3)]
    page.show(replace(scenes.MANY, papers=replace(scenes.MANY.papers, selected=13)))
    assert page.focused() is papers[13].row
    viewport = page.screen.papers.list.viewport()
    top = papers[13].mapTo(viewport, QPoint(0, 0)).y()
    assert 0 <= top <= viewport.height() - papers[13].height()


def test_a_ringed_count_takes_digits_and_signs(page: Page) -> None:
    page.show(scenes.MANY).clear().press(Qt.Key.Key_Right).type("2")
    page.press(Qt.Key.Key_Right).type("+")
    assert page.said == [("count_paper", 6, 0, 2), ("count_paper", 6, 1, 1)]
    page.clear().press(Qt.Key.Key_Left).press(Qt.Key.Key_Left).type("2")
    assert page.said == [("digit", 2)]


def test_a_click_on_a_paper_lets_the_presenter_decide(page: Page, qtbot: QtBot) -> None:
    page.show(scenes.MANY).clear()
    row = page.screen.papers.list._papers[4].row
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert ("toggle_paper", 4) in page.said
    assert not row.isChecked()


def test_the_note_of_a_missing_paper_is_typed_and_entered(page: Page) -> None:
    page.show(scenes.CHECKING)
    note = page.screen.papers.list._papers[1].note.edit
    assert page.focused() is note
    page.clear().type("x").press(Qt.Key.Key_Return)
    assert page.said == [("note_paper", 1, "mẹ mang đến chiềux"), ("enter",)]


def test_focus_stays_where_the_officer_put_it(page: Page) -> None:
    page.show(scenes.READY)
    page.screen.panel.note.edit.setFocus()
    page.show(replace(scenes.READY, note="abc"))
    assert page.focused() is page.screen.panel.note.edit
    page.show(replace(scenes.READY, focus=1))
    assert page.focused() is not page.screen.panel.note.edit


def test_tab_into_a_block_makes_it_current(page: Page, qtbot: QtBot) -> None:
    page.show(scenes.READY).clear()
    page.screen.panel.note.edit.setFocus(Qt.FocusReason.TabFocusReason)
    assert ("go", Block.NOTE) in page.said
    page.clear()
    qtbot.mouseClick(page.screen.procedure, Qt.MouseButton.LeftButton)
    assert ("go", Block.PROCEDURE) in page.said


def test_the_draft_is_kept_after_the_last_change(page: Page, qtbot: QtBot) -> None:
    page.show(scenes.READY)
    qtbot.wait(SAVE_AFTER + 100)
    page.clear()
    for edits in range(1, 4):
        page.show(replace(scenes.READY, edits=edits))
    assert ("save",) not in page.told.calls
    qtbot.waitUntil(lambda: page.told.calls == [("save",)], timeout=2000)
    page.show(replace(scenes.READY, edits=3, note="a"))
    qtbot.wait(SAVE_AFTER + 100)
    assert page.told.calls == [("save",)]


def test_leaving_a_field_keeps_the_draft(page: Page) -> None:
    page.show(scenes.CALLING).clear()
    page.screen.panel.note.edit.setFocus()
    assert ("save",) in page.told.calls


def test_f9_keeps_its_place(page: Page) -> None:
    places = set()
    for state in (scenes.EMPTY, scenes.SEARCHING, scenes.READY, scenes.MANY, scenes.FEES):
        page.show(state)
        QApplication.processEvents()
        button = page.screen.panel.foot.button
        places.add(button.mapTo(page.window, QPoint(0, button.height())).y())
    assert max(places) - min(places) <= 12


def test_the_button_is_grey_with_its_reasons(page: Page) -> None:
    page.show(scenes.SEARCHING)
    button = page.screen.panel.foot.button
    assert not button.isEnabled()
    assert "Chọn thủ tục" in button.accessibleDescription()
    page.show(scenes.READY)
    assert button.isEnabled()


def test_words_with_keys_can_be_clicked(page: Page, qtbot: QtBot) -> None:
    asked: list[Command] = []

    class Ear(QObject):
        def hear(self, command: object) -> None:
            assert isinstance(command, Command)
            asked.append(command)

    ear = Ear()
    page.screen.asked.connect(ear.hear)
    page.show(scenes.READY)
    for widget in (
        page.screen.applicant._edit,
        page.screen.applicant._history,
        page.screen.panel.foot.button,
        page.screen.panel.foot._preview,
    ):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert asked == [Command.EDIT, Command.HISTORY, Command.RECEIVE, Command.PREVIEW]


def test_the_person_form_opens_in_the_card_and_takes_the_keys(page: Page) -> None:
    page.show(scenes.EMPTY)
    page.show(
        replace(scenes.EMPTY, applicant=ApplicantState(form=True, form_title="Nhập chủ hồ sơ"))
    )
    assert page.told.form is not None
    assert page.focused().objectName() == f"person_{Name.NUMBER.value}"
    page.type("001199000456").press(Qt.Key.Key_Return).type("mau")
    assert page.told.form.entry.person.name == "mau"
    assert all(call[0] not in ("enter", "search") for call in page.said)


def test_the_panels_editors_hand_on_what_is_typed(page: Page) -> None:
    page.show(scenes.FEES).clear().type("0")
    assert page.said[-1] == ("count_fee", 0, "60", "2")
    page.screen.panel.fees._collected.click()
    assert page.said[-1] == ("collect", True)
    due = replace(
        scenes.READY, current=Block.DUE, due=replace(scenes.READY.due, editing=True, typed="")
    )
    page.show(due).type("9")
    assert page.said[-1] == ("type_due", "9")
    way = replace(
        scenes.READY,
        current=Block.DELIVERY,
        delivery=replace(
            scenes.READY.delivery, editing=True, ways=scenes.CASES.procedure.cases, way=1
        ),
    )
    page.show(way).clear().type("3")
    assert page.said == [("digit", 3)]


def test_a_row_of_the_search_can_be_clicked(page: Page, qtbot: QtBot) -> None:
    page.show(scenes.SEARCHING)
    QApplication.processEvents()
    view = page.screen.procedure._rows
    at = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ("pick", 2) in page.said


def test_a_known_citizen_is_offered_while_typing(page: Page) -> None:
    typed = replace(
        scenes.EMPTY.applicant,
        typed="mau",
        rows=(PickRow("Trần Thị Mẫu", "0011••••0456 · Nữ, sinh 15/03/1999"),),
    )
    page.show(replace(scenes.EMPTY, applicant=typed))
    assert page.screen.applicant._rows.isVisible()


def test_the_page_never_scrolls_at_its_usual_size(page: Page) -> None:
    for state in (scenes.EMPTY, scenes.SEARCHING, scenes.READY, scenes.MANY, scenes.DUPLICATE):
        page.show(state)
        QApplication.processEvents()
        assert page.screen._scroll.verticalScrollBar().maximum() == 0, state.current
        assert page.screen._scroll.horizontalScrollBar().maximum() == 0, state.current


def test_an_unknown_fee_is_shown_amber(page: Page) -> None:
    fees = FeesState(standing=Standing.WARNING, value="Chưa rõ", detail="theo thông báo thu")
    page.show(replace(scenes.READY, fees=fees))
    assert page.screen.panel.fees.value.text() == "Chưa rõ"


@pytest.fixture
def big_type(look: Look) -> Iterator[Look]:
    look.set_scale(1.5)
    yield look
    look.set_scale(1.0)


def test_what_is_left_to_do_is_never_cut(big_type: Look, page: Page, qtbot: QtBot) -> None:
    foot = page.show(scenes.LONG_LEFT).screen.panel.foot
    words = foot._left[1]._words
    assert words.text() == scenes.LONG_LEFT.panel.left[1].words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert words.height() > big_type.line(Type.BODY)

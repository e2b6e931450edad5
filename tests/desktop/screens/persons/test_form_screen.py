from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.kinds import Name, PersonRole, TypedKind
from counter_app.desktop.presenters.persons.reading import PersonEntry
from counter_app.desktop.screens.persons.form_screen import PersonFormScreen
from counter_app.desktop.theme.look import Look
from counter_app.domain.people.address import Province, Unit
from counter_app.domain.people.person import Capacity

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

PROVINCE = Province("99", "tỉnh Ví Dụ", ())
UNITS = (Unit("00127", "Phường Mẫu", PROVINCE), Unit("00128", "Xã Mẫu Đông", PROVINCE))


class Page:
    """A form in a window, typed into with real keys."""

    def __init__(self, qtbot: QtBot, look: Look, role: PersonRole) -> None:
        self.done: list[PersonEntry] = []
        self.cancelled = 0
        self.keys = 0
        self.window = QWidget()
        self.screen = PersonFormScreen(look)
        QVBoxLayout(self.window).addWidget(self.screen)
        qtbot.addWidget(self.window)
        self.window.resize(700, 600)
        self.window.show()
        self.window.activateWindow()
        self.form = PersonForm(
            self.screen,
            today=date(2025, 7, 1),
            commune_choices=lambda typed, limit: UNITS[:limit] if typed else (),
            on_done=self.done.append,
            on_cancel=self._cancel,
            role=role,
        )
        self.form.begin()

    def _cancel(self) -> None:
        self.cancelled += 1

    def focused(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def type(self, text: str) -> Page:
        for char in text:
            QTest.keyClicks(self.focused(), char)
        self.keys += len(text)
        return self

    def press(self, key: Qt.Key, times: int = 1) -> Page:
        for _ in range(times):
            QTest.keyClick(self.focused(), key)
            self.keys += 1
        return self

    def enter(self, times: int = 1) -> Page:
        return self.press(Qt.Key.Key_Return, times)

    def at(self, name: Name) -> bool:
        return self.focused().objectName() == f"person_{name.value}"


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    found = Look()
    found.apply(qapp)
    return found


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Page:
    return Page(qtbot, look, PersonRole.APPLICANT)


def test_a_whole_person_by_keys_within_case_e(page: Page) -> None:
    page.type("001199000456").enter().type("tran thi mau x").enter().type("15/3").enter()
    page.type("mau").enter().type("12 lo").enter().type("0912345678").enter()
    person = page.done[0].person
    assert person.name == "Tran Thi Mau X"
    assert person.birth_date == date(1999, 3, 15)
    assert person.address.unit_code == "00127"
    assert person.phone == "0912345678"
    others = 4  # Ctrl+1, Enter, F9
    print(f"case E by real keys: {page.keys} of a person + {others} = {page.keys + others}")
    assert page.keys + others <= 65


def test_tab_is_the_next_field_always(page: Page) -> None:
    assert page.at(Name.NUMBER)
    page.press(Qt.Key.Key_Tab)
    assert page.at(Name.NAME)
    page.press(Qt.Key.Key_Tab)
    assert page.at(Name.BIRTH)


def test_shift_tab_leads_to_the_kind_and_its_digits(page: Page) -> None:
    QTest.keyClick(page.focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    page.type("4")
    assert page.form.typed.kind is TypedKind.PASSPORT
    page.press(Qt.Key.Key_Left)
    assert page.form.typed.kind is TypedKind.CERTIFICATE
    page.enter()
    assert page.at(Name.NUMBER)


def test_down_and_enter_take_another_commune(page: Page) -> None:
    page.type("001199000456").enter().type("Tran Thi Mau").enter().enter().type("mau")
    page.press(Qt.Key.Key_Down).enter()
    assert page.form.entry.person.address.unit_code == "00128"
    assert page.at(Name.STREET)


def test_a_click_on_a_commune_takes_it(page: Page, qtbot: QtBot) -> None:
    page.type("001199000456").enter().type("Tran Thi Mau").enter().enter().type("mau")
    places = page.screen._places
    assert places.isVisible()
    index = places.model().index(1, 0)
    qtbot.mouseClick(
        places.viewport(), Qt.MouseButton.LeftButton, pos=places.visualRect(index).center()
    )
    assert page.form.entry.person.address.unit_code == "00128"


def test_escape_closes_what_is_open_first(page: Page) -> None:
    page.type("001199000456").enter().type("Tran Thi Mau").enter().enter().type("mau")
    page.press(Qt.Key.Key_Escape)
    assert not page.screen._places.isVisible()
    assert page.cancelled == 0
    page.press(Qt.Key.Key_Escape)
    assert page.cancelled == 1


def test_a_trailing_space_survives_while_typing(page: Page) -> None:
    page.press(Qt.Key.Key_Tab).type("Tran ")
    assert page.screen._fields[Name.NAME].edit.text() == "Tran "


def test_ctrl_enter_is_left_to_the_window(page: Page) -> None:
    page.type("001199000456")
    QTest.keyClick(page.focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.at(Name.NUMBER)


def test_a_submitter_takes_a_capacity_by_digit(qtbot: QtBot, look: Look) -> None:
    page = Page(qtbot, look, PersonRole.SUBMITTER)
    page.type("001085000123").enter().type("le van thu").enter().type("3").enter().enter()
    assert page.done[0].authority.capacity is Capacity.MOTHER


def test_a_problem_stands_beside_its_field(page: Page) -> None:
    page.type("123").enter()
    field = page.screen._fields[Name.NUMBER]
    assert "12 chữ số" in field.edit.accessibleDescription()
    assert page.at(Name.NUMBER)


def test_every_field_has_a_name_for_a_screen_reader(page: Page) -> None:
    for field in page.screen._fields.values():
        assert field.edit.accessibleName()
    for row in page.screen._rows.values():
        assert all(stop.accessibleName() for stop in row.stops())


def test_it_fits_in_seven_hundred_pixels(page: Page, look: Look) -> None:
    page.form.choose(Name.KIND, 6)
    assert page.screen.minimumSizeHint().width() <= 700

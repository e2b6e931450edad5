"""How Enter, Tab and the number's shape lead through the person form."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.persons.kinds import Name, TypedKind
from counter_app.domain.people.person import (
    Address,
    Authority,
    Identity,
    IdentityKind,
    Person,
    Sex,
)
from tests.desktop.presenters.persons.typed_form import UNITS, Desk


def test_a_citizen_with_a_number_is_typed_with_enter_alone() -> None:
    desk = Desk()
    assert desk.focused is Name.NUMBER
    desk.type("001199000456").enter().type("tran thi mau").enter().type("150399").enter()
    desk.type("mau vi du").enter().type("12 Mau").enter().type("0912345678").enter()
    person = desk.entry.person
    assert person == Person(
        "Tran Thi Mau",
        identity=Identity(IdentityKind.PERSONAL_NUMBER, "001199000456"),
        birth_date=date(1999, 3, 15),
        birth_year=1999,
        sex=Sex.FEMALE,
        address=Address("12 Mau, Phường Mẫu, tỉnh Ví Dụ", "12 Mau", "00127", str(UNITS[0])),
        phone="0912345678",
    )
    assert desk.entry.authority == Authority()


def test_everything_typed_stays_within_the_keys_of_case_e() -> None:
    desk = Desk()
    desk.type("001199000456").enter().type("tran thi mau x").enter().type("15/3").enter()
    desk.type("mau").enter().type("12 lo").enter().type("0912345678").enter()
    assert desk.done
    procedure, papers, receive = 2, 1, 1  # Ctrl+1, Enter, F9
    print(f"case E: {desk.keys} keys of a person, {desk.keys + 4} of the reception")
    assert desk.keys + procedure + papers + receive <= 65


def test_only_the_name_is_demanded() -> None:
    desk = Desk()
    desk.enter()
    assert desk.focused is Name.NAME
    desk.type("Trần Thị Mẫu").enter(5)
    assert desk.entry.person == Person("Trần Thị Mẫu")


def test_without_a_name_enter_stays_and_says_so() -> None:
    desk = Desk()
    desk.enter(3)
    assert desk.focused is Name.NAME
    assert desk.field(Name.NAME).problem
    assert not desk.field(Name.NAME).doubt
    assert not desk.done


def test_a_name_typed_first_goes_where_it_belongs() -> None:
    desk = Desk()
    desk.type("tran thi mau").enter()
    assert desk.field(Name.NAME).text == "Tran Thi Mau"
    assert desk.field(Name.NUMBER).text == ""
    assert desk.focused is Name.NUMBER
    desk.enter()
    assert desk.focused is Name.BIRTH


def test_the_kind_is_told_by_the_shape_of_the_number() -> None:
    for text, kind in {
        "001199000456": TypedKind.CARD,
        "123 456 789": TypedKind.OLD_CARD,
        "b1234567": TypedKind.PASSPORT,
        "0100109106": TypedKind.BUSINESS,
        "0100109106-001": TypedKind.BUSINESS,
    }.items():
        desk = Desk()
        desk.type(text).tab_to(Name.NAME)
        assert desk.form.typed.kind is kind, text


def test_a_kind_that_was_chosen_is_not_guessed_away() -> None:
    desk = Desk()
    desk.tab_to(Name.KIND)
    desk.events.choose(Name.KIND, 2)
    desk.tab_to(Name.NUMBER).type("123456789").enter()
    assert desk.form.typed.kind is TypedKind.CERTIFICATE
    assert desk.field(Name.NUMBER).problem
    assert desk.focused is Name.NUMBER


def test_arrows_change_the_kind() -> None:
    desk = Desk()
    desk.tab_to(Name.KIND)
    desk.events.step(1)
    assert desk.form.typed.kind is TypedKind.OLD_CARD
    desk.events.step(-1)
    desk.events.step(-1)
    assert desk.form.typed.kind is TypedKind.CARD


def test_a_false_number_keeps_enter_and_lets_tab_go() -> None:
    desk = Desk()
    desk.type("00119900045").enter()
    assert desk.focused is Name.NUMBER
    assert "12 chữ số" in desk.field(Name.NUMBER).problem
    desk.tab_to(Name.NAME).type("Trần Thị Mẫu").enter(5)
    assert not desk.done
    assert desk.focused is Name.NUMBER
    desk.retype("001199000456").enter()
    assert desk.done


def test_a_doubt_is_confirmed_by_the_second_enter() -> None:
    desk = Desk()
    desk.type("001199000456").enter().type("Trần Thị Mẫu").enter().type("15/3/98").enter()
    assert desk.focused is Name.BIRTH or desk.focused is Name.COMMUNE
    desk.enter(3)
    assert not desk.done
    assert desk.focused is Name.NUMBER
    assert desk.field(Name.NUMBER).doubt
    assert desk.state.hints[0][0] == "Enter"
    desk.enter()
    assert desk.entry.person.birth_year == 1998


def test_a_doubtful_phone_is_asked_once() -> None:
    desk = Desk(start=Person("Trần Thị Mẫu", birth_year=1999, address=Address("nơi ghi trên thẻ")))
    desk.tab_to(Name.PHONE).type("12345").enter()
    assert desk.focused is Name.PHONE
    assert desk.field(Name.PHONE).doubt
    desk.enter()
    assert desk.focused is not Name.PHONE or desk.done

"""Every kind of person, whoever comes for them, and what the form keeps."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.desktop.presenters.persons.kinds import Name, PersonRole, TypedKind
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.domain.people.person import (
    Address,
    Authority,
    Capacity,
    Identity,
    IdentityKind,
    Person,
    PersonKind,
    Sex,
)
from counter_app.domain.plain import from_plain, to_plain
from tests.desktop.presenters.persons.typed_form import TODAY, Desk


def test_a_passport_asks_its_nationality() -> None:
    desk = Desk()
    desk.type("e12345678").enter().type("JOHN MAU").enter()
    assert desk.focused is Name.NATIONALITY
    desk.type("hàn quốc").enter()
    assert desk.field(Name.NATIONALITY).text == "KR"
    desk.type("1/2/1980").enter().type("Seoul").enter().enter().enter()
    person = desk.entry.person
    assert person.identity == Identity(IdentityKind.PASSPORT, "E12345678", "KR")
    assert person.address == Address("Seoul")


def test_a_business_comes_with_its_representative() -> None:
    desk = Desk()
    desk.type("0100109106").enter()
    assert desk.field(Name.NAME).label == "Tên doanh nghiệp"
    desk.type("Công ty TNHH Mẫu 1").enter().type("thu").enter().enter()
    assert desk.focused is Name.OTHER_NAME
    desk.type("le van thu").enter().type("001085000123").enter().type("0912345678").enter()
    entry = desk.entry
    assert entry.person.kind is PersonKind.BUSINESS
    assert entry.person.identity == Identity(IdentityKind.TAX_CODE, "0100109106")
    assert entry.submitter is not None
    assert entry.submitter.name == "Le Van Thu"
    assert entry.submitter.phone == "0912345678"
    assert entry.authority == Authority(Capacity.LEGAL_REPRESENTATIVE)


def test_a_body_alone_has_no_submitter() -> None:
    desk = Desk()
    desk.events.choose(Name.KIND, 8)
    desk.tab_to(Name.NAME).type("Hội Mẫu").enter().type("12/QĐ-UBND").enter().enter(5)
    assert desk.entry.person.kind is PersonKind.ORGANISATION
    assert desk.entry.person.identity == Identity(IdentityKind.DECISION, "12/QĐ-UBND")
    assert desk.entry.submitter is None
    assert desk.entry.authority == Authority()


def test_a_minor_is_brought_by_the_mother() -> None:
    desk = Desk()
    desk.events.choose(Name.KIND, 5)
    desk.tab_to(Name.NAME).type("tran van be").enter()
    assert desk.focused is Name.BIRTH  # a number is not asked of a child
    desk.type("1/6/25").enter().type("mau").enter().enter()
    assert desk.focused is Name.CAPACITY
    desk.enter()
    desk.type("Trần Thị Mẫu").enter().enter().enter()
    assert desk.focused is Name.CAPACITY
    assert desk.field(Name.CAPACITY).problem
    desk.events.choose(Name.CAPACITY, 1)
    desk.enter()
    entry = desk.entry
    assert entry.person.identity == Identity()
    assert entry.person.birth_date == date(2025, 6, 1)
    assert entry.submitter == Person("Trần Thị Mẫu")
    assert entry.authority == Authority(Capacity.MOTHER)


def test_a_minor_of_age_is_doubted() -> None:
    desk = Desk()
    desk.events.choose(Name.KIND, 5)
    desk.tab_to(Name.BIRTH).type("1/6/2005").tab_to(Name.NAME)
    assert desk.field(Name.BIRTH).doubt


def test_a_submitter_needs_a_capacity_and_its_paper_has_a_date() -> None:
    desk = Desk(PersonRole.SUBMITTER)
    desk.type("001085000123").enter().type("Lê Văn Thử").enter()
    assert desk.focused is Name.CAPACITY
    desk.enter()
    assert desk.focused is Name.CAPACITY
    assert desk.field(Name.CAPACITY).problem
    desk.events.choose(Name.CAPACITY, 0)
    desk.enter()
    assert desk.focused is Name.PAPER_NUMBER
    desk.type("07").enter()
    assert desk.focused is Name.PHONE
    desk.tab_to(Name.PAPER_DATE).type("hn").enter()
    desk.enter()
    assert desk.entry.authority == Authority(Capacity.AUTHORISED, "07", TODAY)
    assert desk.entry.person.name == "Lê Văn Thử"


def test_a_related_person_says_what_they_are() -> None:
    desk = Desk(PersonRole.RELATED)
    desk.type("001085000123").enter().type("Lê Văn Thử").enter().type("1/2/85").enter()
    assert desk.focused is Name.PHONE
    desk.enter().type("chồng").enter()
    assert desk.entry.role_words == "chồng"


def test_a_receiver_has_no_address_field() -> None:
    desk = Desk(PersonRole.RECEIVER)
    assert desk.state.field(Name.COMMUNE) is None
    desk.type("001085000123").enter().type("Lê Văn Thử").enter()
    desk.events.choose(Name.CAPACITY, 1)
    desk.enter().enter()
    assert desk.entry.authority.capacity is Capacity.FATHER


def test_a_commune_is_chosen_by_arrows_or_left_as_text() -> None:
    desk = Desk()
    desk.tab_to(Name.COMMUNE)
    assert [place.code for place in desk.state.places] == ["00127"]
    assert desk.state.place == -1  # Enter skips an empty address
    desk.type("mau")
    assert [place.code for place in desk.state.places] == ["00127", "00128"]
    desk.events.step(1)
    desk.enter()
    assert desk.field(Name.COMMUNE).text == "Xã Mẫu Đông, tỉnh Ví Dụ"
    assert desk.focused is Name.STREET
    desk.tab_to(Name.COMMUNE).retype("nơi khác").tab_to(Name.NAME)
    assert desk.field(Name.COMMUNE).doubt
    assert desk.form.entry.person.address == Address("nơi khác")


def test_escape_closes_the_communes_before_the_form() -> None:
    desk = Desk()
    desk.tab_to(Name.COMMUNE).type("mau")
    desk.events.escape()
    assert not desk.state.places
    assert not desk.cancelled
    desk.events.escape()
    assert desk.cancelled == 1


def test_a_known_citizen_keeps_what_is_not_touched() -> None:
    card = Person(
        "Trần Thị Mẫu",
        identity=Identity(IdentityKind.CITIZEN_CARD, "001199000456", issued_on=date(2021, 5, 4)),
        birth_date=date(1999, 3, 15),
        birth_year=1999,
        sex=Sex.FEMALE,
        address=Address("Thôn 3, xã Mẫu Cũ, huyện Thử, tỉnh Ví Dụ"),
    )
    desk = Desk(start=card)
    assert desk.focused is Name.STREET
    desk.tab_to(Name.PHONE).type("0912345678").enter().enter()
    assert desk.entry.person.identity == card.identity
    assert desk.entry.person.address == card.address
    assert desk.entry.person.phone == "0912345678"


def test_a_chosen_commune_keeps_the_cards_own_words() -> None:
    card = Person("Trần Thị Mẫu", address=Address("Thôn 3, xã Mẫu Cũ"))
    desk = Desk(start=card)
    desk.tab_to(Name.COMMUNE).retype("mau dong").enter()
    address = desk.form.entry.person.address
    assert address.original == "Thôn 3, xã Mẫu Cũ"
    assert address.unit_code == "00128"


def test_a_scanned_card_fills_the_one_who_comes() -> None:
    desk = Desk()
    desk.type("0100109106").enter().type("Công ty Mẫu").enter()
    desk.form.fill(
        Person("Lê Văn Thử", identity=Identity(IdentityKind.CITIZEN_CARD, "001085000123"))
    )
    assert desk.field(Name.OTHER_NAME).text == "Lê Văn Thử"
    assert desk.field(Name.NAME).text == "Công ty Mẫu"


@pytest.mark.parametrize(
    ("sex", "chosen", "capacity"),
    [
        (Sex.FEMALE, None, Capacity.MOTHER),
        (Sex.MALE, None, Capacity.FATHER),
        (Sex.FEMALE, 2, Capacity.GUARDIAN),  # the officer knows better
        (None, None, None),
    ],
)
def test_a_card_scanned_for_a_child_proposes_the_parent(
    sex: Sex | None, chosen: int | None, capacity: Capacity | None
) -> None:
    desk = Desk()
    desk.events.choose(Name.KIND, 5)
    if chosen is not None:
        desk.events.choose(Name.CAPACITY, chosen)
    card = Identity(IdentityKind.CITIZEN_CARD, "001199000456")
    desk.form.fill(Person("Trần Thị Mẫu", identity=card, sex=sex))
    assert desk.form.typed.capacity is capacity


def test_a_passport_from_the_search_line_is_doubted_only_once_it_is_read() -> None:
    desk = Desk(typed=TypedPerson().with_text(Name.NUMBER, "E12345678"))
    assert desk.form.typed.kind is TypedKind.PASSPORT
    assert not desk.field(Name.NATIONALITY).problem
    assert not desk.field(Name.NUMBER).problem
    desk.type("JOHN MAU").enter()
    assert desk.focused is Name.NATIONALITY
    desk.enter()
    assert desk.field(Name.NATIONALITY).doubt


def test_a_scanned_card_fills_the_person_and_keeps_the_phone() -> None:
    desk = Desk()
    desk.tab_to(Name.PHONE).type("0912345678")
    desk.form.fill(
        Person("Lê Văn Thử", identity=Identity(IdentityKind.CITIZEN_CARD, "001085000123"))
    )
    assert desk.form.entry.person.name == "Lê Văn Thử"
    assert desk.form.entry.person.phone == "0912345678"


def test_complete_shows_what_is_false() -> None:
    desk = Desk()
    desk.type("123").tab_to(Name.NAME).type("Trần Thị Mẫu")
    assert desk.form.complete() is None
    assert desk.focused is Name.NUMBER
    desk.retype("001199000456")
    entry = desk.form.complete()
    assert entry is not None
    assert entry.person.name == "Trần Thị Mẫu"


def test_what_was_typed_survives_as_plain_json() -> None:
    desk = Desk()
    desk.type("001199000456").enter().type("Trần Thị Mẫu").enter()
    desk.tab_to(Name.COMMUNE).type("mau").enter()
    assert desk.changes
    kept = from_plain(TypedPerson, to_plain(desk.form.typed))
    assert kept == desk.form.typed
    again = Desk(typed=kept)
    assert again.focused is Name.STREET or again.focused is Name.BIRTH
    assert again.form.entry == desk.form.entry


def test_a_sex_is_taken_back_by_the_same_key() -> None:
    desk = Desk()
    desk.tab_to(Name.SEX)
    desk.events.choose(Name.SEX, 1)
    assert desk.form.entry.person.sex is Sex.FEMALE
    desk.events.choose(Name.SEX, 1)
    assert desk.form.entry.person.sex is None

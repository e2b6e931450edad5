from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.kinds import Name, PersonRole, TypedKind
from counter_app.desktop.presenters.persons.reading import PersonEntry
from counter_app.desktop.presenters.persons.state import PersonFormEvents, PersonFormState
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.domain.people.address import Province, Unit
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
from counter_app.domain.text import fold

TODAY = date(2025, 7, 1)
PROVINCE = Province("99", "tỉnh Ví Dụ", ())
UNITS = (
    Unit("00127", "Phường Mẫu", PROVINCE),
    Unit("00128", "Xã Mẫu Đông", PROVINCE),
    Unit("00130", "Xã Thử", PROVINCE),
)


def communes(typed: str, limit: int) -> tuple[Unit, ...]:
    if not typed:
        return UNITS[:1]
    wanted = fold(typed).split()
    return tuple(unit for unit in UNITS if all(w in fold(str(unit)) for w in wanted))[:limit]


class Desk:
    """A form with an officer's hands: `keys` counts what was pressed, Enter included."""

    def __init__(
        self,
        role: PersonRole = PersonRole.APPLICANT,
        start: Person | None = None,
        typed: TypedPerson | None = None,
    ) -> None:
        self.done: list[PersonEntry] = []
        self.cancelled = 0
        self.changes = 0
        self.keys = 0
        self.focused: Name | None = None
        self.form = PersonForm(
            self,
            today=TODAY,
            commune_choices=communes,
            on_done=self.done.append,
            on_cancel=self._cancel,
            start=start,
            role=role,
            typed=typed,
            on_change=self._change,
        )
        self.form.begin()

    def _cancel(self) -> None:
        self.cancelled += 1

    def _change(self) -> None:
        self.changes += 1

    def attach(self, events: PersonFormEvents) -> None:
        self.events = events

    def present(self, state: PersonFormState) -> None:
        self.state = state

    def focus(self, name: Name) -> None:
        self.focused = name

    def type(self, text: str) -> Desk:
        before = self.field(self.state.at).text
        for count in range(1, len(text) + 1):
            self.events.type(self.state.at, before + text[:count])
        self.keys += len(text)
        return self

    def retype(self, text: str) -> Desk:
        self.events.type(self.state.at, "")
        return self.type(text)

    def enter(self, times: int = 1) -> Desk:
        for _ in range(times):
            self.events.enter()
            self.keys += 1
        return self

    def tab_to(self, name: Name) -> Desk:
        self.events.left(self.state.at)
        self.events.entered(name)
        return self

    def field(self, name: Name):
        found = self.state.field(name)
        assert found is not None
        return found

    @property
    def entry(self) -> PersonEntry:
        assert len(self.done) == 1
        return self.done[0]


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

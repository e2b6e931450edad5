"""What a declaration is filled in with: only what is known, never a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counter_app.domain.people.person import (
    Authority,
    Capacity,
    Identity,
    IdentityKind,
    Person,
    PersonKind,
    RelatedPerson,
    Sex,
)
from counter_app.domain.printed.declaration_names import NAMES
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.visitor.known_values import known_values, persons_of
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"
TODAY = date(2026, 11, 20)
HIM = replace(person("Lê Văn Thử"), sex=Sex.MALE, birth_date=date(1990, 3, 15))
HER = replace(person("Trần Thị Mẫu"), sex=Sex.FEMALE, birth_date=date(1993, 2, 1))
BABY = Person("Lê Mẫu Anh", birth_date=date(2026, 11, 2))


def test_a_father_who_submits_for_a_newborn() -> None:
    found = persons_of(
        Reception(BIRTH, BABY, submitter=HIM, authority=Authority(Capacity.FATHER)), TODAY
    )
    assert (found["child"], found["father"], found["requester"]) == (BABY, HIM, HIM)
    assert not found.keys() & {"mother", "agent", "spouse", "deceased"}


def test_a_newborn_asks_for_nothing_itself(counter: Counter) -> None:
    found = persons_of(Reception(BIRTH, BABY), TODAY)
    assert "requester" not in found
    assert found["child"] == BABY
    assert "capacity" not in known_values(counter.workplace, Reception(BIRTH, BABY), None)


def test_related_persons_by_their_roles() -> None:
    related = (
        RelatedPerson(HIM, "Bố"),
        RelatedPerson(HER, "mẹ đẻ"),
        RelatedPerson(BABY, "hàng xóm"),
    )
    found = persons_of(Reception(BIRTH, person(), related=related), TODAY)
    assert (found["father"], found["mother"]) == (HIM, HER)
    assert "child" not in found, "a neighbour is none"


def test_two_of_the_same_role_leave_dots() -> None:
    twins = (RelatedPerson(BABY, "con"), RelatedPerson(BABY, "con"))
    assert "child" not in persons_of(Reception(BIRTH, HER, related=twins), TODAY)


@pytest.mark.parametrize(("first", "second"), [(HIM, HER), (HER, HIM)])
def test_a_couple_by_sex_whoever_stands_first(first: Person, second: Person) -> None:
    reception = Reception("1.000894", first, related=(RelatedPerson(second, ""),))
    found = persons_of(reception, TODAY)
    assert (found["man"], found["woman"]) == (HIM, HER)
    alone = persons_of(Reception("1.000894", HER), TODAY)
    assert "man" not in alone


def test_who_acts_by_paper(counter: Counter) -> None:
    authority = Authority(Capacity.AUTHORISED, "07", date(2026, 6, 30))
    reception = Reception(BIRTH, HER, submitter=HIM, authority=authority)
    values = known_values(counter.workplace, reception, None)
    assert values["agent_name"] == "Lê Văn Thử"
    assert values["capacity"] == "người được ủy quyền"
    assert values["authority"] == "số 07, ngày 30 tháng 6 năm 2026"


def test_the_parts_of_a_person(counter: Counter) -> None:
    card = Identity(IdentityKind.CITIZEN_CARD, "001193000456", issued_on=date(2021, 8, 20))
    values = known_values(counter.workplace, Reception(BIRTH, replace(HER, identity=card)), None)
    assert values["applicant_document"] == "Thẻ căn cước/CCCD số 001193000456, cấp ngày 20/8/2021"
    assert values["applicant_nationality"] == "Việt Nam"
    assert values["applicant_birth"] == "01/02/1993"
    assert values["applicant_phone"] == "0900 000 456"
    assert values.keys() <= NAMES.values
    assert all(values.values())


def test_nationality_and_sex_are_never_guessed(counter: Counter) -> None:
    foreign = Person("Ann Mẫu", identity=Identity(IdentityKind.PASSPORT, "X0000001", "LA"))
    body = Person("Công ty Mẫu", PersonKind.BUSINESS, Identity(IdentityKind.TAX_CODE, "0100000001"))
    numbered = Person("A", identity=Identity(IdentityKind.PERSONAL_NUMBER, "001193000456"))
    said = [
        known_values(counter.workplace, Reception(BIRTH, each), None)
        for each in (foreign, body, numbered)
    ]
    assert said[0]["applicant_nationality"] == "LA"
    assert "applicant_nationality" not in said[1]
    assert "applicant_nationality" not in said[2], "foreigners have such numbers, too"
    assert not any("applicant_sex" in each for each in said)


def test_nothing_known_is_nothing_said(counter: Counter) -> None:
    values = known_values(counter.workplace, Reception("", Person("")), None)
    assert values.keys() <= {"centre", "province", "place", "day", "help_phone", "lookup"}

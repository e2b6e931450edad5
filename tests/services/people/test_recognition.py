from __future__ import annotations

import dataclasses
from contextlib import closing

import pytest

from counter_app.domain.acts.steps import Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.person import Address, Identity, Person
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.people.recognition import SHOWN, citizens, recognise
from counter_app.store.engine import connect
from counter_app.store.subjects import dossiers
from tests.made import person
from tests.services.conftest import Counter

BIRTH, BIRTH_AGAIN = "1.001193", "1.004884"
NUMBER = "001184000123"
CHOSEN = Address("Số 12, phường Cũ, tỉnh Cũ", "Số 12", "00004", "phường Mẫu, tỉnh Ví Dụ")


def received(counter: Counter, applicant: Person, procedure: str = BIRTH) -> Dossier:
    counter.clock.go(minutes=1)
    return receive(counter.workplace, counter.session, Reception(procedure, applicant))


def test_a_returning_citizen_brings_everything_along(counter: Counter) -> None:
    bare = dataclasses.replace(person(), phone="", email="", address=Address("Thẻ, địa chỉ cũ"))
    first = received(counter, dataclasses.replace(bare, address=CHOSEN, email="mau@vi-du.vn"))
    second = received(counter, dataclasses.replace(bare, phone="0900000456"), BIRTH_AGAIN)
    third = received(counter, dataclasses.replace(bare, name="Trần Thị Mẫu Mới"))
    record(counter.workplace, counter.session, second.uid, Withdrawn("đổi ý"))
    known = recognise(counter.workplace, NUMBER)
    assert known is not None
    assert known.person == dataclasses.replace(
        bare,
        name="Trần Thị Mẫu Mới",
        phone="0900000456",
        email="mau@vi-du.vn",
        address=CHOSEN,
    )
    assert known.dossiers == 3
    assert [line.uid for line in known.last] == [third.uid, second.uid, first.uid]
    assert [line.uid for line in known.open] == [third.uid, first.uid]
    assert known.procedures == (BIRTH, BIRTH_AGAIN)


def test_an_address_without_a_commune_is_better_than_none(counter: Counter) -> None:
    received(counter, dataclasses.replace(person(), address=Address("Ấp Mẫu")))
    received(counter, dataclasses.replace(person(), address=Address()))
    known = recognise(counter.workplace, NUMBER)
    assert known is not None
    assert known.person.address == Address("Ấp Mẫu")
    nowhere = dataclasses.replace(person(number="001184000999"), address=Address())
    received(counter, nowhere)
    known = recognise(counter.workplace, "001184000999")
    assert known is not None
    assert known.person == nowhere


@pytest.mark.parametrize("number", ["", "001184000999"])
def test_a_new_citizen_isnt_known(counter: Counter, number: str) -> None:
    received(counter, person())
    received(counter, Person("Trẻ sơ sinh"))
    assert recognise(counter.workplace, number) is None


def test_all_are_counted_and_the_newest_shown(counter: Counter) -> None:
    for _ in range(SHOWN + 3):
        received(counter, person())
    known = recognise(counter.workplace, NUMBER)
    assert known is not None
    assert (known.dossiers, len(known.last), len(known.open)) == (SHOWN + 3, SHOWN, SHOWN + 3)


def test_citizens_are_found_by_name_phone_and_number(counter: Counter) -> None:
    mother = Person("Lê Thị Khai", phone="0900000777", identity=Identity(number="001184000777"))
    received(counter, person())
    received(counter, mother)
    received(counter, mother)
    received(counter, Person("Trần Văn Bé"))
    workplace = counter.workplace

    def names(typed: str) -> list[str]:
        return [each.person.name for each in citizens(workplace, typed)]

    assert names("tran") == ["Trần Văn Bé", "Trần Thị Mẫu"]
    assert names("mẫu trần t") == ["Trần Thị Mẫu"]
    assert names("khai") == ["Lê Thị Khai"]
    assert names("khai sinh") == []
    assert names("0900000") == ["Lê Thị Khai", "Trần Thị Mẫu"]
    assert names("0011840007") == ["Lê Thị Khai"]
    assert names("") == names("zzz") == []
    assert [each.dossiers for each in citizens(workplace, "khai")] == [2]
    (child,) = citizens(workplace, "be")
    assert (child.dossiers, child.procedures, len(child.open)) == (1, (BIRTH,), 1)
    assert len(citizens(workplace, "tran", limit=1)) == 1


def test_one_query_by_the_index_of_numbers(counter: Counter) -> None:
    query = dossiers._OF_PERSON._sql
    with closing(connect(counter.workplace.store.path, None)) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {query}", {"wanted": NUMBER}).fetchall()
    plan = [row[3] for row in rows]
    assert all("SCAN" not in line and "TEMP B-TREE" not in line for line in plan)
    assert sum("dossier_identity" in line for line in plan) == 2

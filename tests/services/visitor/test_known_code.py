"""Whose dossier a portal's code belongs to is said; nothing is refused for it."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.people.person import Identity, Person
from counter_app.domain.problems import Weight
from counter_app.services.intake.accepting import accept, wished_reception
from counter_app.services.visitor.assisting import SYSTEMS, assist
from counter_app.services.visitor.known_code import code_doubt
from tests.made import person
from tests.services.conftest import Counter
from tests.services.intake.online import PORTAL, submitted

OTHER = Person("Lê Văn Thử")


def test_a_code_that_nobody_here_bears_is_no_doubt(counter: Counter) -> None:
    submitted(counter)
    for code in ("", "chưa rõ", "G00.99-20261120-0000018", "0900000456"):
        assert code_doubt(counter.workplace, person(), code) is None


def test_another_persons_dossier_is_named(counter: Counter) -> None:
    submitted(counter)
    found = code_doubt(counter.workplace, OTHER, f" {PORTAL.lower()} ")
    assert found is not None
    assert (found.code, found.field, found.weight) == (
        "assisted_code_of_other", "/code", Weight.DOUBT,
    )  # fmt: skip
    facts = dict(found.facts)
    assert (facts["code"], facts["name"]) == (PORTAL, "Trần Thị Mẫu")
    assert facts["procedure"] == "Đăng ký lại khai sinh"


def test_one_name_with_two_numbers_is_two_people(counter: Counter) -> None:
    submitted(counter)
    twin = replace(person(), identity=Identity(person().identity.kind, "001199000999"))
    found = code_doubt(counter.workplace, twin, PORTAL)
    assert found is not None
    assert found.code == "assisted_code_of_other"
    nameless = code_doubt(counter.workplace, Person("trần thị mẫu"), PORTAL)
    assert nameless is not None
    assert nameless.code == "assisted_code_waits", "without a number the name decides"


def test_ones_own_that_waits_and_that_was_received(counter: Counter) -> None:
    place, waiting = counter.workplace, submitted(counter)
    found = code_doubt(place, person(), PORTAL)
    assert found is not None
    assert found.code == "assisted_code_waits"
    received = accept(place, counter.session, waiting.uid, wished_reception(waiting))
    again = code_doubt(place, person(), PORTAL)
    assert again is not None
    assert again.code == "assisted_code_received"
    assert dict(again.facts)["code"] == received.shown_code


def test_help_is_recorded_all_the_same(counter: Counter) -> None:
    submitted(counter)
    (system, *_) = SYSTEMS.values()
    assist(counter.workplace, counter.session, "1.004884", person(), system, PORTAL)
    day = counter.clock.at.date()
    with counter.workplace.store.reading() as tx:
        assert len(tx.day_acts.between(day, day, (Kind.ASSISTED,))) == 1

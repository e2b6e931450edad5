"""Helped to submit online: recorded for procedures that are registered elsewhere, too."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.work import FalseStepError, NotPermittedError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session
from counter_app.services.visitor.assisting import SYSTEMS, assist
from tests.made import person
from tests.services.conftest import Counter

RESIDENCE = "1.004194"  # received in a ministry's own system


def test_it_is_recorded_with_the_portals_code(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    (system, *_) = SYSTEMS.values()
    body = assist(place, session, RESIDENCE, person(), system, " G01.899-251120-0007 ")
    assert (body.code, body.system) == ("G01.899-251120-0007", "Cổng Dịch vụ công quốc gia")
    day = counter.clock.at.date()
    with place.store.reading() as tx:
        (row,) = tx.day_acts.between(day, day, (Kind.ASSISTED,), counter="12")
    assert row.body == body


@pytest.mark.parametrize(
    ("name", "system", "code", "wrong"),
    [
        ("", "Cổng", "", "assisted_nobody"),
        ("Trần Thị Mẫu", " ", "", "assisted_system"),
        ("Trần Thị Mẫu", "Cổng", "9" * 65, "assisted_code_long"),
    ],
)
def test_what_is_false_is_not_written(
    counter: Counter, name: str, system: str, code: str, wrong: str
) -> None:
    with pytest.raises(FalseStepError) as caught:
        assist(counter.workplace, counter.session, RESIDENCE, Person(name), system, code)
    assert [each.code for each in caught.value.problems] == [wrong]


def test_who_takes_only_fees_assists_nobody(counter: Counter) -> None:
    fees = Session(Officer("tp", "Hoàng Thị Tập", roles=(Role.FEES,)), "online")
    with pytest.raises(NotPermittedError):
        assist(counter.workplace, fees, RESIDENCE, Person(""), "")
    with counter.workplace.store.reading() as tx:
        assert tx.journal.head().n == 0

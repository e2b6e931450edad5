"""What an officer's roles don't allow is refused before anything is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.steps import ContactWay, HandedOver, Paid, Told
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Act, Role
from counter_app.domain.procedures.fees import Count
from counter_app.services.certifying.quick import certify
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.money.shift import close_shift
from counter_app.services.officers.permits import may, require, writable
from tests.made import person
from tests.services.conftest import Counter

DECISION = Appointment("07/QĐ", date(2026, 1, 5), (), date(2026, 1, 5), date(2026, 12, 31))


@pytest.fixture
def inspector() -> Session:
    officer = Officer("kt", "Đỗ Thị Thử", roles=(Role.INSPECTOR,), appointments=(DECISION,))
    return Session(officer, "online")


def entries(counter: Counter) -> int:
    with counter.workplace.store.reading() as tx:
        return tx.journal.head().n


def test_an_inspector_looks_and_writes_nothing(counter: Counter, inspector: Session) -> None:
    place = counter.workplace
    dossier = receive(place, counter.session, Reception("1.001193", person()))
    before = entries(counter)
    attempts: list[Callable[[], object]] = [
        lambda: receive(place, inspector, Reception("1.001193", person())),
        lambda: record(place, inspector, dossier.uid, Told(ContactWay.PHONE, "đã báo")),
        lambda: record(place, inspector, dossier.uid, HandedOver("Phòng Tư pháp")),
        lambda: certify(place, inspector, CertifiedWhat.COPY, Count(1, 1)),
        lambda: close_shift(place, inspector, ()),
    ]
    for attempt in attempts:
        with pytest.raises(NotPermittedError) as caught:
            attempt()
        assert caught.value.facts["officer"] == "Đỗ Thị Thử"
    assert entries(counter) == before
    assert may(place, inspector, Act.SEE_LOGS)
    assert not writable(place, inspector, (KINDS[Told], KINDS[HandedOver]))


def test_who_only_takes_fees_receives_nothing(counter: Counter) -> None:
    place = counter.workplace
    fees = Session(Officer("tp", "Hoàng Thị Tập", roles=(Role.FEES,)), "online")
    with pytest.raises(NotPermittedError):
        receive(place, fees, Reception("1.001193", person()))
    kinds: tuple[type[Body], ...] = (Paid, HandedOver)
    assert writable(place, fees, [KINDS[kind] for kind in kinds]) == {KINDS[Paid]}


def test_without_a_role_nothing_goes(counter: Counter) -> None:
    nobody = Session(dataclasses.replace(counter.session.officer, roles=()), "online")
    before = entries(counter)
    with pytest.raises(NotPermittedError):
        receive(counter.workplace, nobody, Reception("1.001193", person()))
    with pytest.raises(NotPermittedError):
        require(counter.workplace, nobody, Act.SEE_LISTS)
    assert entries(counter) == before

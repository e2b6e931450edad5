"""Fees taken in parts, taken back, joined to a receipt; a financial duty lets the clock go on."""

from __future__ import annotations

import dataclasses

import pytest

from counter_app.domain.acts.steps import PaymentPart, PayMethod, Receipt
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.payments import (
    cancel_payment,
    demand_payment,
    link_receipt,
    owed_lines,
    take_payment,
)
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"
LAND = FeeLine("Lệ phí trước bạ", FeeKind.CHARGE, 500_000)
COPIES = FeeLine("Phí sao lục", FeeKind.FEE, 20_000)


@pytest.fixture
def dossier(counter: Counter) -> Dossier:
    reception = Reception(BIRTH, person(), entered_fees=(LAND, COPIES))
    return receive(counter.workplace, counter.session, reception)


def _owed(dossier: Dossier) -> dict[str, int]:
    return {line.name: line.amount for line in owed_lines(dossier)}


def test_an_advance_and_the_remainder(counter: Counter, dossier: Dossier) -> None:
    place, session = counter.workplace, counter.session
    before = sum(_owed(dossier).values())
    advance = (dataclasses.replace(LAND, amount=200_000),)
    after = take_payment(place, session, dossier.uid, advance, payer=" Lê  Văn Thử ")
    assert after.payments[-1].part is PaymentPart.ADVANCE
    assert after.payments[-1].payer == "Lê Văn Thử"
    assert sum(_owed(after).values()) == before - 200_000
    assert _owed(after)[LAND.name] == 300_000
    rest = owed_lines(after)
    done = take_payment(place, session, dossier.uid, rest, PayMethod.TRANSFER)
    assert done.payments[-1].part is PaymentPart.REMAINDER
    assert done.payments[-1].method is PayMethod.TRANSFER
    assert owed_lines(done) == ()
    assert done.owed == 0


def test_a_payment_is_taken_back_once_and_with_a_reason(counter: Counter, dossier: Dossier) -> None:
    place, session = counter.workplace, counter.session
    paid = take_payment(place, session, dossier.uid, (COPIES,))
    uid = paid.payments[-1].uid
    with pytest.raises(FalseStepError) as caught:
        cancel_payment(place, session, dossier.uid, uid, "  ")
    assert caught.value.problems[0].code == "payment_no_reason"
    after = cancel_payment(place, session, dossier.uid, uid, "thu nhầm hồ sơ")
    assert after.payments[-1].is_cancelled
    assert after.payments[-1].cancel_reason == "thu nhầm hồ sơ"
    assert _owed(after) == _owed(dossier)
    with pytest.raises(FalseStepError):
        cancel_payment(place, session, dossier.uid, uid, "lần nữa")


def test_an_e_receipt_is_joined_later(counter: Counter, dossier: Dossier) -> None:
    place, session = counter.workplace, counter.session
    uid = take_payment(place, session, dossier.uid, (COPIES,)).payments[-1].uid
    receipt = Receipt("01BLP26E", "0000123", "ABC")
    after = link_receipt(place, session, dossier.uid, uid, receipt)
    assert after.payments[-1].receipt == receipt
    with pytest.raises(FalseStepError):
        link_receipt(place, session, dossier.uid, uid, Receipt("", ""))
    with pytest.raises(FalseStepError):
        link_receipt(place, session, dossier.uid, "not-a-payment", receipt)


def test_a_financial_duty_stops_the_clock_until_it_is_met(
    counter: Counter, dossier: Dossier
) -> None:
    place, session = counter.workplace, counter.session
    tax = FeeLine("Thuế thu nhập cá nhân", FeeKind.UNSTATED, 3_000_000)
    waiting = demand_payment(place, session, dossier.uid, (tax,), "Thông báo thuế số 12")
    assert waiting.status is Status.WAITING_PAYMENT
    counter.clock.go(days=3)
    part = take_payment(place, session, dossier.uid, (dataclasses.replace(tax, amount=1_000_000),))
    assert part.promise == dossier.promise, "an advance moves nothing"
    met = take_payment(place, session, dossier.uid, owed_lines(part))
    assert met.status is Status.RECEIVED
    assert met.promise.due_at is not None
    assert dossier.promise.due_at is not None
    assert met.promise.due_at > dossier.promise.due_at


@pytest.mark.parametrize("lines", [(), (dataclasses.replace(COPIES, amount=0),)])
def test_nothing_is_no_payment(
    counter: Counter, dossier: Dossier, lines: tuple[FeeLine, ...]
) -> None:
    with pytest.raises(FalseStepError) as caught:
        take_payment(counter.workplace, counter.session, dossier.uid, lines)
    assert caught.value.problems[0].code == "payment_nothing"
    with pytest.raises(FalseStepError):
        demand_payment(counter.workplace, counter.session, dossier.uid, lines, "")

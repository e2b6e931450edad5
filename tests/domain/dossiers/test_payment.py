"""What is owed: asked for, less what was taken and stands."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.decisions import PaymentDemanded
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.steps import Paid, PaymentPart, PayMethod, Receipt
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from tests.made import AUTHOR, Life, received

FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8000)
COPY = FeeLine("Bản sao", FeeKind.FEE, 2000)
TAX = FeeLine("Lệ phí trước bạ", FeeKind.CHARGE, 500_000)


def after(*bodies: Body, **asked: object) -> tuple[Dossier, Life]:
    life = Life()
    for body in (received(**asked), *bodies):
        life.does(body)
    found = fold(life.entries, {})
    assert found is not None
    return found, life


def test_what_is_owed() -> None:
    assert after(fees=(FEE, COPY))[0].owed == 10_000
    assert after(Paid((FEE,)), fees=(FEE, COPY))[0].owed == 2000
    assert after(Paid((FEE, COPY)), fees=(FEE, COPY))[0].owed == 0
    assert after(Paid((COPY,)), fees=())[0].owed == -2000


def test_what_was_collected_with_the_reception_is_taken() -> None:
    found, _ = after(fees=(dataclasses.replace(FEE, collected=True), COPY))
    assert (found.due_amount, found.paid_amount, found.owed) == (10_000, 8000, 2000)


def test_a_fee_that_nobody_knew_is_known_by_its_payment() -> None:
    found, _ = after(Paid((TAX,)), fees=(), open_fees=(TAX.name,))
    assert (found.due_amount, found.owed) == (500_000, 0)
    demanded, _ = after(PaymentDemanded((TAX,)), Paid((TAX,)), fees=(), open_fees=(TAX.name,))
    assert (demanded.due_amount, demanded.owed) == (500_000, 0)


def test_a_payment_keeps_what_was_said_of_it() -> None:
    paid = Paid((FEE,), PayMethod.TRANSFER, part=PaymentPart.ADVANCE, payer="Lê Văn Ví")
    found, life = after(paid)
    entry = life.entries[-1].entry
    (payment,) = found.payments
    assert (payment.uid, payment.at) == (entry.uid, entry.occurred_at)
    assert (payment.method, payment.part) == (PayMethod.TRANSFER, PaymentPart.ADVANCE)
    assert (payment.payer, payment.officer) == ("Lê Văn Ví", AUTHOR.officer)
    assert (payment.amount, payment.receipt, payment.is_cancelled) == (8000, None, False)
    assert found.payment(entry.uid) == payment
    assert found.payment("?") is None


def test_a_counter_entry_takes_the_money_back_and_keeps_the_payment() -> None:
    _, life = after(Paid((FEE,)), Paid((COPY,)), fees=(FEE, COPY))
    uid = life.entries[1].entry.uid
    life.does(PaymentCancelled(uid, (FEE,), "thu nhầm"))
    first_time = life.entries[-1].entry.occurred_at
    life.does(PaymentCancelled(uid, (FEE,), "lần nữa"))  # another counter did so too
    life.does(PaymentCancelled("?", (FEE,), "x"))
    found = fold(life.entries, {})
    assert found is not None
    assert found.paid == (COPY,)
    assert found.owed == 8000
    cancelled = found.payment(uid)
    assert cancelled is not None
    assert (cancelled.cancelled_at, cancelled.cancel_reason) == (first_time, "thu nhầm")


def test_the_e_receipt_comes_after_its_payment() -> None:
    _, life = after(Paid((FEE,)))
    receipt = Receipt("AB/26E", "0031", "X1")
    life.does(ReceiptLinked(life.entries[1].entry.uid, receipt))
    life.does(ReceiptLinked("?", Receipt("AB/26E", "0032")))
    found = fold(life.entries, {})
    assert found is not None
    assert [each.receipt for each in found.payments] == [receipt]


@given(st.lists(st.tuples(st.integers(0, 10**9), st.booleans()), max_size=6))
def test_owed_is_asked_less_what_stands(payments: list[tuple[int, bool]]) -> None:
    _, life = after(fees=(FEE,))
    stands = 0
    for amount, cancelled in payments:
        lines = (FeeLine("Phí", FeeKind.FEE, amount),)
        uid = life.does(Paid(lines)).entry.uid
        if cancelled:
            life.does(PaymentCancelled(uid, lines, "x"))
        else:
            stands += amount
    found = fold(life.entries, {})
    assert found is not None
    assert found.paid_amount == stands
    assert found.owed == 8000 - stands

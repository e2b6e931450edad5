"""Fees at the desk: Enter takes all, a smaller sum is an advance, a duty stops the clock."""

from __future__ import annotations

from counter_app.desktop.presenters.steps.money.demand import Demand
from counter_app.desktop.presenters.steps.money.payment import LINES, METHODS, SUM, Payment
from counter_app.desktop.presenters.steps.step_state import Say
from counter_app.domain.acts.steps import PaymentPart, PayMethod
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.domain.vietqr import transfer_code
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.payments import owed_lines
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.at_desk import LIMITED, AtDesk
from tests.made import person

LAND = FeeLine("Lệ phí trước bạ", FeeKind.CHARGE, 500_000)
COPIES = FeeLine("Phí sao lục", FeeKind.FEE, 20_000)


def _owing(desktop: Desktop) -> AtDesk:
    reception = Reception(LIMITED, person(), entered_fees=(LAND, COPIES))
    return AtDesk(desktop, Payment, reception)


def _known(at: AtDesk) -> int:
    return sum(line.amount for line in owed_lines(at.dossier))


def test_enter_takes_all_that_is_owed(desktop: Desktop) -> None:
    at = _owing(desktop)
    owed = _known(at)
    at.start().enter()
    payment = at.dossier.payments[-1]
    assert (payment.amount, payment.method, payment.part) == (
        owed, PayMethod.CASH, PaymentPart.WHOLE,
    )  # fmt: skip
    assert payment.payer == at.dossier.received.applicant.name
    assert at.papers == ["fee_slip"]


def test_a_smaller_sum_is_an_advance(desktop: Desktop) -> None:
    at = _owing(desktop).start()
    owed = _known(at)
    at.type(sum="9.999.999")
    assert at.view.inputs[SUM].problem
    at.type(sum="300k")
    assert "Tạm thu" in at.view.said["figure"].rest
    at.enter()
    assert at.dossier.payments[-1].part is PaymentPart.ADVANCE
    assert _known(at) == owed - 300_000


def test_a_receipt_that_is_there_already(desktop: Desktop) -> None:
    at = _owing(desktop).start().type(symbol="1C26TVD", number="0000123").enter()
    receipt = at.dossier.payments[-1].receipt
    assert receipt is not None
    assert (receipt.symbol, receipt.number) == ("1C26TVD", "0000123")


def test_by_transfer_and_only_one_line(desktop: Desktop) -> None:
    at = _owing(desktop).start()
    names = [row.name for row in at.view.rows if row.text == COPIES.name]
    for row in at.view.rows:
        if row.ticked and row.name not in names and row.name.startswith("line"):
            at.step.toggle(row.name)
    assert not any(
        isinstance(each, Say) and each.name == "bank" for each in at.step.blocks(at.dossier)
    )
    at.step.toggle(PayMethod.TRANSFER.value)
    (bank,) = [
        each for each in at.step.blocks(at.dossier) if isinstance(each, Say) and each.name == "bank"
    ]
    assert at.dossier.shown_code in bank.bold
    assert transfer_code(at.dossier.uid) in bank.bold
    assert bank.in_sight
    names_ = [block.name for block in at.step.blocks(at.dossier)]
    assert names_.index("bank") == names_.index(METHODS) + 1, "beside what was chosen"
    at.enter()
    payment = at.dossier.payments[-1]
    assert [line.name for line in payment.lines] == [COPIES.name]
    assert payment.method is PayMethod.TRANSFER


def test_nothing_ticked_is_nothing_taken(desktop: Desktop) -> None:
    at = _owing(desktop).start()
    for row in at.view.rows:
        if row.name.startswith("line") and row.ticked:
            at.step.toggle(row.name)
    at.enter()
    assert not at.ended
    assert at.view.focused[-1] == LINES


def test_a_financial_duty_stops_the_clock(desktop: Desktop) -> None:
    at = AtDesk(desktop, Demand).start()
    at.enter()
    assert at.view.focused[-1] == "what0"
    at.type(what0="Thuế thu nhập cá nhân", amount0="x")
    assert at.view.inputs["amount0"].problem
    assert "what1" in at.view.inputs, "one line more than those that say something"
    at.type(amount0="3.000.000", notice="số 12/TB-CCT").enter()
    assert at.dossier.status is Status.WAITING_PAYMENT
    assert at.dossier.demanded[-1].amount == 3_000_000

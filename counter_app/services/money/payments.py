"""Take fees, take them back by a counter-entry, name their e-receipt. Amounts in whole đồng."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from counter_app.domain.acts.decisions import PaymentDemanded
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.steps import Paid, PaymentPart, PayMethod, Receipt
from counter_app.domain.deadlines.policy import Pause
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.payment import total
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import Problem, false
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record, record_within
from counter_app.services.steps.resuming import resumed_promise


def owed_lines(dossier: Dossier) -> tuple[FeeLine, ...]:
    """Return the lines that aren't paid yet, each with what remains of it.

    Fees whose amount nobody knew at the reception come last, with the amount 0: the officer enters
    it. What was collected with the reception, and payments that stand, are taken off by name.
    """
    paid: Counter[str] = Counter()
    for line in dossier.paid:
        paid[line.name] += line.amount
    owed = []
    for line in (*dossier.received.fees, *dossier.demanded):
        if line.collected:
            continue
        covered = min(paid[line.name], line.amount)
        paid[line.name] -= covered
        if line.amount > covered:
            owed.append(dataclasses.replace(line, amount=line.amount - covered))
    named = {line.name for line in (*dossier.received.fees, *dossier.demanded, *dossier.paid)}
    owed += [
        FeeLine(name, FeeKind.UNSTATED, 0)
        for name in dossier.received.open_fees
        if name not in named
    ]
    return tuple(owed)


def demand_payment(
    workplace: Workplace, session: Session, uid: str, lines: Sequence[FeeLine], reason: str
) -> Dossier:
    """Record a financial duty (nghĩa vụ tài chính, status 6): the clock stops until it is met.

    Raises FalseStepError without a line of money, and what `record` raises.
    """
    if problem := _amounts(lines):
        raise FalseStepError((problem,), code="")
    return record(workplace, session, uid, PaymentDemanded(tuple(lines), clean(reason)))


def take_payment(
    workplace: Workplace,
    session: Session,
    uid: str,
    lines: Sequence[FeeLine],
    method: PayMethod = PayMethod.CASH,
    *,
    part: PaymentPart | None = None,
    payer: str = "",
    receipt: Receipt | None = None,
) -> Dossier:
    """Record that `lines` were paid; `part` None tells by itself whether it is an advance.

    A financial duty that is met in full by it lets the clock go on: the new promise is computed and
    written in the same act. Raises FalseStepError without a line of money, and what `record`
    raises.
    """
    if problem := _amounts(lines):
        raise FalseStepError((problem,), code="")
    with workplace.store.writing() as tx:
        now = workplace.moment(tx).at
        dossier = tx.dossiers.get(uid)
        promise: Promise | None = None
        whole = part or PaymentPart.WHOLE
        if dossier is not None:
            whole = part or _part(dossier, lines)
            meets = total(lines) >= total(owed_lines(dossier))
            if dossier.status is Status.WAITING_PAYMENT and meets:
                promise = resumed_promise(workplace.reference, dossier, now, Pause.FINANCIAL_DUTY)
        body = Paid(tuple(lines), method, receipt, promise=promise, part=whole, payer=clean(payer))
        return record_within(workplace, session, tx, uid, body)


def cancel_payment(
    workplace: Workplace, session: Session, uid: str, paid: str, reason: str
) -> Dossier:
    """Take a payment back by a counter-entry (bút toán đảo) with the reason; `paid` is its uid.

    Raises FalseStepError without a reason, for a payment that isn't there or was taken back before.
    """
    said = clean(reason)

    def look(dossier: Dossier) -> tuple[Problem, ...]:
        payment = dossier.payment(paid)
        if payment is None or payment.is_cancelled:
            return (false("payment_gone", "/paid"),)
        return () if said else (false("payment_no_reason", "/reason"),)

    with workplace.store.writing() as tx:
        dossier = tx.dossiers.get(uid)
        payment = dossier.payment(paid) if dossier else None
        body = PaymentCancelled(paid, payment.lines if payment else (), said)
        return record_within(workplace, session, tx, uid, body, look=look)


def link_receipt(
    workplace: Workplace, session: Session, uid: str, paid: str, receipt: Receipt
) -> Dossier:
    """Join an e-receipt (biên lai điện tử) of an authorised provider to a payment.

    Raises FalseStepError for a payment that isn't there, or a receipt without symbol and number.
    """

    def look(dossier: Dossier) -> tuple[Problem, ...]:
        payment = dossier.payment(paid)
        if payment is None or payment.is_cancelled:
            return (false("payment_gone", "/paid"),)
        named = (receipt.symbol and receipt.number) or receipt.lookup_code
        return () if named else (false("receipt_unnamed", "/receipt"),)

    return record(workplace, session, uid, ReceiptLinked(paid, receipt), look=look)


def _part(dossier: Dossier, lines: Sequence[FeeLine]) -> PaymentPart:
    """Tell an advance (tạm thu) and a remainder by the amounts; names tell it to nobody."""
    if total(lines) < total(owed_lines(dossier)):
        return PaymentPart.ADVANCE
    before = any(
        each.part is PaymentPart.ADVANCE and not each.is_cancelled for each in dossier.payments
    )
    return PaymentPart.REMAINDER if before else PaymentPart.WHOLE


def _amounts(lines: Sequence[FeeLine]) -> Problem | None:
    if not lines or total(lines) <= 0 or any(line.amount < 0 for line in lines):
        return false("payment_nothing", "/lines")
    return None

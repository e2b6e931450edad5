"""Chốt ca: an officer's money since the last count, and the count that closes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.money import (
    CashCount,
    PaymentCancelled,
    ReceiptLinked,
    ShiftClosed,
)
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import Paid, PayMethod, Receipt
from counter_app.domain.cash import CashLine, Shift, counted
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import false
from counter_app.domain.procedures.fees import FeeLine
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.store.transaction import Transaction
from counter_app.store.views.day_acts import ActRow
from counter_app.store.views.void_certifications import Line, Written, certified_lines

FARTHEST = timedelta(days=31)
"""How far back an open shift is looked for; older money was counted by somebody."""

MONEY = (
    Kind.RECEIVED,
    Kind.PAID,
    Kind.PAYMENT_CANCELLED,
    Kind.RECEIPT_LINKED,
    Kind.CERTIFIED,
    Kind.NUMBER_VOID,
    Kind.SHIFT_CLOSED,
)
"""Kinds of act that take money, take it back, or count it."""


def open_shift(workplace: Workplace, session: Session) -> Shift:
    """Return what this officer took at this counter since they last closed a shift here."""
    now = workplace.clock.now().at
    with workplace.store.reading() as tx:
        return _shift(workplace, session, tx, now)


def close_shift(
    workplace: Workplace,
    session: Session,
    counts: Sequence[CashCount],
    handed_to: str = "",
    reason: str = "",
) -> tuple[Shift, ShiftClosed]:
    """Write the count, and return the shift as it was closed with the act.

    A difference between the drawer and the lines needs a reason; nothing is made equal. Raises
    FalseStepError when there is none.
    """
    require_kind(workplace, session, Kind.SHIFT_CLOSED)
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        shift = _shift(workplace, session, tx, moment.at)
        difference = counted(counts) - shift.cash
        if difference and not clean(reason):
            raise FalseStepError((false("shift_difference", "/reason"),), code="")
        body = ShiftClosed(
            officer_name=session.officer.name,
            opened_at=shift.opened_at,
            closed_at=moment.at,
            expected=shift.cash,
            counted=tuple(each for each in counts if each.pieces),
            other=shift.other,
            handed_to=clean(handed_to),
            reason=clean(reason),
        )
        tx.journal.append(
            Kind.SHIFT_CLOSED,
            body,
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return shift, body


def _shift(workplace: Workplace, session: Session, tx: Transaction, now: datetime) -> Shift:
    today = vietnam_time(now).date()
    rows = tx.day_acts.between(
        today - FARTHEST,
        today,
        MONEY,
        counter=workplace.enrolment.counter,
        officer=session.officer.id,
    )
    closed = [place for place, row in enumerate(rows) if row.entry.kind is Kind.SHIFT_CLOSED]
    since = rows[closed[-1] + 1 :] if closed else rows
    if closed:
        opened = rows[closed[-1]].entry.occurred_at
    else:
        opened = since[0].entry.occurred_at if since else now
    lines = money_lines(since, taken_back(tx, since))
    return Shift(session.officer.id, session.officer.name, opened, now, lines)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What some rows give back, also of an earlier shift or of another officer's.

    `methods`: how a payment came, by its uid; `certified`: certifications that were made void, by
    their line of the book.
    """

    methods: Mapping[str, PayMethod]
    certified: Mapping[Line, Written]


def taken_back(tx: Transaction, rows: Sequence[ActRow]) -> TakenBack:
    """Return what `rows` give back of acts that needn't be among them."""
    methods = {}
    for row in rows:
        if isinstance(row.body, PaymentCancelled):
            paid = tx.journal.get(row.body.paid)
            if paid is not None and isinstance(paid.body, Paid):
                methods[row.body.paid] = paid.body.method
    void = [(row.body.block, row.body.first) for row in rows if isinstance(row.body, NumberVoid)]
    return TakenBack(methods, certified_lines(tx.lives.connection, void))


def money_lines(rows: Sequence[ActRow], back: TakenBack) -> tuple[CashLine, ...]:
    """Return the lines of what was taken and taken back; `back` as of `taken_back`.

    A certification that is made void is given back by whoever does it, in their shift: where it
    was taken in the same rows, both stand, and where it wasn't, only what was given back.
    """
    receipts: dict[str, Receipt] = {}
    cancelled: dict[str, str] = {}
    voids: dict[tuple[str, int], str] = {}
    for row in rows:
        match row.body:
            case ReceiptLinked(paid, receipt):
                receipts[paid] = receipt
            case PaymentCancelled(paid=paid, reason=reason):
                cancelled[paid] = reason
            case NumberVoid(block=block, first=first, reason=reason):
                voids[(block, first)] = reason
    here = {row.entry.uid for row in rows}
    lines: list[CashLine] = []
    for row in rows:
        source = row.entry.uid
        match row.body:
            case Received() as received:
                taken = [line for line in received.fees if line.collected]
                lines += _taken(row, taken, received.applicant.name)
            case Paid() as paid_:
                found = receipts.get(source) or paid_.receipt
                lines += _taken(
                    row, paid_.lines, paid_.payer or row.applicant, paid_.method, found,
                    cancelled.get(source),
                )  # fmt: skip
            case PaymentCancelled() as undone:
                method = back.methods.get(undone.paid, PayMethod.CASH)
                lines += [
                    dataclasses.replace(
                        _line(row, line, row.applicant, -line.amount, method, reason=undone.reason),
                        taken_back=undone.paid,
                    )
                    for line in undone.lines
                ]
            case Certified() as certified:
                void = voids.get((certified.block, certified.serial))
                lines += _certified(row, certified, receipts.get(source), void)
            case NumberVoid(block=block, first=first, reason=reason):
                written = back.certified.get((block, first))
                if written is not None and written.uid not in here:
                    lines += _given_back(row, written, reason)
    return tuple(lines)


def _certified(
    row: ActRow, body: Certified, receipt: Receipt | None, void: str | None
) -> list[CashLine]:
    """A line that was made void is taken back in full: its copies were not handed out."""
    taken = [
        CashLine(
            row.entry.occurred_at,
            row.entry.uid,
            f"{body.book} số {body.serial}",
            body.requester,
            line.name,
            line.amount,
            body.method,
            receipt,
            void is not None,
            void or "",
            certified=body.what,
        )
        for line in body.fees
    ]
    if void is None:
        return taken
    back = [
        dataclasses.replace(line, amount=-line.amount, taken_back=line.source) for line in taken
    ]
    return taken + back


def _given_back(row: ActRow, written: Written, reason: str) -> list[CashLine]:
    """What was certified in another shift, or by another officer, and is made void in this one."""
    return [
        dataclasses.replace(
            line,
            amount=-line.amount,
            source=row.entry.uid,
            reason=reason,
            cancelled=False,
            taken_back=written.uid,
        )
        for line in _certified(row, written.body, None, None)
    ]


def _taken(
    row: ActRow,
    lines: Sequence[FeeLine],
    payer: str,
    method: PayMethod = PayMethod.CASH,
    receipt: Receipt | None = None,
    cancelled: str | None = None,
) -> list[CashLine]:
    return [
        _line(row, line, payer, line.amount, method, receipt, cancelled)
        for line in lines
        if line.amount
    ]


def _line(
    row: ActRow,
    line: FeeLine,
    payer: str,
    amount: int,
    method: PayMethod,
    receipt: Receipt | None = None,
    cancelled: str | None = None,
    reason: str = "",
) -> CashLine:
    return CashLine(
        row.entry.occurred_at,
        row.entry.uid,
        row.code,
        payer,
        line.name,
        amount,
        method,
        receipt,
        cancelled is not None,
        cancelled or reason,
        dossier=row.entry.dossier or "",
        is_payment=isinstance(row.body, Paid),
        procedure=row.procedure_name,
    )

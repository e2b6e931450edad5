"""Sổ thu phí, lệ phí: what was taken and what a counter-entry took back, each its own line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import Paid
from counter_app.domain.books.content import BookLine
from counter_app.domain.money import grouped
from counter_app.services.books.acts import ActBook, Cells, act_lines, common_cells
from counter_app.services.books.asked import Reading
from counter_app.store.books.book_acts import BookAct
from counter_app.wording.steps import PAY_METHODS

_KINDS = (Kind.RECEIVED, Kind.PAID, Kind.PAYMENT_CANCELLED, Kind.CERTIFIED)


def fee_lines(reading: Reading) -> tuple[BookLine, ...]:
    """Return the lines of the book; a certification that was made void stands void here, too."""
    linked, voids = _linked(reading), certification_voids(reading)
    void_of: dict[str, str] = {}

    def cells_of(reading: Reading, act: BookAct) -> Cells | None:
        if isinstance(act.body, Certified) and (
            why := voids.get((act.body.block, act.body.serial))
        ):
            void_of[act.entry.uid] = why
        return _cells(reading, act, linked)

    lines = act_lines(reading, ActBook(_KINDS, cells_of))
    return tuple(
        replace(line, void_reason=void_of[line.key]) if line.key in void_of else line
        for line in lines
    )


def certification_voids(reading: Reading) -> dict[tuple[str, int], str]:
    """Return why certified numbers are void, by book of the year and number."""
    ask = reading.ask
    found = {}
    for act in reading.tx.book_acts.of_kinds(
        (Kind.NUMBER_VOID,), date(ask.year, 1, 1), date(ask.year + 1, 12, 31)
    ):
        if isinstance(act.body, NumberVoid):
            for number in range(act.body.first, act.body.last + 1):
                found[(act.body.block, number)] = act.body.reason
    return found


def _linked(reading: Reading) -> dict[str, str]:
    """Return the e-receipts that became known after their payment, by the payment's uid."""
    ask, found = reading.ask, {}
    for act in reading.tx.book_acts.of_kinds(
        (Kind.RECEIPT_LINKED,), date(ask.year, 1, 1), date(ask.year + 1, 12, 31)
    ):
        if isinstance(act.body, ReceiptLinked):
            receipt = act.body.receipt
            found[act.body.paid] = f"{receipt.symbol} {receipt.number}".strip()
    return found


def _cells(reading: Reading, act: BookAct, linked: dict[str, str]) -> Cells | None:
    body = act.body
    amount = sum(line.amount for line in body.fees) if isinstance(body, Certified) else act.amount
    if not amount:
        return None
    cells = common_cells(reading, act)
    cells |= {
        "amount": ("–" if amount < 0 else "") + grouped(abs(amount)),
        "what": act.what,
        "paper": linked.get(act.entry.uid) or act.number,
    }
    match body:
        case Received():
            cells["way"] = "Thu khi tiếp nhận"
        case Paid(method=method, payer=payer):
            cells["way"] = PAY_METHODS[method]
            cells["applicant"] = payer or act.applicant
        case PaymentCancelled(reason=reason):
            cells["note"] = f"Bút toán đảo: {reason}"
        case Certified(fees=fees, method=method, requester=requester):
            cells |= {
                "code": f"Số {body.serial}/{body.book_year}",
                "procedure": f"Chứng thực, {body.book}",
                "applicant": requester,
                "what": "; ".join(line.name for line in fees),
                "way": PAY_METHODS[method],
            }
        case None if act.entry.kind is Kind.PAYMENT_CANCELLED:
            cells["note"] = "Bút toán đảo"
        case _:
            pass
    return cells

"""What the fee slip (phiếu thu) says: lines, total in figures and words, the e-receipt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from counter_app.domain.acts.steps import Paid, PaymentPart, PayMethod, Receipt
from counter_app.domain.dates import paper_moment
from counter_app.domain.money import amount_in_words, grouped
from counter_app.domain.printed.letter import LetterRow
from counter_app.domain.procedures.fees import FeeLine
from counter_app.services.printing.letters.said import Lists, Values

METHODS = {
    PayMethod.CASH: "tiền mặt",
    PayMethod.TRANSFER: "chuyển khoản",
    PayMethod.CARD: "thẻ",
    PayMethod.ONLINE: "trực tuyến",
}
"""As papers say it: never translated."""


def fee_slip(body: Paid, at: datetime) -> tuple[Values, Lists]:
    """Return what a payment's slip says; the names under it are the payer's and the officer's."""
    method = METHODS[body.method]
    if body.part is PaymentPart.ADVANCE:
        method += " (tạm thu)"
    return slip_values(body.lines, method, body.payer, body.receipt, at), {
        "fees": fee_rows(body.lines)
    }


def slip_values(
    lines: Iterable[FeeLine], method: str, payer: str, receipt: Receipt | None, at: datetime
) -> dict[str, str]:
    """Return the values of a slip about `lines`; what isn't known is left out."""
    lines = tuple(lines)
    total = sum(line.amount for line in lines)
    words = amount_in_words(total)
    exempt = dict.fromkeys(
        f"{line.exemption} ({line.basis})" if line.basis else line.exemption
        for line in lines
        if line.exemption
    )
    return {
        "total": grouped(total),
        "total_words": words[:1].upper() + words[1:],
        "basis": "; ".join(exempt),
        "payer": payer,
        "submitter": payer,
        "method": method,
        "paid": paper_moment(at),
        "receipt_reference": receipt_words(receipt) if receipt else "",
    }


def fee_rows(lines: Iterable[FeeLine]) -> tuple[LetterRow, ...]:
    """Return the lines as rows: how they are reckoned, and the amount."""
    return tuple(
        LetterRow(
            line.name,
            line.exemption,
            (f"× {line.quantity}" if line.quantity > 1 else "–", grouped(line.amount)),
        )
        for line in lines
    )


def receipt_words(receipt: Receipt) -> str:
    """Return `ký hiệu 1C26TVD, số 0000123, mã tra cứu ABC`."""
    parts = (
        ("ký hiệu", receipt.symbol),
        ("số", receipt.number),
        ("mã tra cứu", receipt.lookup_code),
    )
    return ", ".join(f"{name} {value}" for name, value in parts if value)

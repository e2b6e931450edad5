"""Acts about money in two lines: taken, demanded, taken back, receipts, certifications, shifts."""

from __future__ import annotations

from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.decisions import PaymentDemanded
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked, ShiftClosed
from counter_app.domain.acts.steps import Paid, Receipt
from counter_app.domain.dates import shown_moment
from counter_app.domain.dossiers.payment import total
from counter_app.domain.money import short_amount
from counter_app.i18n import several, tr
from counter_app.wording.act_words import ActWords, signed_words
from counter_app.wording.parts import joined
from counter_app.wording.steps import CERTIFIED, PAY_METHODS, PAYMENT_PARTS, copies_words


def paid(_: str, body: Paid) -> ActWords:
    """`Thu phí, lệ phí 8.000 đ`: the part, how, the receipt, who paid."""
    title = tr("Thu phí, lệ phí {amount}").format(amount=short_amount(total(body.lines)))
    payer = tr("{name} nộp").format(name=body.payer) if body.payer else ""
    receipt = receipt_words(body.receipt) if body.receipt else ""
    part = tr(PAYMENT_PARTS[body.part]) if body.part in PAYMENT_PARTS else ""
    return ActWords(title, joined(part, tr(PAY_METHODS[body.method]), receipt, payer))


def payment_demanded(_: str, body: PaymentDemanded) -> ActWords:
    """`Yêu cầu nộp 8.000 đ`: the lines, the reason."""
    title = tr("Yêu cầu nộp {amount}").format(amount=short_amount(total(body.lines)))
    return ActWords(title, joined(", ".join(line.name for line in body.lines), body.reason))


def payment_cancelled(title: str, body: PaymentCancelled) -> ActWords:
    """The amount that was taken back, and why."""
    return ActWords(title, joined(short_amount(total(body.lines)), body.reason))


def receipt_linked(title: str, body: ReceiptLinked) -> ActWords:
    """The receipt."""
    return ActWords(title, receipt_words(body.receipt))


def receipt_words(receipt: Receipt) -> str:
    """Return `biên lai AB/26E 0031`."""
    return tr("biên lai {symbol} {number}").format(symbol=receipt.symbol, number=receipt.number)


def certified(title: str, body: Certified) -> ActWords:
    """What was certified, how much of it, its place in the book, the fee."""
    pages = several("{n} trang", body.pages).format(n=body.pages)
    book = tr("Quyển {book}, số thứ tự {serial}").format(book=body.book, serial=body.serial)
    fee = short_amount(total(body.fees)) if body.fees else ""
    return ActWords(
        title,
        joined(
            tr(CERTIFIED[body.what]),
            body.paper,
            pages,
            copies_words(body.copies),
            book,
            fee,
            signed_words(body.signed_by),
        ),
    )


def shift_closed(title: str, body: ShiftClosed) -> ActWords:
    """From when to when, the cash, what is missing or too much, to whom it went."""
    span = tr("{first} – {last}").format(
        first=shown_moment(body.opened_at), last=shown_moment(body.closed_at)
    )
    cash = sum(each.amount for each in body.counted)
    counted = tr("tiền mặt {amount}").format(amount=short_amount(cash))
    to = tr("bàn giao cho {name}").format(name=body.handed_to) if body.handed_to else ""
    return ActWords(
        title, joined(body.officer_name, span, counted, _difference(body), body.reason, to)
    )


def _difference(body: ShiftClosed) -> str:
    if not body.difference:
        return ""
    amount = short_amount(abs(body.difference))
    if body.difference < 0:
        return tr("thiếu {amount}").format(amount=amount)
    return tr("thừa {amount}").format(amount=amount)

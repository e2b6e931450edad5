"""What was paid for a dossier, entry by entry, and what is still owed. Amounts in whole đồng."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.steps import PaymentPart, PayMethod, Receipt
from counter_app.domain.procedures.fees import FeeLine


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment (khoản thu). `uid` is that of its `paid` entry, by which it is cancelled.

    `cancelled_at` is None while it stands; a cancelled one is kept, with the reason.
    """

    uid: str
    lines: tuple[FeeLine, ...]
    at: datetime
    officer: str = ""
    method: PayMethod = PayMethod.CASH
    part: PaymentPart = PaymentPart.WHOLE
    payer: str = ""
    receipt: Receipt | None = None
    cancelled_at: datetime | None = None
    cancel_reason: str = ""

    @property
    def amount(self) -> int:
        """What was paid, in đồng."""
        return total(self.lines)

    @property
    def is_cancelled(self) -> bool:
        """True after its counter-entry (bút toán đảo)."""
        return self.cancelled_at is not None


def total(lines: Iterable[FeeLine]) -> int:
    """Return what `lines` cost together, in đồng."""
    return sum(line.amount for line in lines)


def charged(
    fees: Iterable[FeeLine],
    open_fees: Iterable[str],
    demanded: Iterable[FeeLine],
    paid: Iterable[FeeLine],
) -> int:
    """Return what must be paid, as far as it is known.

    A fee whose amount nobody knew at the reception is known by what was paid under its name, unless
    the agency demanded it by the same name.
    """
    asked = (*fees, *demanded)
    unknown = set(open_fees) - {line.name for line in asked}
    return total(asked) + total(line for line in paid if line.name in unknown)


def taken(fees: Iterable[FeeLine], demanded: Iterable[FeeLine], payments: Iterable[Payment]) -> int:
    """Return what was taken: collected with the reception, and by payments that stand."""
    at_once = total(line for line in (*fees, *demanded) if line.collected)
    return at_once + sum(each.amount for each in payments if not each.is_cancelled)

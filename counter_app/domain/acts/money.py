"""Money after it was taken: taken back by a counter-entry, joined to an e-receipt, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.steps import Receipt
from counter_app.domain.procedures.fees import FeeLine


@dataclass(frozen=True, slots=True)
class PaymentCancelled:
    """A payment was taken back by a counter-entry (bút toán đảo), never by deleting.

    `paid` is the uid of the `paid` entry; `lines` repeat its amounts in đồng, as they were paid.
    """

    paid: str
    lines: tuple[FeeLine, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptLinked:
    """The e-receipt (biên lai điện tử) of a payment became known after it; `paid` is its uid."""

    paid: str
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class CashCount:
    """How many notes of one denomination (mệnh giá, đồng) lay in the drawer."""

    denomination: int
    pieces: int

    @property
    def amount(self) -> int:
        """What they are worth, in đồng."""
        return self.denomination * self.pieces


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """A shift's cash was counted and handed over (chốt ca). Amounts in whole đồng.

    `expected` is what the fee lines of the shift say, `counted` what lay in the drawer; `reason`
    explains a difference. `other` is what came by transfer, card and online.
    """

    officer_name: str
    opened_at: datetime
    closed_at: datetime
    expected: int
    counted: tuple[CashCount, ...]
    other: int = 0
    handed_to: str = ""
    reason: str = ""

    @property
    def difference(self) -> int:
        """Counted less expected: below 0 money is missing."""
        return sum(each.amount for each in self.counted) - self.expected

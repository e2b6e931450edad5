"""What the day's cash sheet (bảng kê tiền) says: amounts in whole đồng."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.money import CashCount
from counter_app.domain.forms import Header


@dataclass(frozen=True, slots=True)
class CashSheetFee:
    """What was taken for one fee of one procedure; cancelled payments aren't in it."""

    procedure: str
    fee: str
    count: int
    cash: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        """Cash and all else together."""
        return self.cash + self.other


@dataclass(frozen=True, slots=True)
class CashSheetPayment:
    """One payment: `method` in words, `receipt` the e-receipt's symbol, number and look-up code.

    With a `cancelled` reason the line is struck and counts nowhere.
    """

    at: datetime
    code: str
    payer: str
    amount: int
    method: str
    receipt: str = ""
    cancelled: str = ""


@dataclass(frozen=True, slots=True)
class CashSheetContent:
    """Bảng kê tiền of a shift, or of a day when `is_day`.

    `expected` is the cash that the payments say, `counted` what lay in the drawer; `reason`
    explains a difference. `other` came by transfer, card and online.
    """

    header: Header
    counter: str
    officer: str
    opened_at: datetime
    closed_at: datetime
    expected: int
    counted: tuple[CashCount, ...]
    other: int = 0
    fees: tuple[CashSheetFee, ...] = ()
    payments: tuple[CashSheetPayment, ...] = ()
    handed_to: str = ""
    reason: str = ""
    is_day: bool = False

    @property
    def in_drawer(self) -> int:
        """What was counted, in đồng."""
        return sum(each.amount for each in self.counted)

    @property
    def difference(self) -> int:
        """Counted less expected: below 0 money is missing."""
        return self.in_drawer - self.expected

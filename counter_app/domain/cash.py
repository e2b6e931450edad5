"""A shift's money (ca thu phí): every line that was taken or taken back, and what must be there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.money import CashCount, ShiftClosed
from counter_app.domain.acts.steps import PayMethod, Receipt

DENOMINATIONS = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""Notes in circulation, in đồng, as the State Bank (Ngân hàng Nhà nước) issues them."""


@dataclass(frozen=True, slots=True)
class CashLine:
    """One fee line of a shift, in đồng; `amount` is below 0 when it was taken back.

    `source` is the uid of the act, `dossier` that of its dossier ("" without one), `code` the
    dossier's code or the line of a book, `payer` who paid. `receipt` is the e-receipt, None while
    none is known. `is_payment`: a `paid` act, which can be taken back and joined to a receipt.
    `procedure` is the name of its dossier's procedure, `certified` the kind of certification: one
    of both is known. `taken_back` is the uid of the act whose money a line below 0 gives back.
    `cancelled`: a counter-entry of this or a later shift took it back; both stand, and cancel each
    other out.
    """

    at: datetime
    source: str
    code: str
    payer: str
    what: str
    amount: int
    method: PayMethod = PayMethod.CASH
    receipt: Receipt | None = None
    cancelled: bool = False
    reason: str = ""
    dossier: str = ""
    is_payment: bool = False
    taken_back: str = ""
    procedure: str = ""
    certified: CertifiedWhat | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """An officer's money at one counter since they last closed; `closed_at` is now."""

    officer: str
    officer_name: str
    opened_at: datetime
    closed_at: datetime
    lines: tuple[CashLine, ...]

    @property
    def cash(self) -> int:
        """What must lie in the drawer."""
        return sum(line.amount for line in self.lines if line.method is PayMethod.CASH)

    @property
    def other(self) -> int:
        """What came another way: transfer, card, online."""
        return sum(line.amount for line in self.lines if line.method is not PayMethod.CASH)

    @property
    def without_receipt(self) -> tuple[CashLine, ...]:
        """Lines of money that was kept and whose e-receipt nobody has named yet."""
        return tuple(
            line
            for line in self.lines
            if line.amount > 0 and line.receipt is None and not line.cancelled
        )

    def by_fee(self) -> tuple[tuple[str, int, int], ...]:
        """Return (fee, how many, sum in đồng) in the order in which they first came."""
        sums: dict[str, tuple[int, int]] = {}
        for line in self.lines:
            count, total = sums.get(line.what, (0, 0))
            sums[line.what] = (count + (1 if line.amount > 0 else -1), total + line.amount)
        return tuple((name, count, total) for name, (count, total) in sums.items())


@dataclass(frozen=True, slots=True)
class MoneyDay:
    """The shifts that were closed at one counter on `day`, whoever closed them, as one.

    `counts` are their closings in order, `lines` everything that they counted. `waiting` names who
    took money that nobody counted yet: it is in no sum.
    """

    day: date
    counts: tuple[ShiftClosed, ...]
    lines: tuple[CashLine, ...]
    waiting: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[CashCount, ...]:
        """The drawers of all shifts by denomination, the largest first."""
        sums: dict[int, int] = {}
        for count in self.counts:
            for each in count.counted:
                sums[each.denomination] = sums.get(each.denomination, 0) + each.pieces
        return tuple(CashCount(note, sums[note]) for note in sorted(sums, reverse=True))


def counted(counts: Iterable[CashCount]) -> int:
    """Return what was counted, in đồng."""
    return sum(each.amount for each in counts)

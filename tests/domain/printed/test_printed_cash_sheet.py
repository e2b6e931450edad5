from __future__ import annotations

from dataclasses import replace

from counter_app.domain.acts.money import CashCount
from counter_app.domain.printed.cash_sheet import CashSheetFee
from counter_app.papers.trial import sheets


def test_the_drawer_is_counted_and_compared() -> None:
    content = sheets.CASH
    assert content.in_drawer == 1_320_000
    assert content.difference == -5_000
    assert replace(content, expected=0, counted=(CashCount(1_000, 3),)).difference == 3_000


def test_a_fee_line_adds_cash_and_all_else() -> None:
    assert CashSheetFee("Chứng thực", "phí", 2, 4_000, 6_000).total == 10_000

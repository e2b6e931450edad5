from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import (
    Count,
    Exemption,
    FeeKind,
    FeeLine,
    FeeRule,
    Tariff,
    entered_line,
    fee_lines,
    open_fees,
)

DAY = date(2026, 11, 20)
COPIES = Tariff("trang", first_units=2, first_amount=2000, next_amount=1000, cap=200_000)
COPY_FEE = FeeRule("Phí chứng thực bản sao", FeeKind.FEE, tariff=COPIES, basis="TT 226/2016")
COUNCIL = FeeRule("Lệ phí hộ tịch", FeeKind.CHARGE, by_council=True)
RECORD = FeeRule(
    "Phí lý lịch tư pháp",
    FeeKind.FEE,
    200_000,
    exemptions=(Exemption("Sinh viên", "TT 244/2016", 50), Exemption("Trẻ em")),
    basis="TT 244",
)


@pytest.mark.parametrize(
    ("pages", "price"),
    [(0, 0), (1, 2000), (2, 4000), (3, 5000), (10, 12_000), (198, 200_000), (5000, 200_000)],
)
def test_a_certified_copy_costs_what_the_circular_says(pages: int, price: int) -> None:
    assert COPIES.price(pages) == price


def test_each_copy_has_its_own_cap() -> None:
    lines = fee_lines([COPY_FEE], DAY, Channel.COUNTER, {COPY_FEE.label: Count(300, sets=3)})
    assert lines == (
        FeeLine("Phí chứng thực bản sao", FeeKind.FEE, 600_000, 900, basis="TT 226/2016"),
    )


tariffs = st.builds(
    Tariff,
    st.just("trang"),
    st.integers(0, 20),
    st.integers(0, 100_000),
    st.integers(0, 100_000),
    st.none() | st.integers(0, 1_000_000),
)


@given(tariffs, st.integers(0, 5000), st.integers(0, 5000))
def test_more_pages_are_never_cheaper_and_the_cap_holds(
    tariff: Tariff, pages: int, more: int
) -> None:
    assert tariff.price(pages) <= tariff.price(pages + more)
    assert tariff.cap is None or tariff.price(pages) <= tariff.cap


@given(st.integers(0, 10_000_000), st.integers(1, 100))
def test_an_exemption_never_raises_and_never_pays_out(amount: int, percent: int) -> None:
    assert 0 <= Exemption("x", "", percent).reduced(amount) <= amount


def test_an_unknown_amount_is_never_a_line_and_never_zero() -> None:
    assert fee_lines([COUNCIL], DAY, Channel.COUNTER) == ()
    assert open_fees([COUNCIL], DAY, Channel.COUNTER) == (COUNCIL,)
    assert entered_line(COUNCIL, 8000) == FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8000)
    with pytest.raises(ValueError, match="negative"):
        entered_line(COUNCIL, -1)


def test_half_price_and_free_keep_reason_and_basis() -> None:
    (half,) = fee_lines([RECORD], DAY, Channel.COUNTER, exemption="Sinh viên")
    assert (half.amount, half.exemption, half.basis) == (100_000, "Sinh viên", "TT 244/2016")
    (free,) = fee_lines([RECORD], DAY, Channel.COUNTER, exemption="Trẻ em")
    assert (free.amount, free.exemption, free.basis) == (0, "Trẻ em", "TT 244")
    (full,) = fee_lines([RECORD], DAY, Channel.COUNTER, exemption="Người quen")
    assert (full.amount, full.exemption) == (200_000, "")


def test_rules_follow_channel_day_and_condition() -> None:
    counter = FeeRule("Lệ phí", FeeKind.CHARGE, 20_000, channel=Channel.COUNTER)
    online = FeeRule("Lệ phí", FeeKind.CHARGE, 10_000, channel=Channel.ONLINE)
    old = FeeRule("Phí cũ", FeeKind.FEE, 5000, valid_to=date(2026, 11, 19))
    new = FeeRule("Phí mới", FeeKind.FEE, 6000, valid_from=DAY, valid_to=DAY)
    late = FeeRule("Lệ phí", FeeKind.CHARGE, 8000, condition="quá hạn")
    rules = [counter, online, old, new, late]
    assert [line.amount for line in fee_lines(rules, DAY, Channel.COUNTER)] == [20_000, 6000]
    assert [line.amount for line in fee_lines(rules, DAY, Channel.ONLINE)] == [10_000, 6000]
    assert open_fees(rules, DAY, Channel.POST) == (late,)
    counted = {late.label: Count(1)}
    assert fee_lines([late], DAY, Channel.POST, counted)[0].name == "Lệ phí (quá hạn)"
    assert open_fees([late], DAY, Channel.POST, {late.label: Count(0)}) == ()
    assert fee_lines([late], DAY, Channel.POST, {late.label: Count(0)}) == ()
    assert open_fees([COPY_FEE], DAY, Channel.COUNTER) == (COPY_FEE,)


def test_a_flat_fee_is_taken_as_often_as_it_was_counted() -> None:
    (line,) = fee_lines([RECORD], DAY, Channel.POST, {RECORD.label: Count(2)})
    assert (line.amount, line.quantity) == (400_000, 2)


@pytest.mark.parametrize(
    "build",
    [
        lambda: FeeRule("x", FeeKind.FEE, 1, COPIES),
        lambda: FeeRule("x", FeeKind.FEE, -1),
        lambda: FeeRule("x", FeeKind.FEE, 1, valid_from=DAY, valid_to=date(2026, 1, 1)),
        lambda: Tariff("trang", -1, 1, 1),
        lambda: Tariff("trang", 1, 1, 1, -5),
        lambda: Exemption("x", "", 0),
        lambda: Exemption("x", "", 101),
        lambda: Count(-1),
    ],
)
def test_impossible_rules_are_refused(build: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        build()  # type: ignore[operator]


@pytest.mark.parametrize("rule", [COPY_FEE, COUNCIL, RECORD])
def test_rules_survive_the_plain_form(rule: FeeRule) -> None:
    assert from_plain(FeeRule, to_plain(rule)) == rule

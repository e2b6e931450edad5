from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dossiers.number_block import (
    Lane,
    NumberBlock,
    NumberPolicy,
    choose,
    wishes,
)

TODAY = date(2026, 11, 20)
AGENCY = "H26.15"


def block(first: int, last: int, lane: Lane = Lane.NEAR, day: date = TODAY) -> NumberBlock:
    return NumberBlock(f"b{first}", AGENCY, day, first, last, first, lane, "00217", 1)


def test_near_goes_before_far_and_low_before_high() -> None:
    blocks = [block(6000, 6019, Lane.FAR), block(21, 30), block(11, 20)]
    assert choose(blocks, AGENCY, TODAY) == blocks[2]
    assert choose(blocks[:1], AGENCY, TODAY) == blocks[0]
    assert choose(blocks, AGENCY, TODAY + timedelta(days=1)) is None
    assert choose(blocks, "H26.16", TODAY) is None


@given(st.integers(1, 30))
def test_every_number_is_taken_once_and_then_none(size: int) -> None:
    current = block(1, size)
    taken = []
    while (found := choose([current], AGENCY, TODAY)) is not None:
        taken.append(found.next)
        current = found.after_taking()
    assert taken == list(range(1, size + 1))
    with pytest.raises(ValueError, match="used up"):
        current.after_taking()


def test_a_fresh_counter_wishes_sixteen_days() -> None:
    policy = NumberPolicy(peak_day=30, far_day_off=5)
    off = {TODAY + timedelta(days=1)}
    wanted = wishes([], AGENCY, TODAY, policy, off)
    near = [wish for wish in wanted if wish.lane is Lane.NEAR]
    far = {wish.day: wish.size for wish in wanted if wish.lane is Lane.FAR}
    assert [(wish.day, wish.size) for wish in near] == [(TODAY, 10)]
    assert len(far) == 16
    assert far[TODAY] == 60
    assert far[TODAY + timedelta(days=1)] == 5


def test_a_well_stocked_counter_wishes_nothing() -> None:
    policy = NumberPolicy()
    stock = [block(1, 10)]
    stock += [
        block(6000, 6019, Lane.FAR, TODAY + timedelta(days=ahead))
        for ahead in range(policy.far_days + 1)
    ]
    assert wishes(stock, AGENCY, TODAY, policy) == ()

"""Waits, batch sizes, the breaker."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.retry import (
    ALONE_TIMES,
    CAP_SECONDS,
    LARGEST_BATCH,
    LONGEST_ORDERED,
    NO_LINE_SECONDS,
    Breaker,
    Trouble,
    batch_size,
    full_jitter,
    halved,
    is_stuck,
    wait,
)

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

failures = st.integers(1, 10_000)
chances = st.floats(0, 1, exclude_max=True)


@given(failures, chances)
def test_full_jitter_lies_between_nothing_and_the_cap(n: int, chance: float) -> None:
    seconds = full_jitter(n, chance)
    assert 0 <= seconds < CAP_SECONDS
    assert seconds <= 2.0 ** min(n - 1, 30)


@given(st.integers(10, 10_000))
def test_late_waits_spread_over_the_whole_cap(n: int) -> None:
    assert full_jitter(n, 0.0) == 0
    assert full_jitter(n, 0.999) > 0.99 * CAP_SECONDS


@pytest.mark.parametrize(("n", "chance"), [(0, 0.5), (1, 1.0), (1, -0.1)])
def test_nonsense_is_refused(n: int, chance: float) -> None:
    with pytest.raises(ValueError, match=r"nothing|chance"):
        full_jitter(n, chance)


@given(failures, chances, st.floats(0, 10_000))
def test_what_the_server_orders_wins(n: int, chance: float, ordered: float) -> None:
    kept = min(ordered, LONGEST_ORDERED)
    assert kept <= wait(n, chance, ordered) <= kept * 1.1


def test_an_absurd_order_does_not_silence_a_counter() -> None:
    assert wait(1, 0.5, 10**9) <= LONGEST_ORDERED * 1.1
    assert wait(1, 0.0, -5) == 0


def test_batch_sizes() -> None:
    assert [batch_size(n) for n in (0, 1, 2, 3, 9, 49, 1000)] == [50, 25, 17, 13, 5, 1, 1]
    assert [halved(n) for n in (0, 1, 2, 3, 4, 5, 6, 1000)] == [50, 25, 12, 6, 3, 1, 1, 1]


@given(st.integers(0, 10_000))
def test_batches_never_grow_with_failures(n: int) -> None:
    assert 1 <= batch_size(n + 1) <= batch_size(n) <= LARGEST_BATCH
    assert 1 <= halved(n + 1) <= halved(n) <= LARGEST_BATCH


def test_quarantine_needs_times_and_hours_and_others() -> None:
    two_hours = NOW - timedelta(hours=2)
    others = NOW - timedelta(hours=1)
    assert is_stuck(ALONE_TIMES, two_hours, NOW, others)
    assert not is_stuck(ALONE_TIMES - 1, two_hours, NOW, others)
    assert not is_stuck(ALONE_TIMES, NOW - timedelta(minutes=119), NOW, others)
    assert not is_stuck(ALONE_TIMES, two_hours, NOW, None)
    assert not is_stuck(ALONE_TIMES, two_hours, NOW, two_hours - timedelta(seconds=1))


def test_breaker_opens_probes_and_closes() -> None:
    breaker = Breaker()
    assert not breaker.is_open
    assert not breaker.may_probe(NOW)
    assert breaker.seconds_left(NOW) == 0
    breaker = breaker.after_failure(NOW, Trouble.SERVER, 0.5)
    assert breaker.is_open
    assert breaker.seconds_left(NOW) == 0.5
    assert not breaker.may_probe(NOW)
    assert breaker.may_probe(NOW + timedelta(seconds=0.5))
    again = breaker.after_failure(NOW, Trouble.SERVER, 0.5)
    assert again.failures == 2
    assert again.seconds_left(NOW) == 1.0
    assert again.after_success() == Breaker()


@given(st.integers(0, 500), chances)
def test_without_a_line_the_probe_goes_often(n: int, chance: float) -> None:
    """Network back → first batch within five seconds."""
    breaker = Breaker(is_open=True, failures=n).after_failure(NOW, Trouble.NOBODY, chance)
    assert NO_LINE_SECONDS / 2 <= breaker.seconds_left(NOW) <= NO_LINE_SECONDS < 5


@given(st.integers(0, 500), chances)
def test_a_held_breaker_looks_seldom(n: int, chance: float) -> None:
    breaker = Breaker(failures=n).after_failure(NOW, Trouble.HELD, chance)
    assert CAP_SECONDS / 2 <= breaker.seconds_left(NOW) <= CAP_SECONDS


def test_an_order_wins_over_every_trouble() -> None:
    for trouble in Trouble:
        assert Breaker().after_failure(NOW, trouble, 0.0, 60).seconds_left(NOW) == 60


def test_a_clock_that_was_set_back_closes_no_line() -> None:
    breaker = Breaker().after_failure(NOW, Trouble.SERVER, 0.5, 60)
    assert not breaker.may_probe(NOW)
    earlier = NOW - timedelta(hours=5)
    assert breaker.may_probe(earlier)
    assert breaker.seconds_left(earlier) == 0

"""How far our clock is from the server's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.gateway.line import Heard
from counter_app.sync.clock import Offset, keep, offset_of, quality
from tests.sync.counter import Counter

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@given(st.floats(-1e6, 1e6), st.floats(0, 30), st.floats(0, 30))
def test_the_true_offset_lies_within_half_a_round_trip(
    off: float, going: float, coming: float
) -> None:
    true = timedelta(seconds=off)
    told = NOW + timedelta(seconds=going) + true
    heard = Heard(told, NOW + timedelta(seconds=going + coming), going + coming)
    error = abs(offset_of(heard).difference - true)
    assert error <= timedelta(seconds=(going + coming) / 2, microseconds=3)


def test_quality() -> None:
    fine = Offset(timedelta(seconds=119), NOW, 0.1)
    assert quality(fine, NOW) is ClockQuality.SYNCED
    assert quality(fine, NOW + timedelta(hours=24)) is ClockQuality.SYNCED
    assert quality(fine, NOW + timedelta(hours=25)) is ClockQuality.LOCAL
    assert quality(fine, NOW - timedelta(seconds=1)) is ClockQuality.LOCAL
    assert quality(Offset(timedelta(seconds=-121), NOW, 0.1), NOW) is ClockQuality.LOCAL
    assert quality(None, NOW) is ClockQuality.LOCAL


def test_red_and_yellow() -> None:
    assert not Offset(timedelta(minutes=2), NOW, 0).is_yellow
    assert Offset(timedelta(minutes=-3), NOW, 0).is_yellow
    assert not Offset(timedelta(minutes=10), NOW, 0).is_red
    assert Offset(timedelta(minutes=-11), NOW, 0).is_red


def test_kept_for_the_next_start(counter: Counter) -> None:
    with counter.store.writing() as tx:
        keep(tx, Heard(NOW, NOW + timedelta(seconds=5), 2.0))
        assert tx.setup.get("clock") == {
            "offset_ms": -4_000,
            "server_time": NOW.isoformat(),
            "at": (NOW + timedelta(seconds=5)).isoformat(),
        }

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.journal.identifier import uuid7
from counter_app.store.subjects.projection import (
    first_key,
    free_key,
    milliseconds,
    moment,
    phone_digits,
)

VIETNAM = timezone(timedelta(hours=7))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(VIETNAM)))
def test_a_moment_survives_to_the_millisecond(when: datetime) -> None:
    back = moment(milliseconds(when))
    assert back.utcoffset() == timedelta(hours=7)
    assert timedelta(0) <= when - back < timedelta(milliseconds=1)


def test_milliseconds_are_whole_and_of_any_zone() -> None:
    when = datetime(2025, 7, 18, 8, 0, 0, 123999, tzinfo=VIETNAM)
    assert milliseconds(when) == milliseconds(when.astimezone(UTC)) == 1752800400123


@given(st.integers(0, 2**26), st.integers(1, 1000), st.text(max_size=40))
def test_a_later_minute_has_a_higher_key_that_fits_sqlite(at: int, later: int, uid: str) -> None:
    ms = at * 60_000
    assert ms << 20 <= first_key(ms, uid) < first_key(ms + later * 60_000, "another") < 2**63
    assert first_key(ms, uid) == first_key(ms, uid)
    assert first_key(ms + 1, uid) >> 20 == ms + 1  # its own milliseconds, when it tells them


def test_within_a_minute_the_later_draft_has_the_higher_key() -> None:
    minute = 1_752_800_400_000
    uids = [uuid7(minute + second * 1000, bytes([second] * 10)) for second in range(60)]
    keys = [first_key(minute, uid) for uid in uids]
    assert keys == sorted(keys)
    assert keys[-1] < first_key(minute + 60_000, uids[0])


def test_a_taken_key_gives_way_to_the_next() -> None:
    assert free_key(5, {5, 6, 8}.__contains__) == 7


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0912.345.678 (nhà)", "0912345678"),
        ("113", "113"),
        ("", ""),
    ],
)
def test_phone_digits(phone: str, digits: str) -> None:
    assert phone_digits(phone) == digits

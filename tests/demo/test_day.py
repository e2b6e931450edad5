from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counter_app.demo.day import LONGEST, wait_for_day
from counter_app.domain.dates import VIETNAM


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(VIETNAM)))
def test_the_whole_day_lies_in_one_day(now: datetime) -> None:
    begins = now + timedelta(seconds=wait_for_day(now))
    assert begins.date() == (begins + timedelta(seconds=LONGEST - 1)).date()


def test_at_noon_nobody_waits() -> None:
    assert wait_for_day(datetime(2026, 11, 20, 12, 0, tzinfo=VIETNAM)) == 0

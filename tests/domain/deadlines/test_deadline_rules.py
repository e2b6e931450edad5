"""What holds for every limit and every moment of reception."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM, to_minute
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due, due
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.pauses import resumed_due
from counter_app.domain.deadlines.policy import AfterPause, DeadlinePolicy, DueHour, Pause
from counter_app.domain.deadlines.working_time import working_time

COUNTED = (LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.HOUR, LimitUnit.MONTH)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(
    lambda at: at.replace(tzinfo=VIETNAM)
)
VALUES = st.decimals(0, 24, places=2) | st.integers(0, 24).map(Decimal)
LIMITS = st.builds(Limit, st.sampled_from((*COUNTED, LimitUnit.SAME_DAY)), VALUES)
POLICIES = st.builds(
    DeadlinePolicy,
    due_hour=st.sampled_from(DueHour),
    supplement=st.sampled_from(AfterPause),
    same_day_cutoff=st.none() | st.just(time(15)),
)


def moment(found: object) -> datetime:
    assert isinstance(found, Due)
    assert found.at is not None
    return found.at


@given(MOMENTS, LIMITS, POLICIES, st.booleans(), st.booleans())
def test_due_moments_lie_in_working_time_and_not_before_reception(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    saturday_hours: OfficeHours,
    received: datetime,
    limit: Limit,
    policy: DeadlinePolicy,
    late: bool,
    duty: bool,
) -> None:
    office = saturday_hours if duty else hours
    found = moment(due(received, limit, calendar, office, policy, after_15h_next_day=late))
    assert working_time(calendar, office).is_working_moment(found)
    assert found >= to_minute(received)


@given(MOMENTS, st.sampled_from(COUNTED), VALUES, VALUES, POLICIES, st.booleans())
def test_more_time_never_gives_an_earlier_moment(
    calendar: WorkingCalendar,
    saturday_hours: OfficeHours,
    received: datetime,
    unit: LimitUnit,
    one: Decimal,
    other: Decimal,
    policy: DeadlinePolicy,
    late: bool,
) -> None:
    shorter, longer = (
        moment(
            due(
                received,
                Limit(unit, value),
                calendar,
                saturday_hours,
                policy,
                after_15h_next_day=late,
            )
        )
        for value in sorted((one, other))
    )
    assert shorter <= longer


@given(MOMENTS, st.integers(0, 12 * 24 * 60), LIMITS, POLICIES, st.booleans(), st.booleans())
def test_later_reception_never_gives_an_earlier_moment(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    saturday_hours: OfficeHours,
    received: datetime,
    waited: int,
    limit: Limit,
    policy: DeadlinePolicy,
    late: bool,
    duty: bool,
) -> None:
    office = saturday_hours if duty else hours
    later = received + timedelta(minutes=waited)
    first, second = (
        moment(due(at, limit, calendar, office, policy, after_15h_next_day=late))
        for at in (received, later)
    )
    assert first <= second


@given(MOMENTS, LIMITS, POLICIES, st.integers(0, 20_000), st.integers(0, 90_000), st.booleans())
def test_a_pause_never_makes_a_moment_earlier(
    calendar: WorkingCalendar,
    saturday_hours: OfficeHours,
    received: datetime,
    limit: Limit,
    policy: DeadlinePolicy,
    worked: int,
    waited: int,
    financial: bool,
) -> None:
    original = due(received, limit, calendar, saturday_hours, policy)
    paused = received + timedelta(minutes=worked)
    resumed = paused + timedelta(minutes=waited)
    assert isinstance(original, Due)
    after = resumed_due(
        original,
        paused,
        resumed,
        limit,
        calendar,
        saturday_hours,
        policy,
        pause=Pause.FINANCIAL_DUTY if financial else Pause.SUPPLEMENT,
    )
    assert moment(after) >= moment(original)
    assert working_time(calendar, saturday_hours).is_working_moment(moment(after))


@given(MOMENTS, LIMITS)
def test_a_pause_of_no_length_adds_nothing(
    calendar: WorkingCalendar, hours: OfficeHours, received: datetime, limit: Limit
) -> None:
    policy = DeadlinePolicy(supplement=AfterPause.ADD)
    original = due(received, limit, calendar, hours, policy)
    assert isinstance(original, Due)
    after = resumed_due(original, received, received, limit, calendar, hours, policy)
    assert moment(after) == moment(original)

"""The clock after a supplement or a financial duty."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due, due
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.pauses import resumed_due
from counter_app.domain.deadlines.policy import AfterPause, DeadlinePolicy, Pause

RESTART = DeadlinePolicy()
ADD = DeadlinePolicy(supplement=AfterPause.ADD)
W, C, H, M = LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.HOUR, LimitUnit.MONTH


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("policy", "unit", "value", "paused", "resumed", "expected", "rule"),
    [
        # Received on Monday 2026-11-02 at 09:00.
        (RESTART, W, 5, "11-04 09:00", "11-09 14:00", "11-16 17:00", "working_day:5;restart"),
        (ADD, W, 5, "11-04 09:00", "11-09 09:00", "11-12 11:30", "working_day:5;add"),
        (ADD, W, 5, "11-04 09:00", "11-09 10:15", "11-12 14:45", "working_day:5;add"),
        (ADD, W, 5, "11-04 20:00", "11-07 10:00", "11-11 11:30", "working_day:5;add"),
        (ADD, H, 16, "11-02 10:00", "11-03 10:00", "11-05 09:00", "hour:16;add"),
        (ADD, C, 10, "11-04 09:00", "11-09 16:00", "11-17 17:00", "calendar_day:10;add"),
        (ADD, C, 10, "11-04 09:00", "11-06 16:00", "11-16 17:00", "calendar_day:10;add"),
        (ADD, M, 1, "11-04 09:00", "11-05 16:00", "12-03 17:00", "month:1;add"),
        (ADD, LimitUnit.SAME_DAY, 1, "11-02 16:00", "11-03 09:00", "11-03 10:00", "same_day;add"),
        # Paused when it was late already: adding gives no new time.
        (ADD, W, 1, "11-05 09:00", "11-20 09:00", "11-03 11:30", "working_day:1;add"),
    ],
)
def test_after_a_supplement(
    calendar: WorkingCalendar,
    hours: OfficeHours,
    policy: DeadlinePolicy,
    unit: LimitUnit,
    value: int,
    paused: str,
    resumed: str,
    expected: str,
    rule: str,
) -> None:
    limit = Limit(unit, Decimal(value))
    original = due(at("2026-11-02 09:00"), limit, calendar, hours, policy)
    assert isinstance(original, Due)
    after = resumed_due(
        original, at(f"2026-{paused}"), at(f"2026-{resumed}"), limit, calendar, hours, policy
    )
    assert isinstance(after, Due)
    assert after.at == at(f"2026-{expected}")
    assert after.rule == rule
    assert after.approved


def test_a_financial_duty_adds_even_where_supplements_restart(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    limit = Limit(W, Decimal(5))
    original = due(at("2026-11-02 09:00"), limit, calendar, hours, RESTART)
    assert isinstance(original, Due)
    after = resumed_due(
        original,
        at("2026-11-04 09:00"),
        at("2026-11-09 09:00"),
        limit,
        calendar,
        hours,
        RESTART,
        pause=Pause.FINANCIAL_DUTY,
    )
    assert isinstance(after, Due)
    assert after.at == at("2026-11-12 11:30")


def test_a_pause_into_an_unapproved_year_warns(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    limit = Limit(W, Decimal(5))
    original = due(at("2026-12-21 09:00"), limit, calendar, hours, RESTART)
    assert isinstance(original, Due)
    assert original.approved
    moments = at("2026-12-22 09:00"), at("2026-12-30 09:00")
    after = resumed_due(original, *moments, limit, calendar, hours, RESTART)
    assert isinstance(after, Due)
    assert after.unapproved_years == (2027,)


def test_after_15h_holds_for_the_new_start(calendar: WorkingCalendar, hours: OfficeHours) -> None:
    limit = Limit(LimitUnit.SAME_DAY)
    original = due(at("2026-11-02 09:00"), limit, calendar, hours, RESTART)
    assert isinstance(original, Due)
    after = resumed_due(
        original,
        at("2026-11-02 10:00"),
        at("2026-11-03 15:30"),
        limit,
        calendar,
        hours,
        RESTART,
        after_15h_next_day=True,
    )
    assert isinstance(after, Due)
    assert after.at == at("2026-11-04 17:00")
    assert after.rule == "same_day;after_15h;restart"


def test_no_limit_stays_none_and_false_pauses_are_problems(
    calendar: WorkingCalendar, hours: OfficeHours
) -> None:
    none, unknown = Limit(LimitUnit.NONE), Limit(LimitUnit.UNKNOWN, Decimal(3))
    original = Due(None, "none", calendar.version)
    first, second = at("2026-11-02 09:00"), at("2026-11-03 09:00")
    assert resumed_due(original, first, second, none, calendar, hours, ADD) == original
    for limit, moments, code in (
        (none, (second, first), "resumed_before_pause"),
        (unknown, (first, second), "limit_unit_unknown"),
    ):
        problems = resumed_due(original, *moments, limit, calendar, hours, ADD)
        assert isinstance(problems, tuple)
        assert [problem.code for problem in problems] == [code]

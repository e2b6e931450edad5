"""Words for limits and time left."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal

import pytest

from counter_app.domain.dates import VIETNAM, parse_date, parse_moment
from counter_app.domain.deadlines.calendar import (
    CalendarYear,
    DayOff,
    WorkingCalendar,
)
from counter_app.domain.deadlines.deadline import Due, due
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.pauses import resumed_due
from counter_app.domain.deadlines.policy import DeadlinePolicy
from counter_app.domain.deadlines.remaining import Outcome, outcome, remaining
from counter_app.domain.problems import Problem
from counter_app.wording.deadlines import (
    OUTCOMES,
    PROBLEMS,
    limit_words,
    outcome_words,
    remaining_words,
)

HOURS = OfficeHours()
HOLIDAY = DayOff(date(2026, 11, 24), "Ngày Văn hóa Việt Nam")
CALENDAR = WorkingCalendar(
    "1", (CalendarYear(2026, approved=True, legal_basis="", days_off=(HOLIDAY,)),)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("now", "promised", "words"),
    [
        ("2026-11-20 10:00", "2026-11-25 17:00", "Còn 2 ngày làm việc"),
        ("2026-11-20 17:30", "2026-11-23 17:00", "Còn 1 ngày làm việc"),
        ("2026-11-22 10:00", "2026-11-23 17:00", "Còn 1 ngày làm việc"),
        ("2026-11-23 06:00", "2026-11-23 17:00", "Hạn hôm nay 17:00"),
        ("2026-11-23 08:00", "2026-11-23 17:00", "Hạn hôm nay 17:00"),
        ("2026-11-23 14:00", "2026-11-23 17:00", "Còn 3 giờ"),
        ("2026-11-23 14:01", "2026-11-23 17:00", "Còn 2 giờ"),
        ("2026-11-23 16:20", "2026-11-23 17:00", "Còn 40 phút"),
        ("2026-11-23 17:00", "2026-11-23 17:00", "Hạn hôm nay 17:00"),
        ("2026-11-20 16:00", "2026-11-23 09:00", "Còn 3 giờ"),
        ("2026-11-23 11:40", "2026-11-23 11:30", "Quá hạn từ 11:30 23/11/2026"),
        ("2026-11-23 13:50", "2026-11-23 11:30", "Quá hạn 20 phút"),
        ("2026-11-23 16:00", "2026-11-23 11:30", "Quá hạn 2 giờ"),
        ("2026-11-21 10:00", "2026-11-20 17:00", "Quá hạn từ 17:00 20/11/2026"),
        ("2026-11-23 08:00", "2026-11-20 17:00", "Quá hạn 1 ngày"),
        ("2026-11-25 08:00", "2026-11-20 17:00", "Quá hạn 2 ngày"),
        # A promise that a new calendar put on a day off.
        ("2026-11-23 10:00", "2026-11-24 17:00", "Hạn 24/11/2026"),
    ],
)
def test_time_left(now: str, promised: str, words: str) -> None:
    left = remaining(at(now), Due(at(promised), "working_day:1", "1"), CALENDAR, HOURS)
    assert remaining_words(left) == words


def test_time_left_without_a_limit() -> None:
    left = remaining(at("2026-11-20 10:00"), Due(None, "none", "1"), CALENDAR, HOURS)
    assert remaining_words(left) == "Không quy định thời hạn"


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Limit(LimitUnit.WORKING_DAY, Decimal(3)), "3 ngày làm việc"),
        (Limit(LimitUnit.WORKING_DAY, Decimal("0.50")), "0,5 ngày làm việc"),
        (Limit(LimitUnit.CALENDAR_DAY, Decimal(30)), "30 ngày"),
        (Limit(LimitUnit.HOUR, Decimal(4)), "4 giờ làm việc"),
        (Limit(LimitUnit.MONTH, Decimal(2)), "2 tháng"),
        (Limit(LimitUnit.SAME_DAY), "Trong ngày"),
        (Limit(LimitUnit.NONE), "Không quy định"),
        (Limit(LimitUnit.UNKNOWN, Decimal(15), "15"), "15"),
        (Limit(LimitUnit.UNKNOWN), "Chưa rõ"),
    ],
)
def test_limits(limit: Limit, words: str) -> None:
    assert limit_words(limit) == words


def test_outcomes_have_words() -> None:
    assert set(OUTCOMES) == set(Outcome)
    done = outcome(at("2026-11-20 10:00"), at("2026-11-20 17:00"))
    assert outcome_words(done) == "Đúng hạn"


def problems() -> list[Problem]:
    """Return one of each problem that these rooms can raise."""
    now, earlier = at("2026-12-31 09:00"), at("2026-12-30 09:00")
    policy, none = DeadlinePolicy(), Limit(LimitUnit.NONE)
    found: list[object] = [parse_date(text, now.date()) for text in ("mai", "31/2/25")]
    found += [parse_moment(text, now.date()) for text in ("mai", "25:00")]
    for limit in (
        Limit(LimitUnit.UNKNOWN),
        Limit(LimitUnit.HOUR),
        Limit(LimitUnit.HOUR, Decimal(-1)),
    ):
        found += limit.problems()
    across = due(now, Limit(LimitUnit.WORKING_DAY, Decimal(9)), CALENDAR, HOURS, policy)
    assert isinstance(across, Due)
    found += across.warnings()
    paused = resumed_due(across, now, earlier, none, CALENDAR, HOURS, policy)
    assert isinstance(paused, tuple)
    found += paused
    return [problem for problem in found if isinstance(problem, Problem)]


def test_every_problem_has_words_and_the_facts_they_need() -> None:
    raised = problems()
    assert {problem.code for problem in raised} == set(PROBLEMS)
    for problem in raised:
        sentence = PROBLEMS[problem.code].format(**dict(problem.facts))
        assert unicodedata.is_normalized("NFC", sentence)
        assert sentence.endswith(".")
        assert "{" not in sentence

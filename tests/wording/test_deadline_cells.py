"""Two or three words for a narrow column, never parts of days."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.calendar import CalendarYear, DayOff, WorkingCalendar
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.remaining import remaining
from counter_app.wording.deadline_cells import due_words, left_words, received_words

HOLIDAY = DayOff(date(2026, 11, 24), "Ngày Văn hóa Việt Nam")
CALENDAR = WorkingCalendar(
    "1", (CalendarYear(2026, approved=True, legal_basis="", days_off=(HOLIDAY,)),)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("now", "promised", "words"),
    [
        ("2026-11-20 10:00", "2026-11-18 17:00", "Quá hạn 2 ngày"),
        ("2026-11-23 08:00", "2026-11-20 17:00", "Quá hạn 1 ngày"),
        ("2026-11-23 16:00", "2026-11-23 11:30", "Quá hạn 2 giờ"),
        ("2026-11-23 13:50", "2026-11-23 11:30", "Quá hạn 20 phút"),
        ("2026-11-20 17:10", "2026-11-20 17:00", "Quá hạn"),
        ("2026-11-23 15:00", "2026-11-23 17:00", "Còn 2 giờ"),
        ("2026-11-23 16:20", "2026-11-23 17:00", "Còn 40 phút"),
        ("2026-11-23 08:00", "2026-11-23 17:00", "Còn trong ngày"),
        ("2026-11-23 17:00", "2026-11-23 17:00", "Đến hạn"),
        ("2026-11-20 10:00", "2026-11-23 11:30", "Còn 1 ngày"),
        ("2026-11-20 10:00", "2026-11-25 17:00", "Còn 2 ngày"),
        ("2026-11-20 16:00", "2026-11-23 09:00", "Còn 1 ngày"),
    ],
)
def test_how_much_is_left(now: str, promised: str, words: str) -> None:
    left = remaining(at(now), Due(at(promised), "", "1"), CALENDAR, OfficeHours())
    assert left_words(left) == words


def test_no_limit_is_said() -> None:
    assert (
        left_words(remaining(at("2026-11-20 10:00"), Due(None, "", "1"), CALENDAR, OfficeHours()))
        == "Không thời hạn"
    )


def test_moments_are_as_short_as_they_can_be() -> None:
    now = at("2026-11-20 10:00")
    assert due_words(at("2026-11-20 11:30"), now) == "11:30 hôm nay"
    assert due_words(at("2026-11-26 17:00"), now) == "17:00 26/11"
    assert due_words(at("2027-01-05 17:00"), now) == "17:00 05/01/27"
    assert received_words(at("2026-11-20 08:47"), now) == "08:47"
    assert received_words(at("2026-06-27 08:47"), now) == "27/06"
    assert received_words(at("2025-12-31 08:47"), now) == "31/12/25"

"""The shipped calendar, and offices to try it with."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path

import pytest

from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.office_hours import (
    AFTERNOON,
    MORNING,
    OfficeHours,
    Season,
    Session,
)
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.domain.plain import from_plain

SHIPPED = Path(__file__).parents[3] / "resources" / "calendar" / "calendar.json"


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    return from_plain(WorkingCalendar, json.loads(SHIPPED.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def hours() -> OfficeHours:
    return OfficeHours()


@pytest.fixture(scope="session")
def saturday_hours() -> OfficeHours:
    """A centre with a Saturday morning on duty and a winter table."""
    late = (Session(time(7, 30), time(12, 0)), Session(time(13, 0), time(16, 30)))
    return OfficeHours(
        week=((MORNING, AFTERNOON),) * 5 + ((MORNING,), ()),
        seasons=(Season("mùa đông", (10, 16), (4, 15), (late,) * 5 + ((late[0],), ())),),
    )


@pytest.fixture(scope="session")
def worked(calendar: WorkingCalendar, hours: OfficeHours) -> WorkingTime:
    return working_time(calendar, hours)

"""A life says of a dossier what its own page says."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.deadlines.remaining import Outcome, outcome
from counter_app.domain.dossiers.facts import Fact
from counter_app.domain.reports.life import FactAt, Life, Pace, life_of, pace
from tests.made import NOON


@pytest.mark.parametrize(
    ("late_by", "expected"),
    [(0, Pace.ON_TIME), (59, Pace.ON_TIME), (60, Pace.LATE), (-1, Pace.ON_TIME)],
)
def test_a_promise_is_kept_to_the_end_of_its_minute(late_by: int, expected: Pace) -> None:
    due = NOON.replace(second=0, microsecond=0)
    assert pace(due + timedelta(seconds=late_by), due) is expected


@pytest.mark.parametrize("hours", range(-30, 31, 5))
@pytest.mark.parametrize("seconds", [0, 1, 59])
def test_reports_and_the_dossiers_page_have_one_rule(hours: int, seconds: int) -> None:
    end = NOON + timedelta(hours=hours, seconds=seconds)
    said = outcome(end, NOON)
    assert pace(end, NOON).value == said.value
    assert outcome(end, None) is Outcome.NO_LIMIT
    assert pace(end, None) is Pace.ON_TIME


def act(kind: Kind, counter: str, at: datetime, moment: datetime | None, *flags: str) -> FactAt:
    fact = Fact(
        f"{kind.value}-{counter}", kind, at.date(), "1.001193", received_at=moment, flags=flags
    )
    return FactAt(fact, f"cb-{counter}", counter, at)


def received_twice(stands: str) -> Life:
    """Two counters received what came online: `stands` is whose the dossier says it is."""
    first, second = NOON, NOON + timedelta(minutes=3)
    after = first if stands == "7" else second
    asked = act(Kind.SUPPLEMENT_REQUESTED, "7", NOON + timedelta(minutes=1), first)
    return life_of(
        "d",
        [
            act(Kind.SUBMITTED, "", NOON - timedelta(hours=1), None),
            act(Kind.RECEIVED, "7", first, first, "offline"),
            asked,
            act(Kind.RECEIVED, "12", second, after, "provisional"),
        ],
    )


def test_of_two_receptions_the_first_counts() -> None:
    life = received_twice("7")
    assert (life.counter, life.officer, life.recorded_at) == ("7", "cb-7", NOON)
    assert (life.offline, life.provisional) == (True, False)
    assert life.paused_at is not None, "the second one starts no clock again"


def test_a_reception_that_took_the_others_place_counts() -> None:
    life = received_twice("12")
    assert (life.counter, life.recorded_at) == ("12", NOON + timedelta(minutes=3))
    assert (life.offline, life.provisional) == (False, True)

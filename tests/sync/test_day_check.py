"""The digest of a day, compared by the round."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.contract.feed import DigestAnswer
from counter_app.domain.errors import wire
from counter_app.gateway.client import Gateway
from counter_app.sync.feed import day_check
from counter_app.sync.feed.day_check import AGAIN, CHECKED
from counter_app.sync.pull import PullReport
from counter_app.sync.round import run_round
from tests.sync.counter import Clock, Counter


def evening(clock: Clock) -> None:
    """Make it 18:00 of today at this machine."""
    clock.shift += clock().replace(hour=18, minute=0) - clock()


def test_once_an_evening_and_only_when_all_is_sent(counter: Counter) -> None:
    counter.register()
    evening(counter.clock)
    report = run_round(counter.doors)
    assert report.problem is None
    assert report.day.day == counter.clock().date()
    with counter.store.reading() as tx:
        kept = tx.setup.get(CHECKED)
    assert isinstance(kept, dict)
    assert (kept["ours"], kept["same"]) == (kept["theirs"], True)
    assert run_round(counter.doors).day.day is None  # not twice
    counter.tell(next(iter(counter.dossiers())))
    assert day_check.check_day(counter.doors, PullReport).day is None  # something waits


def test_a_difference_is_told_and_looked_at_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.register()
    evening(counter.clock)
    digest = counter.doors.gateway.digest

    def one_more(_: Gateway, day: date) -> DigestAnswer:
        told = digest(day)
        return told.model_copy(update={"count": told.count + 1, "sha256": "0" * 64})

    monkeypatch.setattr(Gateway, "digest", one_more)
    report = run_round(counter.doors)
    assert isinstance(report.problem, wire.DayDiffersError)
    assert report.problem.facts["theirs"] == report.problem.facts["ours"] + 1
    assert report.error is None  # the rest of the round was done
    assert run_round(counter.doors).day.day is None
    monkeypatch.undo()
    counter.clock.shift += AGAIN
    assert run_round(counter.doors).problem is None

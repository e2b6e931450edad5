"""Answers that come when the officer's pages are gone."""

from __future__ import annotations

from counter_app.app.pages.officers_jobs import OfficersJobs
from counter_app.domain.errors import CounterError
from tests.desktop.now_jobs import NowJobs


def test_work_is_done_and_nobody_is_told_after_leaving() -> None:
    jobs = OfficersJobs(NowJobs())
    worked: list[int] = []
    told: list[None] = []
    failed: list[CounterError] = []

    def refused() -> None:
        raise CounterError

    jobs.run(lambda: worked.append(1), told.append, failed.append)
    jobs.run(refused, told.append, failed.append)
    assert (worked, len(told), len(failed)) == ([1], 1, 1)
    jobs.leave()
    jobs.run(lambda: worked.append(2), told.append, failed.append)
    jobs.run(refused, told.append, failed.append)
    assert (worked, len(told), len(failed)) == ([1, 2], 1, 1)

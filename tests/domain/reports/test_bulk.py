"""Bulk finishing: dense runs are found, and piles that moved together taken out of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.reports.bulk import LEAST, WITHIN, Act, Handled, gathered, runs, worked_days

AT = datetime(2026, 11, 20, 16, 0, tzinfo=VIETNAM)


def acts(*minutes: float) -> list[Act]:
    return [Act(AT + timedelta(minutes=each), f"d{at}") for at, each in enumerate(minutes)]


def ago(*days: int | None) -> list[Handled]:
    return [
        Handled(act, None if back is None else AT - timedelta(days=back))
        for act, back in zip(acts(*range(len(days))), days, strict=True)
    ]


def day_of(at: datetime) -> int:
    return (at.date() - date(2026, 1, 1)).days


def test_a_run_is_ten_acts_in_ten_minutes() -> None:
    assert runs(acts(*range(9))) == ()
    assert [len(run) for run in runs(acts(*range(10)))] == [10]
    assert runs(acts(*(each * 1.2 for each in range(10)))) == ()
    two = runs(acts(*range(12), *(60 + each / 2 for each in range(10))))
    assert [len(run) for run in two] == [12, 10]


@given(st.lists(st.floats(0, 3), max_size=60))
def test_runs_hold_exactly_what_lies_in_a_dense_window(gaps: list[float]) -> None:
    at, moments = 0.0, []
    for gap in gaps:
        at += gap
        moments.append(at)
    every = acts(*moments)
    dense = {
        each.dossier
        for first in range(len(every) - LEAST + 1)
        if every[first + LEAST - 1].at - every[first].at <= WITHIN
        for each in every[first : first + LEAST]
    }
    assert {each.dossier for run in runs(every) for each in run} == dense


def test_a_pile_that_moved_together_is_no_bulk() -> None:
    assert gathered(ago(*[1] * 60), day_of) == ()
    assert gathered(ago(*[1] * 30, *[2] * 30), day_of) == ()
    assert gathered(ago(*[7] * 10, *[14] * 10), day_of) == ()
    assert gathered(ago(*[1] * 8, 5, 9, 12, 20), day_of) == ()


def test_dossiers_of_many_days_are_bulk() -> None:
    many = ago(*range(2, 42, 4))
    assert gathered(many, day_of) == tuple(many)
    among = ago(*[1] * 60, *range(5, 45, 4))
    assert gathered(among, day_of) == tuple(among[60:])


def test_results_at_once_do_not_count() -> None:
    assert gathered(ago(*[None] * 20), day_of) == ()
    assert gathered(ago(*range(2, 38, 4), *[None] * 5), day_of) == ()


def test_worked_days() -> None:
    first, last = date(2026, 11, 20), date(2026, 11, 23)
    assert worked_days(first, last, lambda day: day.weekday() < 5) == (first, last)
    assert worked_days(last, first, lambda _: True) == ()


def test_results_handed_to_citizens_are_never_a_pile() -> None:
    at, before = datetime(2026, 7, 15, 13, 30), datetime(2026, 7, 14, 9, 0)

    def run(alone: bool) -> tuple[Handled, ...]:
        return tuple(
            Handled(Act(at + timedelta(seconds=10 * place), f"d{place}", alone=alone), before)
            for place in range(LEAST)
        )

    assert gathered(run(alone=False), lambda moment: moment.toordinal()) == ()
    assert gathered(run(alone=True), lambda moment: moment.toordinal()) == run(alone=True)
    assert gathered(run(alone=True)[1:], lambda moment: moment.toordinal()) == ()

from __future__ import annotations

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.presenters.status.rail import RailPresenter, RailState
from counter_app.domain.errors.store import StoreLockedError
from counter_app.services.dossiers.lists import Queue, QueueCounts
from tests.desktop.now_jobs import NowJobs


class View:
    def __init__(self) -> None:
        self.states: list[RailState] = []

    def present(self, state: RailState) -> None:
        self.states.append(state)


class Store:
    def __init__(self) -> None:
        self.asked = 0
        self.locked = False

    def counts(self) -> QueueCounts:
        self.asked += 1
        if self.locked:
            raise StoreLockedError(path="store.db")
        return QueueCounts(new=self.asked, overdue=2)


def test_numbers_of_the_queues_come_from_the_store() -> None:
    view, store = View(), Store()
    RailPresenter(view, NowJobs(), store.counts).refresh()
    assert view.states[-1].queues[Queue.NEW] == 1
    assert view.states[-1].queues[Queue.OVERDUE] == 2


def test_however_often_it_is_asked_one_count_follows() -> None:
    view, store, jobs = View(), Store(), NowJobs()
    rail = RailPresenter(view, jobs, store.counts)
    jobs.hold()
    for _ in range(5):
        rail.refresh()
    assert len(jobs.held) == 1
    jobs.release()
    assert store.asked == 2
    assert view.states[-1].queues[Queue.NEW] == 2


def test_only_what_touches_the_counters_counts_anew() -> None:
    view, store = View(), Store()
    rail = RailPresenter(view, NowJobs(), store.counts)
    rail.changed(Changed(frozenset({Subject.PRINTS})))
    assert not view.states
    rail.changed(Changed())
    assert len(view.states) == 1


def test_a_busy_store_leaves_the_last_numbers() -> None:
    view, store = View(), Store()
    rail = RailPresenter(view, NowJobs(), store.counts)
    rail.refresh()
    store.locked = True
    rail.refresh()
    rail.line(5, 2)
    rail.parked(1)
    assert view.states[-1].queues[Queue.NEW] == 1
    assert (view.states[-1].unsent, view.states[-1].parked) == (7, 1)
    store.locked = False
    rail.refresh()
    assert view.states[-1].queues[Queue.NEW] == 3
    assert view.states[-1].unsent == 7

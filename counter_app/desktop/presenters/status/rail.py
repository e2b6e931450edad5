"""The counters of the left rail: how many dossiers wait where, and what waits to be sent.

A counter that can't be read now (the store is busy) keeps its last number: a rail that blinks to
empty would say that nothing waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.jobs import Jobs
from counter_app.domain.errors import CounterError
from counter_app.services.dossiers.lists import Queue, QueueCounts

COUNTED: tuple[Queue, ...] = (
    Queue.NEW,
    Queue.WAITING_SUPPLEMENT,
    Queue.WAITING_RETURN,
    Queue.DUE_SOON,
    Queue.OVERDUE,
)
"""Queues of dossiers that bear a number in the rail."""

_TOUCHING = frozenset({Subject.DOSSIERS, Subject.SENDING})


@dataclass(frozen=True, slots=True)
class RailState:
    """The numbers beside the rail's items; 0 shows nothing.

    `unsent` counts acts that wait to be sent, or that an officer must see; `parked` the drafts
    that were put aside (đang làm dở).
    """

    queues: Mapping[Queue, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    unsent: int = 0
    parked: int = 0


class RailView(Protocol):
    """What shows the counters."""

    def present(self, state: RailState) -> None:
        """Show `state`."""


class RailPresenter:
    """Keeps the counters. `counts` reads the store, so it is asked in the background."""

    def __init__(self, view: RailView, jobs: Jobs, counts: Callable[[], QueueCounts]) -> None:
        self._view = view
        self._jobs = jobs
        self._counts = counts
        self._state = RailState()
        self._shown: RailState | None = None
        self._asking = False
        self._again = False

    def refresh(self) -> None:
        """Count anew. While a count is under way one more follows it, however often it is asked."""
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        self._jobs.run(self._counts, self._counted, self._failed)

    def changed(self, change: Changed) -> None:
        """Count anew when dossiers or deliveries changed."""
        if change.subjects & _TOUCHING:
            self.refresh()

    def line(self, to_send: int, in_need: int) -> None:
        """Take what the sync tells of the queue: it knows before the store is asked again."""
        self._show(RailState(self._state.queues, to_send + in_need, self._state.parked))

    def parked(self, drafts: int) -> None:
        """Take how many drafts were put aside."""
        self._show(RailState(self._state.queues, self._state.unsent, drafts))

    def _counted(self, counts: QueueCounts) -> None:
        queues = {queue: counts.of(queue) or 0 for queue in COUNTED}
        self._show(RailState(queues, self._state.unsent, self._state.parked))
        self._asked()

    def _failed(self, _: CounterError) -> None:
        self._asked()

    def _asked(self) -> None:
        self._asking = False
        if self._again:
            self.refresh()

    def _show(self, state: RailState) -> None:
        self._state = state
        if state != self._shown:
            self._shown = state
            self._view.present(state)

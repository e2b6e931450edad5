"""The lists of the window: queues of open dossiers, all of them, and how many each has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from counter_app.domain.dates import VIETNAM, vietnam_time
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier_line import DossierLine, Order, Page, Place
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.channels import Channel
from counter_app.services.counter.workplace import Workplace
from counter_app.store.views.lists import DossierFilter

LIMIT = 50
SOON_DAYS = 1
"""Working days before the due day: "24 h" on a screen, and what `remaining` calls SOON."""

LATER_DAYS = 3


class Queue(Enum):
    """What a list shows. All but UNSENT and ALL are open dossiers."""

    OPEN = "open"  # đang mở
    NEW = "new"  # chờ tiếp nhận
    IN_PROGRESS = "in_progress"  # đang xử lý: open, and nothing below
    WAITING_SUPPLEMENT = "waiting_supplement"  # chờ bổ sung
    WAITING_RETURN = "waiting_return"  # chờ trả kết quả: the result is at the counter
    DUE_SOON = "due_soon"  # sắp đến hạn
    OVERDUE = "overdue"  # quá hạn
    UNSENT = "unsent"  # chờ gửi
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What an officer wants to see.

    `days` (None: any) counts back from today; a dossier that is late or soon due, or waits to be
    sent, is shown whatever its age. `counter` is where it was received, "" for any. `soon_days` are
    working days, for DUE_SOON. UNSENT and ALL are always newest first.
    """

    queue: Queue = Queue.OPEN
    typed: str = ""
    days: int | None = None
    counter: str = ""
    order: Order = Order.DUE
    soon_days: int = SOON_DAYS


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many dossiers are in each queue but ALL; `later` are due within `LATER_DAYS`."""

    open: int = 0
    new: int = 0
    in_progress: int = 0
    waiting_supplement: int = 0
    waiting_return: int = 0
    due_soon: int = 0
    later: int = 0
    overdue: int = 0
    unsent: int = 0

    def of(self, queue: Queue) -> int | None:
        """Return the number of `queue`; None for ALL, which nobody counts."""
        return None if queue is Queue.ALL else int(getattr(self, queue.value))


def lines(
    workplace: Workplace, question: ListQuestion, after: Place | None = None, limit: int = LIMIT
) -> Page:
    """Return one page of what `question` asks for, behind `after` of the page before.

    A whole code, typed or scanned, finds its dossier in whatever queue it is.
    """
    now = workplace.clock.now().at
    received_from = _received_from(now, question)
    with workplace.store.reading() as tx:
        if question.typed.strip() and (found := tx.search.with_code(question.typed)):
            return found if after is None else Page(())
        if question.queue is Queue.ALL and question.typed.strip():
            return tx.search.find(
                question.typed,
                after,
                limit,
                received_from=received_from,
                counter=question.counter,
            )
        which = _filter(workplace, question, now, received_from)
        return tx.lists.page(which, after, limit)


def channels(workplace: Workplace, lines_: Iterable[DossierLine]) -> Mapping[str, Channel]:
    """Return how each of `lines_` that waits to be received came, online or by post, by uid.

    Only these are read: for all others the way in says nothing of what is to be done next.
    """
    waiting = [line.uid for line in lines_ if line.status is Status.NEW]
    if not waiting:
        return {}
    with workplace.store.reading() as tx:
        found = (tx.dossiers.get(uid) for uid in waiting)
        return {each.uid: each.received.channel for each in found if each is not None}


def counts(workplace: Workplace, *, counter: str = "", days: int | None = None) -> QueueCounts:
    """Return how many dossiers each queue has, with the same `counter` and `days` as its list.

    One pass over what is open; what is closed isn't touched.
    """
    now = workplace.clock.now().at
    with workplace.store.reading() as tx:
        found = tx.lists.counts(
            now,
            due_before(workplace, now, SOON_DAYS),
            due_before(workplace, now, LATER_DAYS),
            counter=counter,
            received_from=_begin(now, days),
        )
    waiting = found.new + found.supplement + found.result_is_here
    return QueueCounts(
        open=found.open,
        new=found.new,
        in_progress=found.open - waiting,
        waiting_supplement=found.supplement,
        waiting_return=found.result_is_here,
        due_soon=found.soon,
        later=found.later,
        overdue=found.overdue,
        unsent=found.unsent,
    )


def due_before(workplace: Workplace, now: datetime, days: int) -> datetime:
    """Return the moment before which is due whatever is due within `days` working days."""
    reference = workplace.reference
    worked = working_time(reference.calendar, reference.policy.hours)
    day = vietnam_time(now).date()
    for _ in range(days + 1):
        day = worked.next_working_day(day)
    return datetime.combine(day, time(), VIETNAM)


def _filter(
    workplace: Workplace, question: ListQuestion, now: datetime, received_from: datetime | None
) -> DossierFilter:
    queue = question.queue
    if queue is Queue.ALL:
        return DossierFilter(counter=question.counter, received_from=received_from)
    if queue is Queue.UNSENT:
        return DossierFilter(waiting=True, typed=question.typed)
    statuses: frozenset[Status] = frozenset()
    here: bool | None = None
    due_from: datetime | None = None
    until: datetime | None = None
    match queue:
        case Queue.NEW:
            statuses = frozenset({Status.NEW})
        case Queue.WAITING_SUPPLEMENT:
            statuses = frozenset({Status.WAITING_SUPPLEMENT})
        case Queue.WAITING_RETURN:
            here = True
        case Queue.IN_PROGRESS:
            statuses = frozenset(Status) - {Status.NEW, Status.WAITING_SUPPLEMENT}
            here = False
        case Queue.DUE_SOON:
            due_from, until = now, due_before(workplace, now, question.soon_days)
        case Queue.OVERDUE:
            until = now
    return DossierFilter(
        statuses=statuses,
        counter=question.counter,
        received_from=received_from,
        due_from=due_from,
        due_before=until,
        only_open=True,
        result_is_here=here,
        typed=question.typed,
        order=question.order,
    )


def _received_from(now: datetime, question: ListQuestion) -> datetime | None:
    if question.queue in (Queue.DUE_SOON, Queue.OVERDUE, Queue.UNSENT):
        return None
    return _begin(now, question.days)


def _begin(now: datetime, days: int | None) -> datetime | None:
    """Return the beginning of the day `days` before today."""
    if days is None:
        return None
    return datetime.combine(vietnam_time(now).date() - timedelta(days=days), time(), VIETNAM)

"""What is settled when a counter opens, and when a day ends: nothing is lost by it (SYNC §2–4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.enrolment import RESTORED, RestoredFrom
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.plain import to_plain
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Workplace
from counter_app.store.mark import Condition, Standing
from counter_app.store.subjects.setup import MACHINE
from counter_app.store.transaction import Transaction

NOBODY = "may-quay"
"""The author of what the program itself records: the counter, not an officer."""

AFTER_MIDNIGHT = timedelta(minutes=5)
"""A reception that was begun on the day before still finds its number."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was found and done at opening, for the status page and the log."""

    condition: Condition
    unknown: int
    void: int


def settle(workplace: Workplace, standing: Standing, machine: str = "") -> Settled:
    """Bring a just opened store in order, in one transaction, and say what was done.

    What was on its way is asked again. A number that a crash took is reported void; blocks of
    earlier days too. A restored store loses its blocks and goes on in a new chain with provisional
    receipts only, until the server was asked: the old chain's next places may be taken already.
    From then on it is `machine`'s ("" when nothing is known of that): opened there again, it is
    not restored once more, and brought back to the earlier machine it is.
    """
    with workplace.store.writing() as tx:
        unknown = tx.deliveries.in_flight_to_unknown()
        # Nobody is asked: a counter with a wrong date must still open.
        moment = workplace.undoubted(tx)
        today = vietnam_time(moment.at).date()
        void = []
        if standing.condition is Condition.CRASHED:
            void += [
                NumberVoid(taken.block, taken.number, taken.number, "mất điện khi đang ghi")
                for taken in standing.taken
                if tx.numbers.void(taken)
            ]
        elif standing.condition is Condition.RESTORED:
            _leave_chain(workplace, tx, standing.why)
            if machine:
                tx.setup.put(MACHINE, machine)
            void += [
                NumberVoid(each.block, each.first, each.last, "dữ liệu được phục hồi")
                for each in tx.numbers.void_all()
            ]
        void += _expired(tx, today)
        _report(workplace, tx, void, moment)
    return Settled(standing.condition, unknown, _count(void))


def void_expired(workplace: Workplace) -> int:
    """Report void what earlier days left of their numbers, while the counter runs; return how many.

    A machine that is never shut off doesn't open in the morning. Nothing is done by a clock that
    wasn't compared with the server's: without a line the report couldn't go out anyhow.
    """
    moment = workplace.clock.now()
    if moment.quality is not ClockQuality.SYNCED:
        return 0
    today = vietnam_time(moment.at - AFTER_MIDNIGHT).date()
    with workplace.store.reading() as tx:  # mostly there is nothing: nobody waits for a write
        if not any(each.day < today for each in tx.numbers.blocks()):
            return 0
    with workplace.store.writing() as tx:
        void = _expired(tx, today)
        _report(workplace, tx, void, moment)
    return _count(void)


def _expired(tx: Transaction, today: date) -> list[NumberVoid]:
    return [
        NumberVoid(each.block, each.first, each.last, "hết ngày")
        for each in tx.numbers.void_all(before=today)
    ]


def _report(
    workplace: Workplace, tx: Transaction, void: Iterable[NumberVoid], moment: Moment
) -> None:
    for body in void:
        tx.journal.append(
            Kind.NUMBER_VOID,
            body,
            uid=workplace.new_id(),
            author=Author(NOBODY, "none", workplace.enrolment.counter),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )


def _count(void: Iterable[NumberVoid]) -> int:
    return sum(each.last - each.first + 1 for each in void)


def _leave_chain(workplace: Workplace, tx: Transaction, why: str) -> None:
    head = tx.journal.head()
    if tx.setup.get(RESTORED) is None:
        tx.setup.put(RESTORED, to_plain(RestoredFrom(why, head.chain, head.n, head.hash)))
    tx.journal.begin_chain(workplace.new_id())

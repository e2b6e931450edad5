"""What is settled when a counter opens: nothing is lost by how it was closed (SYNC §2–4)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.enrolment import RESTORED, RestoredFrom
from counter_app.domain.journal.entry import Author
from counter_app.domain.plain import to_plain
from counter_app.services.counter.workplace import Workplace
from counter_app.store.mark import Condition, Standing
from counter_app.store.transaction import Transaction

NOBODY = "may-quay"
"""The author of what the program itself records: the counter, not an officer."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was found and done at opening, for the status page and the log."""

    condition: Condition
    unknown: int
    void: int


def settle(workplace: Workplace, standing: Standing) -> Settled:
    """Bring a just opened store in order, in one transaction, and say what was done.

    What was on its way is asked again. A number that a crash took is reported void; blocks of
    earlier days too. A restored store loses its blocks and goes on in a new chain with provisional
    receipts only, until the server was asked: the old chain's next places may be taken already.
    """
    author = Author(NOBODY, "none", workplace.enrolment.counter)
    with workplace.store.writing() as tx:
        unknown = tx.deliveries.in_flight_to_unknown()
        # The guarded clock isn't asked: a counter with a wrong date must still open.
        moment = workplace.clock.now()
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
            void += [
                NumberVoid(each.block, each.first, each.last, "dữ liệu được phục hồi")
                for each in tx.numbers.void_all()
            ]
        void += [
            NumberVoid(each.block, each.first, each.last, "hết ngày")
            for each in tx.numbers.void_all(before=today)
        ]
        for body in void:
            tx.journal.append(
                Kind.NUMBER_VOID,
                body,
                uid=workplace.new_id(),
                author=author,
                occurred_at=moment.at,
                clock_quality=moment.quality,
            )
    return Settled(standing.condition, unknown, sum(each.last - each.first + 1 for each in void))


def _leave_chain(workplace: Workplace, tx: Transaction, why: str) -> None:
    head = tx.journal.head()
    if tx.setup.get(RESTORED) is None:
        tx.setup.put(RESTORED, to_plain(RestoredFrom(why, head.chain, head.n, head.hash)))
    tx.journal.begin_chain(workplace.new_id())

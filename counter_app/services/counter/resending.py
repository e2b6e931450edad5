"""Thử gửi ngay: what was set aside or rests until a later try goes out with the next round."""

from __future__ import annotations

from counter_app.domain.journal.outcome import State
from counter_app.services.counter.workplace import Workplace
from counter_app.store.subjects.deliveries import Queued

_SENT_AGAIN = {
    State.PENDING: State.PENDING,
    State.UNKNOWN: State.UNKNOWN,  # it may have arrived: the same entry asks again
    State.QUARANTINED: State.PENDING,
}


def send_again(workplace: Workplace) -> int:
    """Let every entry that may go out go at once; return how many had to wait until now.

    Scanned papers that rest go with them.

    What the server refused stays with its officer: sending it again would only be refused again.
    """
    with workplace.store.writing() as tx:
        waiting = [each for each in tx.deliveries.listing() if _waits(each)]
        for before, after in _SENT_AGAIN.items():
            uids = [each.uid for each in waiting if each.state is before]
            if uids:
                tx.deliveries.put_back(uids, after)
        tx.files.let_go()
    return len(waiting)


def _waits(queued: Queued) -> bool:
    if queued.state is State.QUARANTINED:
        return True
    return queued.state in _SENT_AGAIN and queued.next_try_at is not None

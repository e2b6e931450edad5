"""Thay máy: put this machine out of service, so that another takes its place and number (SYNC §3).

Its unused numbers are void at once, with a report; then it writes no act any more. What it did
stays, goes out while the province still hears it, and lies on the stick for the new machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.enrolment import REPLACED, RESTORED
from counter_app.domain.errors.work import ReplaceNotNowError, WrongDeviceNumberError
from counter_app.domain.officers.roles import Act
from counter_app.services.apologising.batch import kept
from counter_app.services.apologising.recording import give_up
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import may, require

_WHY = "thay máy"


@dataclass(frozen=True, slots=True)
class Replaceable:
    """What is asked before: which machine, what still waits, how many numbers will be void.

    `files` are scanned papers that the province doesn't have: no stick takes them. `letters` are
    apologies that were numbered and wait for their signature: their numbers will be void, too.
    `drafts` are receptions under way here, of any officer: they stay behind. `done`: the machine is
    out of service already, and only what is on its way is written again.
    """

    device: str
    counter_name: str
    waiting: int
    in_need: int
    files: int
    numbers: int
    done: bool
    letters: int = 0
    drafts: int = 0


def may_replace(workplace: Workplace, session: Session) -> bool:
    """Tell whether the officer may put this machine out of service."""
    return may(workplace, session, Act.REPLACE)


def is_replaced(workplace: Workplace) -> bool:
    """Tell whether this machine is out of service because another takes its place."""
    with workplace.store.reading() as tx:
        return tx.setup.get(REPLACED) is not None


def replaceable(workplace: Workplace, drafts: int = 0) -> Replaceable:
    """Return how the machine stands; `drafts` lie beside its store.

    Raises ReplaceNotNowError for a store that was restored.
    """
    place = workplace.enrolment
    today = vietnam_time(workplace.clock.now().at).date()
    with workplace.store.reading() as tx:
        if tx.setup.get(RESTORED) is not None:
            raise ReplaceNotNowError(device=place.device)
        counts = tx.deliveries.counts()
        batch = kept(tx)
        return Replaceable(
            place.device,
            place.counter_name,
            counts.to_send,
            counts.in_need,
            tx.files.left()[0],
            sum(block.left for block in tx.numbers.blocks(day_from=today)),
            tx.setup.get(REPLACED) is not None,
            len(batch.letters) if batch is not None else 0,
            drafts,
        )


def take_out_of_service(workplace: Workplace, session: Session, typed: str) -> int:
    """Void the unused numbers and stop this machine's acts, in one transaction; return how many.

    `typed` is the device number, typed by hand. Twice is harmless. Raises what `replaceable` does,
    NotPermittedError, WrongDeviceNumberError.
    """
    found = replaceable(workplace)
    require(workplace, session, Act.REPLACE)
    if typed.strip() != found.device:
        raise WrongDeviceNumberError(device=found.device)
    moment = workplace.clock.now()
    with workplace.store.writing() as tx:
        void = tx.numbers.void_all()
        for each in void:
            tx.journal.append(
                Kind.NUMBER_VOID,
                NumberVoid(each.block, each.first, each.last, _WHY),
                uid=workplace.new_id(),
                author=workplace.author(session),
                occurred_at=moment.at,
                clock_quality=moment.quality,
            )
        give_up(workplace, tx, session, _WHY, moment)
        if tx.setup.get(REPLACED) is None:
            tx.setup.put(REPLACED, {"at": moment.at.isoformat(), "officer": session.officer.id})
    return sum(each.last - each.first + 1 for each in void)

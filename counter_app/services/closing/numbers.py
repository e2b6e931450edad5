"""The numbers of a day: used, void, left; and whether each used one stands on a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.dossiers.number_block import NumberBlock
from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction

_KINDS = (Kind.RECEIVED, Kind.NUMBERED, Kind.NUMBER_VOID)


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """The numbers of this machine for one day. `papers` bear one of them each.

    `papers` is None when bodies were erased, so that nobody can tell any more.
    """

    used: int = 0
    void: int = 0
    left: int = 0
    papers: int | None = 0

    @property
    def lost(self) -> int:
        """Used numbers that no paper bears and nobody voided; below 0: papers without a number."""
        return 0 if self.papers is None else self.used - self.papers


def day_numbers(workplace: Workplace, tx: Transaction, day: date, today: date) -> DayNumbers:
    """Return how the numbers of `day` stand; voids and papers may have come until `today`."""
    place = workplace.enrolment
    blocks = [
        block
        for is_void in (False, True)
        for block in tx.numbers.blocks(place.centre, day, void=is_void)
        if block.day == day and block.device == place.device
    ]
    if not blocks:
        return DayNumbers()
    taken: set[tuple[str, int]] = set()
    granted: set[tuple[str, int]] = set()
    for block in blocks:
        taken |= _span(block, block.first, block.next - 1)
        granted |= _span(block, block.first, block.last)
    ids = {block.id for block in blocks}
    void: set[tuple[str, int]] = set()
    papers, erased = 0, False
    for row in tx.day_acts.between(day, max(day, today), _KINDS, counter=place.counter):
        match row.body:
            case NumberVoid(block=of, first=first, last=last) if of in ids:
                void |= {(of, number) for number in range(first, last + 1)} & granted
            case Received(block=of, provisional=False) | Numbered(block=of) if of in ids:
                papers += 1
            case None:
                erased = True
    return DayNumbers(
        used=len(taken - void),
        void=len(void),
        left=len(granted - taken - void),
        papers=None if erased else papers,
    )


def _span(block: NumberBlock, first: int, last: int) -> set[tuple[str, int]]:
    return {(block.id, number) for number in range(first, last + 1)}

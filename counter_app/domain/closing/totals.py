"""What a counter did on a day, counted from the facts of its journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import DayTotals

COUNTED = frozenset(
    {
        Kind.RECEIVED,
        Kind.SUPPLEMENT_REQUESTED,
        Kind.REFUSED,
        Kind.WITHDRAWN,
        Kind.HANDED_OVER,
        Kind.RESULT_TAKEN_IN,
        Kind.RETURNED,
        Kind.CERTIFIED,
    }
)
MONEY = frozenset({Kind.PAID, Kind.PAYMENT_CANCELLED, Kind.SHIFT_CLOSED})
CHANGES = COUNTED | MONEY | {Kind.CORRECTED, Kind.NUMBER_VOID, Kind.STOPPED, Kind.REOPENED}
"""Kinds that make a closed day read otherwise: they are named when they come after the closing."""

_MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class DayFact:
    """One act of the day: its place in the journal, its dossier ("" for none), how it was sent."""

    position: int
    kind: Kind
    flags: frozenset[str] = frozenset()
    dossier: str = ""
    sent: bool = True


def totals_of(facts: Iterable[DayFact]) -> DayTotals:
    """Return the counts of acts; money and numbers are not told by facts.

    A reception that was a mistake, withdrawn the same day, was none; a pile that came back was not
    handed over. `supplemented` are the requests.
    """
    facts = tuple(facts)
    mistaken = {each.dossier for each in facts if _MISTAKE in each.flags}
    counts: Counter[Kind] = Counter(
        each.kind
        for each in facts
        if each.kind in COUNTED
        and not (each.kind is Kind.RECEIVED and each.dossier in mistaken)
        and not (each.kind is Kind.HANDED_OVER and "back" in each.flags)
        and _MISTAKE not in each.flags
    )
    return DayTotals(
        received=counts[Kind.RECEIVED],
        supplemented=counts[Kind.SUPPLEMENT_REQUESTED],
        refused=counts[Kind.REFUSED],
        withdrawn=counts[Kind.WITHDRAWN],
        handed_over=counts[Kind.HANDED_OVER],
        results_in=counts[Kind.RESULT_TAKEN_IN],
        returned=counts[Kind.RETURNED],
        certified=counts[Kind.CERTIFIED],
        sent=sum(each.sent for each in facts),
        waiting=sum(not each.sent for each in facts),
    )

"""What the year's figures must come to, counted from the script alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tests.year.script import Deed, Do, Plot

_ENDS = {Do.FINISH: "finished", Do.REFUSE: "refused", Do.WITHDRAW: "withdrawn", Do.STOP: "stopped"}


@dataclass(frozen=True)
class Fate:
    """One dossier's days, as far as they lie in the year."""

    plot: Plot
    received: date
    ended: date | None
    how: str
    returned: date | None


def fates(plots: Iterable[Plot], end: datetime) -> list[Fate]:
    """Return what became of every dossier that was received, and not by mistake."""
    found = []
    for plot in plots:
        done = [deed for deed in plot.deeds if deed.at <= end]
        if not any(deed.do is Do.RECEIVE for deed in done):
            continue
        if any(deed.do is Do.CANCEL for deed in done):
            continue
        ends = [deed for deed in done if deed.do in _ENDS]
        returned = [deed.at.date() for deed in done if deed.do is Do.RETURN]
        found.append(
            Fate(
                plot,
                plot.received_at.date(),
                ends[0].at.date() if ends else None,
                _ENDS[ends[0].do] if ends else "",
                returned[0] if returned else None,
            )
        )
    return found


def expected(found: Iterable[Fate], first: date, last: date) -> dict[str, int]:
    """Return the figures of the days `first` to `last`, by the names of the program's figures."""
    figures = dict.fromkeys(
        ("received", "paper_first", "carried", "processed", "refused", "withdrawn", "stopped",
         "open", "returned", "returned_by_post", "uncollected"), 0,
    )  # fmt: skip

    def within(day: date | None) -> bool:
        return day is not None and first <= day <= last

    for fate in found:
        figures["received"] += within(fate.received)
        figures["paper_first"] += within(fate.received) and fate.plot.paper_first
        figures["carried"] += fate.received < first and (fate.ended is None or fate.ended >= first)
        if within(fate.ended):
            figures["processed"] += fate.how in ("finished", "refused")
            if fate.how != "finished":
                figures[fate.how] += 1
        figures["open"] += fate.received <= last and (fate.ended is None or fate.ended > last)
        figures["returned"] += within(fate.returned)
        figures["returned_by_post"] += within(fate.returned) and fate.plot.by_post
        waits = fate.returned is None or fate.returned > last
        figures["uncollected"] += (
            fate.how == "finished" and fate.ended is not None and fate.ended <= last and waits
        )
    return figures


def done_by(deeds: Iterable[Deed], do: Do) -> int:
    """Return how many deeds of a kind the year has."""
    return sum(deed.do is do for deed in deeds)

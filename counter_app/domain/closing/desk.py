"""Where a dossier's papers should lie now, and the pile on the desk against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ResultWay
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.channels import Channel


class Lies(Enum):
    """Where the system says that a paper is."""

    HERE = "here"  # on this counter's desk
    MAYBE = "maybe"  # here or not: no act of the system tells
    UNIT = "unit"  # handed over to a unit, or taken up there
    COUNTER = "counter"  # on the desk of another counter
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    UNRECEIVED = "unreceived"  # came online or by post, and no counter received it


GONE = {
    Status.RETURNED: Lies.RETURNED,
    Status.REFUSED: Lies.REFUSED,
    Status.WITHDRAWN: Lies.WITHDRAWN,
}
"""Closed dossiers: their papers went to the citizen."""


@dataclass(frozen=True, slots=True)
class DeskPaper:
    """The papers of one dossier: any of `codes` names them; `where` is the unit or counter.

    Among the codes is the number of a paper that it was received on first.
    """

    uid: str
    code: str
    lies: Lies
    codes: tuple[str, ...] = ()
    where: str = ""
    applicant: str = ""

    @property
    def names(self) -> frozenset[str]:
        """Every code that may be scanned from them."""
        return frozenset({self.code, *self.codes}) - {""}


@dataclass(frozen=True, slots=True)
class Stranger:
    """A scanned code that stands for nothing received; `uid` of what waits to be received."""

    code: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """The pile against the system: three lists, and what lies right.

    `strangers` lie on the desk and aren't in the system, `missing` the other way round, `misplaced`
    lie here and should lie elsewhere. `twice` counts scans of what was scanned before.
    """

    right: tuple[DeskPaper, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    missing: tuple[DeskPaper, ...] = ()
    misplaced: tuple[DeskPaper, ...] = ()
    twice: int = 0


def desk_paper(dossier: Dossier, counter: str) -> DeskPaper:
    """Return where the papers of `dossier` should lie, seen from `counter`."""
    lies, where = _place(dossier, counter)
    paper = dossier.received.paper_first
    return DeskPaper(
        dossier.uid,
        dossier.shown_code,
        lies,
        dossier.codes if paper is None else (*dossier.codes, paper.number),
        where,
        dossier.received.applicant.name,
    )


def compare(pile: Sequence[str], papers: Iterable[DeskPaper]) -> Compared:
    """Compare the scanned codes with the papers: those that should lie here, and those scanned."""
    known = {paper.uid: paper for paper in papers}
    by_code = {name: paper for paper in known.values() for name in paper.names}
    right: list[DeskPaper] = []
    strangers: list[Stranger] = []
    misplaced: list[DeskPaper] = []
    seen: set[str] = set()
    twice = 0
    for code in pile:
        paper = by_code.get(code)
        who = paper.uid if paper is not None else f"code {code}"
        if who in seen:
            twice += 1
            continue
        seen.add(who)
        if paper is None:
            strangers.append(Stranger(code))
        elif paper.lies is Lies.UNRECEIVED:
            strangers.append(Stranger(code, paper.uid))
        elif paper.lies in (Lies.HERE, Lies.MAYBE):
            right.append(paper)
        else:
            misplaced.append(paper)
    missing = (each for each in known.values() if each.lies is Lies.HERE and each.uid not in seen)
    return Compared(tuple(right), tuple(strangers), tuple(missing), tuple(misplaced), twice)


def _place(dossier: Dossier, counter: str) -> tuple[Lies, str]:
    if dossier.awaits_reception:
        return Lies.UNRECEIVED, ""
    if dossier.status in GONE:
        return GONE[dossier.status], ""
    if dossier.result_is_here:
        if dossier.received.delivery.way is ResultWay.ONLINE:
            return Lies.MAYBE, ""
        return _at(_keeper(dossier, Kind.RESULT_TAKEN_IN), counter)
    # Nothing tells whether these ever lay on a desk, or went back to the citizen meanwhile.
    online = dossier.received.channel is Channel.ONLINE
    if online or dossier.status in (Status.FINISHED, Status.STOPPED):
        return Lies.MAYBE, dossier.unit
    if dossier.unit:
        return Lies.UNIT, dossier.unit
    return _at(_keeper(dossier, Kind.RECEIVED, Kind.HANDED_OVER), counter)


def _keeper(dossier: Dossier, *kinds: Kind) -> str:
    """Return the counter that took the papers last."""
    took = (step.counter for step in reversed(dossier.steps) if step.kind in kinds)
    return next(filter(None, took), dossier.counter)


def _at(keeper: str, counter: str) -> tuple[Lies, str]:
    return (Lies.HERE, "") if keeper == counter else (Lies.COUNTER, keeper)

"""Piles (bàn giao): dossiers go to a unit, come back, or their results come, many in one act.

The officer scans the pile, the whole of it is written in one transaction, and one list is printed:
either every paper on the list is recorded, or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.received import ResultWay
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn
from counter_app.domain.acts.serials import list_book, list_number
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import Problem, false
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import find, record_all
from counter_app.store.transaction import Transaction


class Pile(Enum):
    """What happens to a pile on the desk."""

    OUT = "out"  # bàn giao hồ sơ cho cơ quan giải quyết
    BACK = "back"  # nhận lại hồ sơ
    RESULTS = "results"  # nhận kết quả về quầy


KINDS: dict[Pile, Kind] = {
    Pile.OUT: Kind.HANDED_OVER,
    Pile.BACK: Kind.HANDED_OVER,
    Pile.RESULTS: Kind.RESULT_TAKEN_IN,
}


@dataclass(frozen=True, slots=True)
class PileLine:
    """One dossier of a pile; `problem` says why it can't be in it, None when it can.

    `unit` is where it lies now ("" at the counter); `results` are the papers that its procedure
    ends with, as far as anybody named them.
    """

    dossier: Dossier
    unit: str
    results: tuple[ResultPaper, ...] = ()
    problem: Problem | None = None

    @property
    def uid(self) -> str:
        """The dossier's id."""
        return self.dossier.uid

    @property
    def code(self) -> str:
        """The code to show."""
        return self.dossier.shown_code

    @property
    def by_post(self) -> bool:
        """True when the citizen wants the result by post (bưu chính)."""
        return self.dossier.received.delivery.way is ResultWay.POST


@dataclass(frozen=True, slots=True)
class PileList:
    """A written pile: `number` stands on its list, empty when it needs none."""

    pile: Pile
    number: str
    unit: str
    receiver: str
    at: datetime
    dossiers: tuple[Dossier, ...]


def pile_line(workplace: Workplace, pile: Pile, text: str) -> PileLine:
    """Return the line of a scanned or typed code. Raises as `stepping.find`."""
    return _line(workplace, pile, find(workplace, text))


def lines_again(
    workplace: Workplace, pile: Pile, dossiers: Sequence[Dossier]
) -> tuple[PileLine, ...]:
    """Return the lines as they stand now: another counter may have been quicker."""
    with workplace.store.reading() as tx:
        found = [tx.dossiers.get(each.uid) or each for each in dossiers]
    return tuple(_line(workplace, pile, each) for each in found)


def units(workplace: Workplace) -> tuple[str, ...]:
    """Return the names of the units that a pile can go to, as the province names its agencies."""
    return tuple(agency.name for agency in workplace.reference.agencies.agencies)


def hand_over(
    workplace: Workplace,
    session: Session,
    uids: Sequence[str],
    unit: str,
    receiver: str = "",
    done_at: datetime | None = None,
) -> PileList:
    """Record that the dossiers went to `unit`, taken by `receiver`; their list gets a number.

    `done_at`: when, if it is written down later (ghi sau). Raises FalseStepError without a unit or
    when a dossier can't go, and what `record_all` raises.
    """
    return _moved(workplace, session, uids, Pile.OUT, unit, receiver, done_at)


def take_back(
    workplace: Workplace,
    session: Session,
    uids: Sequence[str],
    unit: str,
    giver: str = "",
    done_at: datetime | None = None,
) -> PileList:
    """Record that the dossiers came back from `unit`, brought by `giver`, as `hand_over` does."""
    return _moved(workplace, session, uids, Pile.BACK, unit, giver, done_at)


def take_results_in(
    workplace: Workplace,
    session: Session,
    results: Sequence[tuple[str, tuple[ResultPaper, ...]]],
    unit: str = "",
    giver: str = "",
    *,
    negative: bool = False,
    listed: bool = True,
    done_at: datetime | None = None,
) -> PileList:
    """Record that results came to the counter, as pairs of dossier's uid and its result papers.

    `unit` "" takes each dossier's own; `negative`: the agency decided against the applicants.
    `listed`: they get a list with a number; `done_at` as at `hand_over`. Raises FalseStepError for
    a result that is here already, and as `record_all`.
    """
    number, at = "", workplace.clock.now().at

    def make(tx: Transaction, moment: Moment) -> Sequence[tuple[str, Body]]:
        nonlocal number, at
        number = _number(workplace, tx, "KQ", moment.at) if listed else ""
        at = moment.at
        _checked(workplace, tx, Pile.RESULTS, [uid for uid, _ in results])
        steps: list[tuple[str, Body]] = []
        for uid, papers in results:
            dossier = tx.dossiers.get(uid)
            own = dossier.unit or dossier.received.procedure.agency_name if dossier else ""
            steps.append((uid, ResultTakenIn(papers, unit or own, negative, done_at)))
        return steps

    written = record_all(workplace, session, make)
    return PileList(Pile.RESULTS, number, unit, giver, at, written)


def _moved(
    workplace: Workplace,
    session: Session,
    uids: Sequence[str],
    pile: Pile,
    unit: str,
    person: str,
    done_at: datetime | None,
) -> PileList:
    if not unit.strip():
        raise FalseStepError((false("pile_no_unit", "/unit"),), code="")
    number, at = "", workplace.clock.now().at

    def make(tx: Transaction, moment: Moment) -> Sequence[tuple[str, Body]]:
        nonlocal number, at
        number, at = _number(workplace, tx, "BG", moment.at), moment.at
        back = pile is Pile.BACK
        _checked(workplace, tx, pile, uids)
        body = HandedOver(unit, person, back=back, list_number=number, done_at=done_at)
        return [(uid, body) for uid in uids]

    written = record_all(workplace, session, make)
    return PileList(pile, number, unit, person, at, written)


def _checked(workplace: Workplace, tx: Transaction, pile: Pile, uids: Sequence[str]) -> None:
    """Refuse what somebody else moved since the pile was scanned. Raises FalseStepError."""
    for uid in uids:
        dossier = tx.dossiers.get(uid)
        problem = _line(workplace, pile, dossier).problem if dossier else None
        if dossier is not None and problem is not None:
            raise FalseStepError((problem,), code=dossier.shown_code)


def _number(workplace: Workplace, tx: Transaction, kind: str, at: datetime) -> str:
    """Return the next number of a list of this counter."""
    counter, year = workplace.enrolment.counter, vietnam_time(at).year
    number = tx.numbers.next_serial(list_book(kind, counter), year)
    return list_number(kind, counter, year, number)


def _line(workplace: Workplace, pile: Pile, dossier: Dossier) -> PileLine:
    now = workplace.clock.now().at
    problems = judge(dossier, KINDS[pile], now, workplace.reference.policy.limits).problems
    if not problems and pile is Pile.BACK and not dossier.unit:
        problems = (false("pile_not_out"),)
    if not problems and pile is Pile.OUT and dossier.unit:
        problems = (false("pile_is_out", unit=dossier.unit),)
    if not problems and pile is Pile.RESULTS and dossier.result_is_here:
        problems = (false("pile_result_is_here"),)
    problem = problems[0] if problems else None
    return PileLine(dossier, dossier.unit, _results(workplace, dossier), problem)


def _results(workplace: Workplace, dossier: Dossier) -> tuple[ResultPaper, ...]:
    if dossier.results:
        return dossier.results
    reference = dossier.received.procedure
    procedure = workplace.reference.procedures.with_version(reference.code, reference.version)
    named = procedure.results if procedure else ()
    return tuple(ResultPaper(name) for name in named)

"""How the day of this counter stands: what differs between desk, drawer, books and province."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import DayClosed, DayTotals, Gap
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.closing.desk import Compared, DeskPaper, Lies, compare, desk_paper
from counter_app.domain.closing.totals import CHANGES, DayFact, totals_of
from counter_app.domain.closing.unfinished import LastStep, Unfinished, unconfirmed, unfinished
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.closing.kept import KeptPile, kept_pile
from counter_app.services.closing.money import DayMoney, day_money
from counter_app.services.closing.numbers import DayNumbers, day_numbers
from counter_app.services.counter.clock import doubt_of
from counter_app.services.counter.data_state import DAY_CHECK
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.store.reports.closing import at_counters, day_facts, last_position, last_worked_day
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.store.transaction import Transaction
from counter_app.wording import closing as words

UNCONFIRMED = timedelta(days=31)
"""How far back hand-overs that nobody confirmed are looked for."""

LOOK_BACK = timedelta(days=7)
"""How far back a day that was worked and never closed is named."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `key` names it in what is kept; `uid` its dossier, "" for none.

    It is settled when it was put right by hand (`found`), and explained by a `reason`; `carried`:
    the reason is that of an earlier closing. `codes` are all that may be scanned of it.
    """

    key: str
    gap: Gap
    what: str
    code: str = ""
    uid: str = ""
    applicant: str = ""
    reason: str = ""
    found: bool = False
    carried: bool = False
    step: LastStep | None = None
    codes: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """True while nobody put it right or explained it."""
        return not (self.found or self.reason)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing of a day, as the journal has it."""

    uid: str
    at: datetime
    body: DayClosed


@dataclass(frozen=True, slots=True)
class DayStand:
    """How `day` stands as of `at`, at the journal's `position`.

    `papers` are those that should lie here, may, or were scanned.
    `digest` is "same", "differs" or "" when the province wasn't asked, `asked_at` when it was.
    `closed` is the newest closing, `late` how many acts of the day were written after it.
    `unclosed` is an earlier day that was worked and never closed. `doubtful`: the machine's date
    can't be right.
    """

    day: date
    at: datetime
    position: int
    differences: tuple[Difference, ...]
    compared: Compared
    papers: tuple[DeskPaper, ...]
    pile: KeptPile
    totals: DayTotals
    money: DayMoney
    numbers: DayNumbers
    queue: QueueCounts
    digest: str = ""
    asked_at: datetime | None = None
    closed: Closing | None = None
    late: int = 0
    unclosed: date | None = None
    doubtful: bool = False

    @property
    def open_differences(self) -> tuple[Difference, ...]:
        """Those that stand against a closing."""
        return tuple(each for each in self.differences if each.is_open)

    @property
    def expected(self) -> int:
        """How many papers should lie on this desk."""
        return sum(paper.lies is Lies.HERE for paper in self.papers)

    @property
    def is_past(self) -> bool:
        """True when another day began meanwhile."""
        return vietnam_time(self.at).date() > self.day


def day_stand(workplace: Workplace, session: Session, day: date) -> DayStand:
    """Return how `day` stands at this counter, read in one transaction."""
    with workplace.store.reading() as tx:
        return stand_within(workplace, session, tx, day)


def closings_of(workplace: Workplace, day: date) -> tuple[Closing, ...]:
    """Return the closings of `day` at this counter, oldest first."""
    today = vietnam_time(workplace.clock.now().at).date()
    with workplace.store.reading() as tx:
        return _closings(workplace, tx, day, max(day, today))


def stand_within(workplace: Workplace, session: Session, tx: Transaction, day: date) -> DayStand:
    """Do what `day_stand` does inside the caller's transaction."""
    moment = workplace.clock.now()
    today = vietnam_time(moment.at).date()
    here, connection = workplace.enrolment.counter, tx.lives.connection
    names = {each.id: each.name for each in workplace.reference.officers.officers}
    names[session.officer.id] = session.officer.name
    pile = kept_pile(tx, day)
    written = _written_down(workplace, tx, day, max(day, today), pile)
    left, papers = _desk(workplace, tx, day, pile, written.values())
    compared = compare(pile.codes, papers)
    facts = day_facts(connection, day, here)
    money = day_money(workplace, tx, day, names)
    numbers = day_numbers(workplace, tx, day, today)
    queue = tx.deliveries.counts()
    digest, asked_at, counts = _digest(tx, day)
    closings = _closings(workplace, tx, day, max(day, today))
    closed = closings[-1] if closings else None
    found = [
        *_of_steps(left),
        *_of_paper_first(written),
        *_of_pile(compared),
        *_of_books(money, numbers, queue, digest, counts),
    ]
    before = _last_reasons(workplace, tx, day)
    return DayStand(
        day=day,
        at=moment.at,
        position=last_position(connection),
        differences=tuple(_explained(each, pile, before) for each in found),
        compared=compared,
        papers=tuple(papers),
        pile=pile,
        totals=replace(
            totals_of(facts),
            cash=money.cash,
            counted=money.counted,
            numbers_used=numbers.used,
            numbers_void=numbers.void,
            numbers_left=numbers.left,
        ),
        money=money,
        numbers=numbers,
        queue=queue,
        digest=digest,
        asked_at=asked_at,
        closed=closed,
        late=_late(facts, closed),
        unclosed=_unclosed(workplace, tx, day),
        doubtful=doubt_of(moment, workplace.known(tx)) is not None,
    )


def _written_down(
    workplace: Workplace, tx: Transaction, day: date, until: date, pile: KeptPile
) -> dict[str, Dossier]:
    """Return what was scanned as a paper from before the system, and was written down since."""
    unknown = {code for code in pile.codes if tx.dossiers.by_code(code) is None}
    if not unknown:
        return {}
    counter = workplace.enrolment.counter
    rows = tx.day_acts.between(day, until, (Kind.RECEIVED,), counter=counter)
    found = {}
    for row in rows:
        if not isinstance(row.body, Received) or row.body.paper_first is None:
            continue
        dossier = tx.dossiers.get(row.dossier)
        paper = dossier.received.paper_first if dossier is not None else None
        if dossier is not None and paper is not None and paper.number in unknown:
            found[paper.number] = dossier
    return found


def _desk(
    workplace: Workplace,
    tx: Transaction,
    day: date,
    pile: KeptPile,
    written: Iterable[Dossier],
) -> tuple[list[Unfinished], list[DeskPaper]]:
    """Return the unfinished steps, and the papers that should lie here or were scanned."""
    place = workplace.enrolment
    procedures = workplace.reference.procedures.procedures
    at_once = {each.code for each in procedures if each.immediate_result}
    steps: dict[str, Unfinished] = {}
    papers: dict[str, DeskPaper] = {}
    for dossier in at_counters(tx.lives.connection, place.counter):
        if dossier.received.practice != place.practice:
            continue
        papers[dossier.uid] = desk_paper(dossier, place.counter)
        immediate = dossier.received.procedure.code in at_once
        if (step := unfinished(dossier, place.counter, immediate=immediate)) is not None:
            steps[dossier.uid] = step
    rows = tx.day_acts.between(day - UNCONFIRMED, day, (Kind.HANDED_OVER,), counter=place.counter)
    for row in rows:
        body = row.body
        if not isinstance(body, HandedOver) or body.back or body.receiver:
            continue
        known = tx.dossiers.get(row.dossier)
        if known is None or known.received.practice != place.practice or known.uid in steps:
            continue
        if (step := unconfirmed(known, row.entry.uid, body.receiver)) is not None:
            steps[known.uid] = step
    for dossier in written:
        papers.setdefault(dossier.uid, desk_paper(dossier, place.counter))
    for code in pile.codes:
        known = tx.dossiers.by_code(code)
        if known is not None:
            papers[known.uid] = desk_paper(known, place.counter)
    return sorted(steps.values(), key=lambda each: each.since), list(papers.values())


def _of_steps(left: Iterable[Unfinished]) -> Iterator[Difference]:
    for step in left:
        yield Difference(
            f"unfinished/{step.step.value}/{step.uid}",
            Gap.UNFINISHED,
            words.unfinished_words(step),
            step.code,
            step.uid,
            step.applicant,
            step=step.step,
        )


def _of_paper_first(written: Mapping[str, Dossier]) -> Iterator[Difference]:
    for number, dossier in written.items():
        yield Difference(
            f"stranger/{number}",
            Gap.NOT_IN_SYSTEM,
            words.written_words(dossier.shown_code),
            number,
            dossier.uid,
            dossier.received.applicant.name,
            found=True,
            codes=frozenset({number}),
        )


def _of_pile(compared: Compared) -> Iterator[Difference]:
    for each in compared.strangers:
        what = words.stranger_words(waits=bool(each.uid))
        key = f"stranger/{each.code}"
        names = frozenset({each.code})
        yield Difference(key, Gap.NOT_IN_SYSTEM, what, each.code, each.uid, codes=names)
    for gap, name, papers in (
        (Gap.NOT_ON_DESK, "missing", compared.missing),
        (Gap.WRONG_PLACE, "misplaced", compared.misplaced),
    ):
        for paper in papers:
            missing = gap is Gap.NOT_ON_DESK
            what = words.missing_words() if missing else words.misplaced_words(paper)
            yield Difference(
                f"{name}/{paper.uid}",
                gap,
                what,
                paper.code,
                paper.uid,
                paper.applicant,
                codes=paper.names,
            )


def _of_books(
    money: DayMoney,
    numbers: DayNumbers,
    queue: QueueCounts,
    digest: str,
    counts: tuple[int, int],
) -> Iterator[Difference]:
    if money.difference:
        what = words.cash_words(money.cash, money.counted, money.waiting)
        # What the closed shifts explained needs no second explanation.
        said = "; ".join(money.reasons) if not money.waiting else ""
        yield Difference("cash", Gap.CASH, what, reason=said)
    if numbers.lost:
        yield Difference("numbers", Gap.NUMBERS, words.numbers_words(numbers.lost))
    if queue.in_need:
        yield Difference("unsent", Gap.UNSENT, words.unsent_words(queue.in_need))
    if digest == "differs":
        yield Difference("digest", Gap.DIGEST, words.digest_words(*counts))


def _explained(found: Difference, pile: KeptPile, before: dict[str, str]) -> Difference:
    """Return the difference with what was said of it; a reason of an earlier day is carried on."""
    settled = found.found or found.key in pile.found
    if found.key in pile.reasons:
        return replace(found, reason=pile.reasons[found.key], found=settled)
    carried = before.get(f"{found.gap.value}/{found.code}", "") if found.code else ""
    if carried and not found.reason:
        return replace(found, reason=carried, carried=True, found=settled)
    return replace(found, found=settled)


def _last_reasons(workplace: Workplace, tx: Transaction, day: date) -> dict[str, str]:
    """Return the reasons of the newest closing up to `day`, by kind of difference and code."""
    rows = tx.day_acts.between(
        day - UNCONFIRMED, day, (Kind.DAY_CLOSED,), counter=workplace.enrolment.counter
    )
    bodies = [row.body for row in rows if isinstance(row.body, DayClosed)]
    if not bodies:
        return {}
    gaps = bodies[-1].gaps
    return {f"{each.gap.value}/{each.code}": each.reason for each in gaps if each.reason}


def _closings(workplace: Workplace, tx: Transaction, day: date, until: date) -> tuple[Closing, ...]:
    rows = tx.day_acts.between(day, until, (Kind.DAY_CLOSED,), counter=workplace.enrolment.counter)
    return tuple(
        Closing(row.entry.uid, row.entry.occurred_at, row.body)
        for row in rows
        if isinstance(row.body, DayClosed) and row.body.day == day
    )


def _late(facts: tuple[DayFact, ...], closed: Closing | None) -> int:
    if closed is None:
        return 0
    behind = closed.body.position
    return sum(each.position > behind and each.kind in CHANGES for each in facts)


def _unclosed(workplace: Workplace, tx: Transaction, day: date) -> date | None:
    here = workplace.enrolment.counter
    worked = last_worked_day(tx.lives.connection, here, day - LOOK_BACK, day)
    if worked is None or _closings(workplace, tx, worked, day):
        return None
    return worked


def _digest(tx: Transaction, day: date) -> tuple[str, datetime | None, tuple[int, int]]:
    kept = tx.setup.get(DAY_CHECK)
    if not isinstance(kept, dict) or kept.get("day") != day.isoformat():
        return "", None, (0, 0)
    at = datetime.fromisoformat(str(kept["at"]))
    counts = (int(str(kept["ours"])), int(str(kept["theirs"])))
    return ("same" if kept["same"] is True else "differs"), at, counts

"""Letters of apology in one go: prepared with their numbers, kept until signed, then recorded.

The numbers are taken and the batch is kept in one transaction of the store: no number is lost to a
crash, and none is given twice. Only when an officer says that the letters came out and are signed
do they become acts, all of them in one transaction (docs/decisions/0029).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.serials import APOLOGY
from counter_app.domain.dates import shown_date, shown_moment, to_minute, vietnam_time
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors.keeping.letters import Held, LettersHeldError, LettersPendingError
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.text import clean
from counter_app.services.apologising.signers import keep_signer
from counter_app.services.counter.reference import Reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.services.steps.letter_numbers import next_letter_number
from counter_app.store.reports.late import apologies
from counter_app.store.transaction import Transaction

PENDING = "apologies_prepared"
"""Where the batch that waits for its signature is kept."""

MOST = 200
"""Letters of one batch: recorded in one transaction, while others wait for the store."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an officer wants to write about one dossier.

    `due_at` and `letters` are the promise and the number of letters that the officer saw: when
    another counter was quicker, they differ.
    """

    uid: str
    reason: str
    expected_on: date | None
    due_at: datetime | None
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter that waits for its signature: what its act will say, and no citizen's name."""

    uid: str
    code: str
    agency: str
    number: str
    reason: str
    expected_on: date | None
    due_at: datetime | None
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """The letters of one preparation, in the order of their numbers.

    `at` stands on the paper as its day; `signed_by` is the head's name, "" when it isn't printed.
    """

    id: str
    at: datetime
    officer: str
    signed_by: str
    letters: tuple[Prepared, ...]


def pending(workplace: Workplace) -> Batch | None:
    """Return the batch that waits for its signature on this machine, None when none does."""
    with workplace.store.reading() as tx:
        return kept(tx)


def prepare(
    workplace: Workplace, session: Session, wishes: Sequence[Wish], signed_by: str = ""
) -> Batch:
    """Take a number for each letter and keep the batch; nothing is recorded of the dossiers yet.

    Letters are numbered by agency, then as due. Raises LettersHeldError with what stands against
    each, LettersPendingError while another batch waits, NotPermittedError, ClockDoubtfulError.
    """
    require_kind(workplace, session, Kind.APOLOGY_SENT)
    signer = clean(signed_by)
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        waiting = kept(tx)
        if waiting is not None:
            first, last = waiting.letters[0].number, waiting.letters[-1].number
            raise LettersPendingError(first=first, last=last)
        found, held = _looked_at(workplace, tx, wishes, at)
        agencies = {dossier.received.procedure.agency_code for _, dossier in found}
        if not wishes:
            held.append(Held("", "", false("late_nothing")))
        if len(wishes) > MOST:
            held.append(Held("", "", false("late_too_many", most=MOST)))
        if signer and len(agencies) > 1:
            problem = false("late_signer_agencies", "/signed_by", count=len(agencies))
            held.append(Held("", "", problem))
        if held:
            raise LettersHeldError(tuple(held))
        batch = Batch(
            workplace.new_id(),
            at,
            session.officer.id,
            signer,
            tuple(
                Prepared(
                    uid=wish.uid,
                    code=dossier.shown_code,
                    agency=dossier.received.procedure.agency_code,
                    number=next_letter_number(workplace, tx, APOLOGY, at),
                    reason=clean(wish.reason),
                    expected_on=wish.expected_on,
                    due_at=wish.due_at,
                    letters=wish.letters,
                )
                for wish, dossier in sorted(found, key=_order)
            ),
        )
        keep(tx, batch)
        for agency in agencies:  # one, when somebody signs
            keep_signer(tx, agency, signer)
    return batch


def expected_problem(
    reference: Reference, today: date, due_at: datetime | None, day: date | None
) -> Problem | None:
    """Return what is wrong with an expected day: false when past, a doubt on a day off."""
    if day is None:
        return false("late_expected_missing", "/expected_on")
    if day < today:
        return false("late_expected_past", "/expected_on")
    if due_at is not None and day <= vietnam_time(due_at).date():
        return false("late_expected_not_later", "/expected_on")
    if not working_time(reference.calendar, reference.policy.hours).is_working_day(day):
        return doubt("late_day_off", "/expected_on")
    if not reference.calendar.is_approved(day.year):
        return doubt("late_year_estimated", "/expected_on", year=day.year)
    return None


def standing_against(
    workplace: Workplace,
    tx: Transaction,
    uid: str,
    due_at: datetime | None,
    letters: int,
    at: datetime,
) -> tuple[Dossier | None, Problem | None]:
    """Return the dossier as it is now, and why it can't be written to (None: it can).

    It may have been returned meanwhile, wait for the citizen, have another promise, or have had a
    letter from another counter.
    """
    dossier = tx.dossiers.get(uid)
    limits = workplace.reference.policy.limits
    verdict = judge(dossier, Kind.APOLOGY_SENT, at, limits)
    if dossier is None or verdict.problems:
        return dossier, verdict.problems[0] if verdict.problems else None
    if dossier.received.practice:
        return dossier, false("late_practice")
    if dossier.status.stops_clock:
        return dossier, false("late_paused")
    promised = dossier.promise.due_at
    if _minute(promised) != _minute(due_at):
        due = shown_moment(vietnam_time(promised)) if promised else "–"
        return dossier, false("late_due_moved", due=due)
    told = apologies(tx.lives.connection, [uid]).get(uid, ())
    if len(told) > letters:
        return dossier, false("late_letter_elsewhere", number=told[-1].number or "–")
    return dossier, None


def clock_problem(batch: Batch, at: datetime) -> Problem | None:
    """Return what is wrong when the machine's date lies before the one on the letters."""
    now, dated = vietnam_time(at).date(), vietnam_time(batch.at).date()
    if now >= dated:
        return None
    return false("late_clock_back", shown=shown_date(now), dated=shown_date(dated))


def kept(tx: Transaction) -> Batch | None:
    """Return the batch that waits, as this transaction sees it."""
    plain = tx.setup.get(PENDING)
    return None if plain is None else from_plain(Batch, plain)


def keep(tx: Transaction, batch: Batch | None) -> None:
    """Keep a batch in place of the one that waits; None: none waits any more."""
    tx.setup.put(PENDING, to_plain(batch) if batch is not None else None)


def _looked_at(
    workplace: Workplace, tx: Transaction, wishes: Sequence[Wish], at: datetime
) -> tuple[list[tuple[Wish, Dossier]], list[Held]]:
    found: list[tuple[Wish, Dossier]] = []
    held: list[Held] = []
    today = vietnam_time(at).date()
    for wish in {each.uid: each for each in wishes}.values():
        dossier, problem = standing_against(workplace, tx, wish.uid, wish.due_at, wish.letters, at)
        if problem is None and not clean(wish.reason):
            problem = false("step_no_reason", "/reason")
        if problem is None:
            problem = expected_problem(workplace.reference, today, wish.due_at, wish.expected_on)
        if problem is not None and problem.is_false:
            held.append(Held(wish.uid, dossier.shown_code if dossier else wish.uid, problem))
        if dossier is not None:
            found.append((wish, dossier))
    return found, held


def _order(each: tuple[Wish, Dossier]) -> tuple[str, str, str]:
    wish, dossier = each
    due = vietnam_time(wish.due_at).isoformat() if wish.due_at else ""
    return dossier.received.procedure.agency_code, due, dossier.shown_code


def _minute(at: datetime | None) -> datetime | None:
    return to_minute(at) if at is not None else None

"""The letters of a batch are recorded, left out or given up: once, and all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.serials import APOLOGY as PXL
from counter_app.domain.acts.serials import void_letter
from counter_app.domain.acts.steps import ApologySent, Printed, PrintProof
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.errors.keeping.letters import Held, LettersGoneError, LettersHeldError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.services.apologising.batch import (
    Batch,
    Prepared,
    clock_problem,
    keep,
    kept,
    standing_against,
)
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record_all
from counter_app.services.officers.permits import require_kind
from counter_app.services.printing.letters.making import APOLOGY
from counter_app.services.printing.receipt_paper import form_set_of
from counter_app.store.transaction import Transaction

VOID = "apologies_void"
"""Where numbers are kept that stand on letters which were given up."""


@dataclass(frozen=True, slots=True)
class VoidLetter:
    """A number that was taken for a letter which never went out: the book says so."""

    number: str
    code: str
    reason: str
    officer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch, the lines of its dossiers in its order, and what stands against its letters now."""

    batch: Batch
    lines: tuple[DossierLine | None, ...]
    held: tuple[Held, ...]


def record_batch(
    workplace: Workplace,
    session: Session,
    batch: str,
    out: Iterable[str] = (),
    reason: str = "",
) -> tuple[Dossier, ...]:
    """Record the letters of the batch with this id, on the officer's word that they are signed.

    The letters of `out` are left out, their numbers void with the `reason`. All in one transaction,
    and once: with every letter left out the batch is given up. Raises LettersHeldError with what
    stands against each letter (leave those out), LettersGoneError, FalseStepError for letters that
    are left out without a reason, and what `record_all` raises.
    """
    require_kind(workplace, session, Kind.APOLOGY_SENT)

    def make(tx: Transaction, moment: Moment) -> Sequence[tuple[str, Body]]:
        found = _waiting(tx, batch)
        gone = frozenset(out)
        left = replace(found, letters=tuple(each for each in found.letters if each.uid not in gone))
        if len(left.letters) < len(found.letters):
            _void(workplace, tx, session, found, gone, reason, moment)
        if held := against(workplace, tx, left, moment.at):
            raise LettersHeldError(held)
        keep(tx, None)
        return [step for each in left.letters for step in _steps(workplace, tx, left, each)]

    written = record_all(workplace, session, make)
    return tuple({each.uid: each for each in written}.values())


def against(workplace: Workplace, tx: Transaction, batch: Batch, at: datetime) -> tuple[Held, ...]:
    """Return what stands against recording the batch now, of each letter."""
    clock = clock_problem(batch, at)
    held = [Held("", "", clock)] if clock is not None else []
    for each in batch.letters:
        _, problem = standing_against(workplace, tx, each.uid, each.due_at, each.letters, at)
        if problem is not None:
            held.append(Held(each.uid, each.code, problem))
    return tuple(held)


def waiting(workplace: Workplace) -> Waiting | None:
    """Return the batch that waits for its signature with how it stands now; None when none does."""
    with workplace.store.reading() as tx:
        batch = kept(tx)
        if batch is None:
            return None
        lines = tuple(tx.lists.line(each.uid) for each in batch.letters)
        return Waiting(batch, lines, against(workplace, tx, batch, workplace.clock.now().at))


def _void(
    workplace: Workplace,
    tx: Transaction,
    session: Session,
    batch: Batch,
    out: frozenset[str],
    reason: str,
    moment: Moment,
) -> None:
    """Keep the numbers of `out` as void, here with their dossiers and in the journal without.

    The journal goes to the machine that follows: no number of a paper is given there again.
    """
    said = clean(reason)
    if not said:
        raise FalseStepError((false("step_no_reason", "/reason"),), code="")
    void = tuple(
        VoidLetter(each.number, each.code, said, session.officer.id, moment.at)
        for each in batch.letters
        if each.uid in out
    )
    tx.setup.put(VOID, to_plain((*void_letters(tx), *void)))
    year = vietnam_time(batch.at).year
    for each in void:
        if named := void_letter(PXL, each.number, year):
            block, number = named
            tx.journal.append(
                Kind.NUMBER_VOID,
                NumberVoid(block, number, number, said),
                uid=workplace.new_id(),
                author=workplace.author(session),
                occurred_at=moment.at,
                clock_quality=moment.quality,
            )


def give_up(
    workplace: Workplace, tx: Transaction, session: Session, reason: str, moment: Moment
) -> int:
    """Void the numbers of the batch that waits, none of which is recorded; return how many."""
    found = kept(tx)
    if found is None:
        return 0
    _void(workplace, tx, session, found, frozenset(e.uid for e in found.letters), reason, moment)
    keep(tx, None)
    return len(found.letters)


def void_letters(tx: Transaction) -> tuple[VoidLetter, ...]:
    """Return the numbers of letters that were given up here, in the order in which they were."""
    plain = tx.setup.get(VOID)
    return tuple(from_plain(VoidLetter, each) for each in plain) if isinstance(plain, list) else ()


def _waiting(tx: Transaction, batch: str) -> Batch:
    found = kept(tx)
    if found is None or found.id != batch:
        raise LettersGoneError
    return found


def act_of(batch: Batch, letter: Prepared) -> ApologySent:
    """Return the act that a letter becomes: what stands on the paper, word for word."""
    return ApologySent(
        letter.reason,
        batch.signed_by,
        letter.number,
        letter.expected_on,
        dated=vietnam_time(batch.at).date(),
    )


def _steps(
    workplace: Workplace, tx: Transaction, batch: Batch, letter: Prepared
) -> tuple[tuple[str, Body], ...]:
    dossier = tx.dossiers.get(letter.uid)
    assert dossier is not None  # it was just looked at in this transaction
    form_set = form_set_of(workplace, dossier.received.form_set)
    form = form_set.letters.get(APOLOGY)
    copies = len(form.copies) if form and form.copies else 1
    out = Printed(APOLOGY, form_set.id, copies, PrintProof.OFFICER)
    return (letter.uid, act_of(batch, letter)), (letter.uid, out)

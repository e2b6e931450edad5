"""Settle what the server said of an act: correct and resend, choose, take another number, give up.

Each is one transaction: the act that wasn't taken is superseded, a new entry stands in its place,
and what stood behind it goes out again. Both stay in the journal.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from counter_app.domain.acts.audit import FlagsReviewed
from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.steps import Corrected, Dropped
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.code import (
    official_code,
    provisional_code,
    provisional_floor,
)
from counter_app.domain.dossiers.correction import corrected
from counter_app.domain.errors.work import AnswerOpenError, AnswerSettledError, FalseStepError
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.problems import false
from counter_app.domain.settling.leaves import Path, with_leaves
from counter_app.domain.settling.three_ways import Choice, merged
from counter_app.domain.text import clean
from counter_app.services.answers.answered import (
    Answered,
    Way,
    answered_within,
    their_values,
)
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.store.transaction import Transaction


def resend(workplace: Workplace, session: Session, uid: str, edits: Mapping[Path, str]) -> Recorded:
    """Write the act anew with `edits`, texts by their path as in `Leaf`, in the old one's place.

    Raises AnswerSettledError, AnswerOpenError for a text that can't be, NotPermittedError.
    """
    with workplace.store.writing() as tx:
        found = _open(tx, uid, Way.MEND)
        try:
            body = with_leaves(found.body, {path: clean(text) for path, text in edits.items()})
        except ValueError as error:
            raise AnswerOpenError(field=str(error)) from error
        return _replace(workplace, session, tx, found, body)


def choose(
    workplace: Workplace, session: Session, uid: str, choices: Mapping[Path, Choice]
) -> Recorded:
    """Write a correction of what stands at the server now, by the choices; or give it up.

    Nothing of ours kept is an act, too: a `Dropped` entry says so. Raises AnswerSettledError,
    AnswerOpenError while a field has no choice, NotPermittedError.
    """
    with workplace.store.writing() as tx:
        found = _open(tx, uid, Way.CHOOSE)
        assert isinstance(found.body, Corrected)
        theirs = their_values(found.body, found.said, found.dossier)
        changes = []
        for place, change in enumerate(found.body.changes):
            try:
                kept = merged(change, theirs[place], choices) if place in theirs else change
            except KeyError as error:
                raise AnswerOpenError(field="/".join(error.args[0])) from error
            if kept is not None:
                changes.append(kept)
        if not changes:
            body: Body = Dropped("", Kind.CORRECTED.value)
        else:
            body = Corrected(found.body.reason, tuple(changes))
            if found.dossier is not None:
                _check(found.dossier.received, body)
        return _replace(workplace, session, tx, found, body)


def renumber(workplace: Workplace, session: Session, uid: str) -> Recorded:
    """Write a reception, or its official number, anew with the next granted number.

    Without a number left a reception becomes provisional, as a new one would. The paper must be
    printed again. Raises AnswerSettledError, AnswerOpenError without a number, NotPermittedError.
    """
    place = workplace.enrolment
    with workplace.store.writing() as tx:
        found = _open(tx, uid, Way.RENUMBER)
        moment = workplace.moment(tx)
        day = vietnam_time(moment.at).date()
        taken = tx.numbers.take(place.centre, day, book=place.counter, year=day.year)
        body = found.body
        assert isinstance(body, Received | Numbered)
        if taken is not None:
            code = official_code(taken.block.agency, day, taken.number, taken.block.width)
            body = dataclasses.replace(
                body,
                code=code,
                block=taken.block.id,
                book=place.counter,
                book_year=day.year,
                serial=taken.serial,
            )
            if isinstance(body, Received):
                body = dataclasses.replace(body, provisional=False)
        elif isinstance(body, Received):
            floor = provisional_floor(len(tx.journal.chains()), place.epoch, moment.at)
            number = tx.numbers.next_provisional(place.device, day, floor)
            code = provisional_code(place.device, day, number)
            body = dataclasses.replace(
                body, code=code, provisional=True, block="", book="", book_year=0, serial=0
            )
        else:
            raise AnswerOpenError(field=NO_NUMBER)
        return _replace(workplace, session, tx, found, body)


NO_NUMBER = "máy chưa có số nào của hôm nay"
"""Why a number can't be given: a sentence's part."""


def drop(workplace: Workplace, session: Session, uid: str, reason: str) -> Recorded:
    """Give the act up, with the reason: a `Dropped` entry stands in its place.

    Raises FalseStepError without a reason, AnswerSettledError, NotPermittedError.
    """
    said = clean(reason)
    if not said:
        raise FalseStepError((false("step_no_reason", "/reason"),), code="")
    with workplace.store.writing() as tx:
        found = _open(tx, uid, Way.DROP)
        body = Dropped(said, found.entry.kind.value)
        return _replace(workplace, session, tx, found, body)


def review(workplace: Workplace, session: Session, uid: str, note: str) -> Recorded:
    """Note that a supervisor looked at what the server marked, and what was found.

    Raises FalseStepError without a note, AnswerSettledError when somebody was quicker,
    NotPermittedError for who is no supervisor.
    """
    said = clean(note)
    if not said:
        raise FalseStepError((false("step_no_reason", "/note"),), code="")
    require_kind(workplace, session, Kind.FLAGS_REVIEWED)
    with workplace.store.writing() as tx:
        found = _open(tx, uid, Way.REVIEW)
        moment = workplace.moment(tx)
        return tx.journal.append(
            Kind.FLAGS_REVIEWED,
            FlagsReviewed(uid, found.flags, said, found.code),
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )


def _open(tx: Transaction, uid: str, way: Way) -> Answered:
    found = answered_within(tx, uid)
    if way not in found.ways:
        raise AnswerSettledError
    return found


def _check(received: Received, body: Corrected) -> None:
    """Raise AnswerOpenError when a merged value is none that a registration can have."""
    for change in body.changes:
        if corrected(received, (change,)) == received and change.before != change.after:
            raise AnswerOpenError(field=change.pointer.removeprefix("/"))


def _replace(
    workplace: Workplace, session: Session, tx: Transaction, found: Answered, body: Body
) -> Recorded:
    old = found.entry
    kind = KINDS[type(body)]
    require_kind(workplace, session, old.kind)  # who may do it may also correct it
    queued = tx.deliveries.of(old.uid)
    assert queued is not None
    moment = workplace.moment(tx)
    superseded = Outcome(State.SUPERSEDED, 0, queued.flags)
    tx.deliveries.answered(old.uid, superseded, queued.receipt, queued.problem)
    if queued.dossier is not None:
        tx.deliveries.let_go(queued.dossier)
    return tx.journal.append(
        kind,
        body,
        uid=workplace.new_id(),
        dossier=old.dossier or queued.dossier,
        code=old.code,
        author=workplace.author(session),
        occurred_at=moment.at,
        clock_quality=moment.quality,
        supersedes=old,
    )

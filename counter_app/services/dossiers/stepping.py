"""Record a step of a dossier: judge it, ask for the breach's reason, write it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.steps import DueExtended, SupplementRequested
from counter_app.domain.dossiers.code import CodeKind, find_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors.keeping.training import PracticeCodeError
from counter_app.domain.errors.work import (
    BreachUnconfirmedError,
    CodeUnreadableError,
    DossierUnknownError,
    FalseStepError,
    ForeignCodeError,
)
from counter_app.domain.problems import Problem
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.store.transaction import Transaction


def find(workplace: Workplace, text: str) -> Dossier:
    """Return the dossier that a scan or typed `text` names by either of its codes.

    Raises CodeUnreadableError, PracticeCodeError (of a practice paper, at a real counter),
    ForeignCodeError (issued by another office) or DossierUnknownError.
    """
    code = find_code(text)
    if code is None:
        raise CodeUnreadableError(text=text[:40])
    with workplace.store.reading() as tx:
        dossier = tx.dossiers.by_code(code.text)
    if dossier is not None:
        return dossier
    if code.kind is CodeKind.PRACTICE and not workplace.enrolment.practice:
        raise PracticeCodeError(code=code.text)
    ours = {workplace.enrolment.centre, f"HG{workplace.enrolment.device}"}
    if code.agency not in ours and not code.agency.startswith("HG"):
        raise ForeignCodeError(code=code.text, agency=code.agency)
    raise DossierUnknownError(code=code.text)


def known(workplace: Workplace, uid: str) -> bool:
    """Tell whether the dossier `uid` was written here."""
    with workplace.store.reading() as tx:
        return tx.dossiers.get(uid) is not None


def record(
    workplace: Workplace,
    session: Session,
    dossier_uid: str,
    body: Body,
    breaches: Iterable[Breach] = (),
    *,
    look: Callable[[Dossier], tuple[Problem, ...]] = lambda _: (),
) -> Dossier:
    """Write one step and return the dossier after it.

    `look` says what else stands against it, of the dossier as it is in the same transaction.
    Raises NotPermittedError when the officer's roles don't allow it, FalseStepError when the step
    would be false, BreachUnconfirmedError when it breaks a limit that `breaches` don't explain;
    then nothing was written.
    """
    with workplace.store.writing() as tx:
        return record_within(workplace, session, tx, dossier_uid, body, tuple(breaches), look)


def record_all(
    workplace: Workplace,
    session: Session,
    make: Callable[[Transaction, Moment], Sequence[tuple[str, Body]]],
) -> tuple[Dossier, ...]:
    """Write one step of each of several dossiers, all or none, and return them after it.

    `make` gives pairs of uid and act, inside the same transaction: a number that they share is
    taken there. Raises as `record`; the fact `code` names the dossier that stood against it.
    """
    with workplace.store.writing() as tx:
        steps = make(tx, workplace.moment(tx))
        return tuple(record_within(workplace, session, tx, uid, body) for uid, body in steps)


def record_within(
    workplace: Workplace,
    session: Session,
    tx: Transaction,
    dossier_uid: str,
    body: Body,
    breaches: tuple[Breach, ...] = (),
    look: Callable[[Dossier], tuple[Problem, ...]] = lambda _: (),
) -> Dossier:
    """Do what `record` does inside the caller's transaction: for an act that bears a number."""
    kind = KINDS[type(body)]
    require_kind(workplace, session, kind)
    explained = {breach.code: breach for breach in breaches}
    moment = workplace.moment(tx)
    dossier = _dossier(tx, dossier_uid)
    verdict = judge(
        dossier,
        kind,
        moment.at,
        workplace.reference.policy.limits,
        immediate_result=_is_immediate(workplace, dossier),
        body=body,
    )
    if problems := (*verdict.problems, *look(dossier)):
        raise FalseStepError(problems, code=dossier.shown_code)
    unexplained = tuple(code for code in verdict.breaches if code not in explained)
    if unexplained:
        raise BreachUnconfirmedError(unexplained, code=dossier.shown_code)
    if verdict.breaches:
        found = tuple(explained[code] for code in verdict.breaches)
        body = _with_breaches(body, found)
    tx.journal.append(
        kind,
        body,
        uid=workplace.new_id(),
        dossier=dossier_uid,
        author=workplace.author(session),
        occurred_at=moment.at,
        clock_quality=moment.quality,
    )
    return _dossier(tx, dossier_uid)


def _with_breaches(body: Body, found: tuple[Breach, ...]) -> Body:
    if isinstance(body, SupplementRequested | DueExtended):
        return dataclasses.replace(body, breaches=found)
    return body


def _dossier(tx: Transaction, uid: str) -> Dossier:
    dossier = tx.dossiers.get(uid)
    if dossier is None:
        raise DossierUnknownError(code=uid)
    return dossier


def _is_immediate(workplace: Workplace, dossier: Dossier) -> bool:
    reference = dossier.received.procedure
    procedure = workplace.reference.procedures.with_version(reference.code, reference.version)
    return procedure is not None and procedure.immediate_result

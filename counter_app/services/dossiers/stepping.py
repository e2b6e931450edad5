"""Record a step of a dossier: judge it, ask for the breach's reason, write it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.steps import DueExtended, SupplementRequested
from counter_app.domain.dossiers.code import find_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors.work import (
    BreachUnconfirmedError,
    CodeUnreadableError,
    DossierUnknownError,
    FalseStepError,
    ForeignCodeError,
)
from counter_app.domain.problems import Problem
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.store.transaction import Transaction


def find(workplace: Workplace, text: str) -> Dossier:
    """Return the dossier that a scan or typed `text` names by either of its codes.

    Raises CodeUnreadableError, ForeignCodeError (issued by another office) or DossierUnknownError.
    """
    code = find_code(text)
    if code is None:
        raise CodeUnreadableError(text=text[:40])
    with workplace.store.reading() as tx:
        dossier = tx.dossiers.by_code(code.text)
    if dossier is not None:
        return dossier
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
    Raises FalseStepError when the step would be false, BreachUnconfirmedError when it breaks a
    limit that `breaches` don't explain; then nothing was written.
    """
    kind = KINDS[type(body)]
    explained = {breach.code: breach for breach in breaches}
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        dossier = _dossier(tx, dossier_uid)
        verdict = judge(
            dossier,
            kind,
            moment.at,
            workplace.reference.policy.limits,
            immediate_result=_is_immediate(workplace, dossier),
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

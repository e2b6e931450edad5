"""Which steps would be false, and which only break a limit.

A false step (returning what was never received) is a `Problem` and isn't recorded. A broken limit
(a second supplement) is recorded all the same, with reason and supervisor: else officers go back to
paper, the very fault that the provinces describe (DOMAIN §4, §11).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.acts.files import ScanRemoved
from counter_app.domain.acts.kinds import AUDIT_LANE, Body, Kind
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import HandedOver, Reopened
from counter_app.domain.dates import shown_moment, to_minute
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.problems import Problem, false

_AT_WORK = frozenset(
    {Status.RECEIVED, Status.IN_PROGRESS, Status.WAITING_SUPPLEMENT, Status.WAITING_PAYMENT}
)
_OPEN = _AT_WORK | {Status.STOPPED, Status.FINISHED}

_ALLOWED: dict[Kind, frozenset[Status]] = {
    Kind.SUPPLEMENT_REQUESTED: _AT_WORK | {Status.NEW},
    Kind.REFUSED: frozenset({Status.NEW, Status.RECEIVED, Status.WAITING_SUPPLEMENT}),
    Kind.WITHDRAWN: _OPEN | {Status.NEW},
    Kind.STOPPED: _AT_WORK,
    Kind.REOPENED: frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED, Status.RETURNED}),
    Kind.ORIGINALS_COMPARED: _OPEN | {Status.NEW},
    Kind.HANDED_OVER: _OPEN,
    Kind.WORK_STARTED: _AT_WORK,
    Kind.PAYMENT_DEMANDED: _AT_WORK,
    Kind.RESULT_TAKEN_IN: _OPEN,
    Kind.FINISHED: _AT_WORK | {Status.FINISHED},
    Kind.RETURNED: frozenset({Status.FINISHED}),
    Kind.DUE_EXTENDED: _AT_WORK,
    Kind.DUE_MOVED: _AT_WORK,
    Kind.APOLOGY_SENT: _OPEN,
}
"""Kinds that aren't listed (printed, told, complained, scanned …) are true in every status."""

_AFTER_RECEPTION = frozenset(
    {
        Kind.NUMBERED,
        Kind.STOPPED,
        Kind.HANDED_OVER,
        Kind.WORK_STARTED,
        Kind.PAYMENT_DEMANDED,
        Kind.RESULT_TAKEN_IN,
        Kind.FINISHED,
        Kind.RETURNED,
        Kind.DUE_EXTENDED,
        Kind.DUE_MOVED,
        Kind.APOLOGY_SENT,
    }
)
"""Kinds that are false of what came online or by post while no counter has received it."""


@dataclass(frozen=True, slots=True)
class LimitPolicy:
    """Limits that count as breaches when broken: data of the province."""

    supplements: int = 1
    extensions: int = 1
    extension_notice_days: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is false about a step, and the codes of the limits that it breaks."""

    problems: tuple[Problem, ...] = ()
    breaches: tuple[str, ...] = ()


def judge(
    dossier: Dossier | None,
    kind: Kind,
    now: datetime,
    policy: LimitPolicy | None = None,
    *,
    immediate_result: bool = False,
    body: Body | None = None,
) -> Verdict:
    """Return whether a step of `kind` would be false at `now`, and which limits it breaks.

    `immediate_result`: the procedure hands its result over at once, so that it may be returned
    without having been taken in. `body`: the act itself, when it is at hand; without it only the
    kind is judged (is there any payment to cancel?).
    """
    policy = policy or LimitPolicy()
    if kind in AUDIT_LANE:
        return Verdict()
    if dossier is None:
        born = kind in (Kind.RECEIVED, Kind.SUBMITTED)
        return Verdict() if born else Verdict((false("step_unknown_dossier"),))
    problem = (
        _false_birth(dossier, kind)
        or _false_status(dossier, kind, immediate_result=immediate_result)
        or _false_body(dossier, kind, body)
        or false_moment(dossier, body, now)
    )
    if problem is not None:
        return Verdict((problem,))
    return Verdict(breaches=_broken(dossier, kind, now, policy))


def possible(dossier: Dossier, now: datetime) -> frozenset[Kind]:
    """Return the kinds of step that would not be false now."""
    return frozenset(kind for kind in Kind if not judge(dossier, kind, now).problems)


def _false_birth(dossier: Dossier, kind: Kind) -> Problem | None:
    if kind is Kind.SUBMITTED:
        return false("step_already_submitted")
    if kind is Kind.RECEIVED:
        if not dossier.awaits_reception:
            return false("step_already_received")
        return _impossible(dossier, kind) if dossier.status.is_closed else None
    if kind is Kind.NUMBERED and dossier.code:
        return false("step_already_numbered")
    return None


def _false_status(dossier: Dossier, kind: Kind, *, immediate_result: bool) -> Problem | None:
    if dossier.awaits_reception and kind in _AFTER_RECEPTION:
        return _impossible(dossier, kind)
    if kind is Kind.SUPPLEMENT_RECEIVED:
        waits = (dossier.status, *dossier.waits) if dossier.status.stops_clock else ()
        return None if Status.WAITING_SUPPLEMENT in waits else _impossible(dossier, kind)
    allowed = _ALLOWED.get(kind)
    if kind is Kind.RETURNED and immediate_result and dossier.status in _AT_WORK:
        allowed = None
    if allowed is None or dossier.status in allowed:
        return None
    return _impossible(dossier, kind)


def _false_body(dossier: Dossier, kind: Kind, body: Body | None) -> Problem | None:
    """Judge what an act refers to: a payment, a file, a supervisor."""
    match body:
        case PaymentCancelled():
            payment = dossier.payment(body.paid)
            if payment is None:
                return false("payment_unknown")
            if payment.is_cancelled:
                return false("payment_already_cancelled")
            return None if body.lines == payment.lines else false("payment_lines_differ")
        case ReceiptLinked():
            return None if dossier.payment(body.paid) else false("payment_unknown")
        case ScanRemoved():
            known = {(each.sha256, each.paper) for each in dossier.scans}
            return None if (body.sha256, body.paper) in known else false("scan_unknown")
        case Reopened():
            return None if body.supervisor.strip() else false("reopened_no_supervisor")
    stands = any(not each.is_cancelled for each in dossier.payments)
    nothing_there = {
        Kind.PAYMENT_CANCELLED: not stands,
        Kind.RECEIPT_LINKED: not dossier.payments,
        Kind.SCAN_REMOVED: not dossier.scans,
    }
    return _impossible(dossier, kind) if nothing_there.get(kind) else None


def false_moment(dossier: Dossier, body: Body | None, now: datetime) -> Problem | None:
    """Judge the moment that an officer gives an act which is written down later (ghi sau)."""
    if not isinstance(body, HandedOver | ResultTakenIn | Returned) or body.done_at is None:
        return None
    return false_done_at(dossier, body.done_at, now)


def false_done_at(dossier: Dossier, done_at: datetime, now: datetime) -> Problem | None:
    """Return what is false about the moment of an act: it isn't yet, or was no dossier then."""
    if done_at > now:
        return false("done_later", "/done_at")
    if done_at < to_minute(dossier.received.received_at):
        at = shown_moment(dossier.received.received_at)
        return false("done_before_reception", "/done_at", at=at)
    return None


def _impossible(dossier: Dossier, kind: Kind) -> Problem:
    return false(f"step_{kind.value}_impossible", status=str(int(dossier.status)))


def _broken(dossier: Dossier, kind: Kind, now: datetime, policy: LimitPolicy) -> tuple[str, ...]:
    broken = []
    if kind is Kind.SUPPLEMENT_REQUESTED and len(dossier.supplements) >= policy.supplements:
        broken.append("supplement_again")
    if kind is Kind.DUE_EXTENDED:
        if dossier.extensions >= policy.extensions:
            broken.append("extension_again")
        due = dossier.promise.due_at
        if due is not None and now > due - timedelta(days=policy.extension_notice_days):
            broken.append("extension_late")
    return tuple(broken)

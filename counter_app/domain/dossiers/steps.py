"""Which steps would be false, and which only break a limit.

A false step (returning what was never received) is a `Problem` and isn't recorded. A broken limit
(a second supplement) is recorded all the same, with reason and supervisor: else officers go back to
paper, the very fault that the provinces describe (DOMAIN §4, §11).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.acts.kinds import AUDIT_LANE, Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.problems import Problem, false

_OPEN = frozenset(
    {
        Status.RECEIVED,
        Status.IN_PROGRESS,
        Status.WAITING_SUPPLEMENT,
        Status.WAITING_PAYMENT,
        Status.STOPPED,
        Status.FINISHED,
    }
)
_AT_WORK = frozenset(
    {Status.RECEIVED, Status.IN_PROGRESS, Status.WAITING_SUPPLEMENT, Status.WAITING_PAYMENT}
)

_ALLOWED: dict[Kind, frozenset[Status]] = {
    Kind.SUPPLEMENT_REQUESTED: _AT_WORK,
    Kind.SUPPLEMENT_RECEIVED: frozenset({Status.WAITING_SUPPLEMENT}),
    Kind.REFUSED: frozenset({Status.RECEIVED, Status.WAITING_SUPPLEMENT}),
    Kind.WITHDRAWN: _OPEN,
    Kind.STOPPED: _AT_WORK,
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
"""Kinds that aren't listed (printed, told, corrected, rated, paid) are true in every status."""


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
) -> Verdict:
    """Return whether a step of `kind` would be false at `now`, and which limits it breaks.

    `immediate_result`: the procedure hands its result over at once, so that it may be returned
    without having been taken in.
    """
    policy = policy or LimitPolicy()
    if kind in AUDIT_LANE:
        return Verdict()
    if kind is Kind.RECEIVED:
        return Verdict((false("step_already_received"),)) if dossier else Verdict()
    if dossier is None:
        return Verdict((false("step_unknown_dossier"),))
    if kind is Kind.NUMBERED:
        return Verdict((false("step_already_numbered"),)) if dossier.code else Verdict()
    allowed = _ALLOWED.get(kind)
    if kind is Kind.RETURNED and immediate_result and dossier.status in _AT_WORK:
        allowed = None
    if allowed is not None and dossier.status not in allowed:
        fact = str(int(dossier.status))
        return Verdict((false(f"step_{kind.value}_impossible", status=fact),))
    return Verdict(breaches=_broken(dossier, kind, now, policy))


def possible(dossier: Dossier, now: datetime) -> frozenset[Kind]:
    """Return the kinds of step that would not be false now."""
    return frozenset(kind for kind in Kind if not judge(dossier, kind, now).problems)


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

"""The promise of a dossier whose clock stood still and goes on now (chờ bổ sung, chờ nộp tiền)."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from decimal import Decimal

from counter_app.domain.acts.received import Promise
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.pauses import resumed_due
from counter_app.domain.deadlines.policy import AfterPause, Pause
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.counter.reference import Reference


def resumed_promise(
    reference: Reference, dossier: Dossier, now: datetime, pause: Pause = Pause.SUPPLEMENT
) -> Promise:
    """Return the promised time when the clock goes on at `now`; what it was when it never stood.

    The policy says whether the limit starts again or the paused time is added. A promise that an
    officer set by hand, or whose limit has no unit, gets the days of the pause: nothing else can
    be computed from it. Where papers and money were waited for at once, the days until the first
    of them came are in the promise already and count once.
    """
    before = dossier.promise
    paused_at = dossier.pause_counted_to or dossier.paused_at
    if before.due_at is None or paused_at is None:
        return before
    limit, policy = dossier.received.limit, reference.policy
    rules = policy.deadlines
    by_hand = before.rule == "hand"
    if by_hand or limit.problems() or limit.unit is LimitUnit.NONE:
        limit = Limit(LimitUnit.CALENDAR_DAY, Decimal(0))
        rules = dataclasses.replace(rules, supplement=AfterPause.ADD, financial_duty=AfterPause.ADD)
    named = dossier.received.procedure
    procedure = reference.procedures.with_version(named.code, named.version)
    found = resumed_due(
        Due(before.due_at, before.rule, before.calendar_version),
        paused_at,
        max(now, paused_at),  # another counter's clock may be ahead by minutes
        limit,
        reference.calendar,
        policy.hours,
        rules,
        pause=pause,
        after_15h_next_day=procedure is not None and procedure.after_15h_next_day,
    )
    if isinstance(found, tuple):  # a limit is checked when a dossier is received
        return before
    return Promise(
        found.at,
        before.rule if by_hand else found.rule,  # it stays so through a second pause
        found.calendar_version,
        approved=found.approved,
        estimate=before.estimate,
        reason=before.reason,
    )


def restarts(reference: Reference, pause: Pause = Pause.SUPPLEMENT) -> bool:
    """Return whether the whole limit begins anew after such a pause, by this province's policy."""
    return reference.policy.deadlines.after(pause) is AfterPause.RESTART

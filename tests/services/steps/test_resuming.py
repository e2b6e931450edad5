from __future__ import annotations

import dataclasses
from datetime import timedelta

from counter_app.domain.acts.received import Promise
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.policy import Pause
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.services.steps.resuming import restarts, resumed_promise
from tests.made import NOON, received, uid
from tests.services.conftest import Counter


def paused(**changes: object) -> Dossier:
    body = received(**changes)
    return Dossier(
        uid(1),
        body.code,
        "",
        Status.WAITING_SUPPLEMENT,
        body,
        body.promise,
        paused_at=NOON + timedelta(days=3),
    )


def test_the_limit_starts_again(counter: Counter) -> None:
    reference, now = counter.workplace.reference, NOON + timedelta(days=10)
    promise = resumed_promise(reference, paused(), now)
    assert promise.due_at is not None
    assert promise.due_at > now
    assert promise.rule == "working_day:3;restart"
    assert restarts(reference)
    assert not restarts(reference, Pause.FINANCIAL_DUTY)


def test_money_adds_the_paused_time(counter: Counter) -> None:
    promise = resumed_promise(
        counter.workplace.reference, paused(), NOON + timedelta(days=10), Pause.FINANCIAL_DUTY
    )
    assert promise.rule == "working_day:3;add"


def test_a_promise_by_hand_gets_the_days_of_the_pause(counter: Counter) -> None:
    by_hand = Promise(NOON + timedelta(days=6), "hand", "2026.1", reason="chờ họp", estimate=True)
    dossier = paused(promise=by_hand, limit=Limit(LimitUnit.UNKNOWN, text="15"))
    promise = resumed_promise(counter.workplace.reference, dossier, NOON + timedelta(days=10))
    assert promise.due_at is not None
    assert promise.due_at.date() == (NOON + timedelta(days=13)).date()
    assert promise.reason == "chờ họp"
    assert promise.estimate


def test_what_never_stood_still_keeps_its_promise(counter: Counter) -> None:
    dossier = dataclasses.replace(paused(), paused_at=None)
    promise = resumed_promise(counter.workplace.reference, dossier, NOON + timedelta(days=10))
    assert promise == dossier.promise
    ahead = resumed_promise(counter.workplace.reference, paused(), NOON)
    assert ahead.due_at is not None, "another counter's clock was ahead"

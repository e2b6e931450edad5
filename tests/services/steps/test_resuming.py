from __future__ import annotations

import dataclasses
from datetime import timedelta
from decimal import Decimal

from counter_app.domain.acts.decisions import PaymentDemanded
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.steps import Paid, SupplementReceived, SupplementRequested
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.policy import AfterPause, Pause
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.services.steps.resuming import restarts, resumed_promise
from tests.made import NOON, Life, received, uid
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
    assert promise.rule == "hand"  # so that a second pause can't begin a whole limit either
    assert promise.estimate


def test_what_never_stood_still_keeps_its_promise(counter: Counter) -> None:
    dossier = dataclasses.replace(paused(), paused_at=None)
    promise = resumed_promise(counter.workplace.reference, dossier, NOON + timedelta(days=10))
    assert promise == dossier.promise
    ahead = resumed_promise(counter.workplace.reference, paused(), NOON)
    assert ahead.due_at is not None, "another counter's clock was ahead"


def test_two_waits_at_once_count_each_day_once(counter: Counter) -> None:
    add = dataclasses.replace(
        counter.workplace.reference.policy.deadlines, supplement=AfterPause.ADD
    )
    reference = dataclasses.replace(
        counter.workplace.reference,
        policy=dataclasses.replace(counter.workplace.reference.policy, deadlines=add),
    )
    life = Life()
    limit = Limit(LimitUnit.CALENDAR_DAY, Decimal(30))
    promise = Promise(NOON + timedelta(days=30), "calendar_day:30", "2026.1")
    life.does(received(limit=limit, promise=promise))
    fee = FeeLine("Phí", FeeKind.FEE, 1000)
    life.at = NOON + timedelta(days=3)
    life.does(PaymentDemanded((fee,)))
    life.does(SupplementRequested(()))
    life.at = NOON + timedelta(days=5)
    life.does(SupplementReceived((), resumed_promise(reference, folded(life), life.at)))
    waiting = folded(life)
    assert waiting.status is Status.WAITING_PAYMENT
    life.at = NOON + timedelta(days=8)
    money = resumed_promise(reference, waiting, life.at, Pause.FINANCIAL_DUTY)
    assert money.due_at is not None
    assert money.due_at.date() == (NOON + timedelta(days=35)).date()
    life.does(Paid((fee,), promise=money))
    assert folded(life).paused_at is None
    assert folded(life).pause_counted_to is None


def folded(life: Life) -> Dossier:
    dossier = fold(life.entries, {})
    assert dossier is not None
    return dossier

"""Any steps in any order: what `judge` lets through, against a model that knows nothing of `fold`.

The model keeps a status, a set of waits, a stack of closings, the promise and the money, and says
of each step by itself whether it would be false. The real side seals entries, judges and folds.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.domain.acts.decisions import Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    Complained,
    ContactWay,
    DueExtended,
    HandedOver,
    Paid,
    PaymentPart,
    Receipt,
    Refused,
    Reopened,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Told,
    Withdrawn,
)
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from tests.made import NOON, Life, person, received, submission

NEW, RECEIVED, REFUSED, WORK, PAPERS, MONEY, WITHDRAWN, STOPPED, DONE, RETURNED = range(1, 11)
AT_WORK = {RECEIVED, WORK, PAPERS, MONEY}
OPEN = AT_WORK | {STOPPED, DONE}
FEE = FeeLine("Phí", FeeKind.FEE, 1000)


class Model:
    """A dossier in a few plain fields. Each act returns whether it is true, and then happens."""

    def __init__(self, *, online: bool, promise: Promise) -> None:
        self.online = online  # and not received yet
        self.status = NEW if online else RECEIVED
        self.before_waits = self.status
        self.waits: list[int] = []
        self.since: datetime | None = None
        self.closed: list[tuple[int, datetime | None]] = []
        self.promise = promise
        self.owed = 1000
        self.payments: dict[str, int] = {}

    def receives(self, promise: Promise) -> bool:
        if not self.online or self.status in (REFUSED, WITHDRAWN):
            return False
        self.online, self.promise = False, promise
        return self.goes(RECEIVED)

    def goes(self, status: int) -> bool:
        self.status, self.waits, self.since = status, [], None
        return True

    def asks(self, what: int, at: datetime) -> bool:
        if self.status not in AT_WORK | {NEW} or (self.online and what == MONEY):
            return False
        if not self.waits:
            self.before_waits, self.since = self.status, at
        self.waits = [each for each in self.waits if each != what] + [what]
        self.status = what
        return True

    def gets(self, what: int) -> None:
        if what in self.waits:
            self.waits.remove(what)
            self.looks_again()

    def looks_again(self) -> None:
        if self.status in (PAPERS, MONEY):
            self.status = self.waits[-1] if self.waits else self.before_waits
            self.since = self.since if self.waits else None

    def supplies(self, promise: Promise) -> bool:
        if self.status not in (PAPERS, MONEY) or PAPERS not in self.waits:
            return False
        self.promise = promise
        self.gets(PAPERS)
        return True

    def closes(self, status: int, at: datetime, *, allowed: set[int]) -> bool:
        if self.status not in allowed or (self.online and status in (STOPPED, RETURNED)):
            return False
        self.closed.append((self.status, self.since))
        self.status = status
        if status == STOPPED:
            self.since = self.since or at
        return True

    def reopens(self) -> bool:
        if self.status not in (REFUSED, WITHDRAWN, STOPPED, RETURNED):
            return False
        self.status, self.since = self.closed.pop()
        self.looks_again()
        return True

    def is_done(self, allowed: set[int]) -> bool:
        if self.online or self.status not in allowed:
            return False
        self.closed = []
        return self.goes(DONE)


class LifeMachine(RuleBasedStateMachine):
    """Does the same to both, and says when they differ."""

    @initialize(online=st.booleans())
    def born(self, online: bool) -> None:
        self.life = Life()
        self.days = 0
        self.seen: Dossier | None = None
        self.seen_after = 0
        first = received(fees=(FEE,))
        body = submission(fees=(FEE,)) if online else first
        self.life.does(body)
        self.model = Model(
            online=online,
            promise=body.wished.promise if online else first.promise,  # type: ignore[union-attr]
        )

    @property
    def dossier(self) -> Dossier:
        found = self.seen if self.seen_after == len(self.life.entries) else None
        found = found or fold(self.life.entries, {})
        assert found is not None
        self.seen, self.seen_after = found, len(self.life.entries)
        return found

    def does(self, body: Body, *, is_true: bool = True) -> None:
        found = judge(self.dossier, KINDS[type(body)], self.life.at, body=body)
        assert (found.problems == ()) is is_true, (body, found.problems, self.model.status)
        if is_true:
            self.life.does(body)

    def promise(self) -> Promise:
        self.days += 1
        return Promise(NOON + timedelta(days=self.days), "working_day:3", "2026.1")

    @rule()
    def receive(self) -> None:
        promise = self.promise()
        self.does(received(promise=promise, fees=(FEE,)), is_true=self.model.receives(promise))

    @rule()
    def ask_for_papers(self) -> None:
        self.does(SupplementRequested(()), is_true=self.model.asks(PAPERS, self.life.at))

    @rule()
    def demand_money(self) -> None:
        is_true = self.model.asks(MONEY, self.life.at)
        self.model.owed += 1000 if is_true else 0
        self.does(PaymentDemanded((FEE,)), is_true=is_true)

    @rule()
    def get_papers(self) -> None:
        promise = self.promise()
        self.does(SupplementReceived((), promise), is_true=self.model.supplies(promise))

    @rule(part=st.sampled_from(PaymentPart))
    def pay(self, part: PaymentPart) -> None:
        self.does(Paid((FEE,), part=part))
        self.model.payments[self.life.entries[-1].entry.uid] = 1000
        if part is not PaymentPart.ADVANCE:
            self.model.gets(MONEY)

    @precondition(lambda self: self.model.payments)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        uid = data.draw(st.sampled_from(sorted(self.model.payments)))
        self.does(PaymentCancelled(uid, (FEE,), "x"), is_true=self.model.payments[uid] > 0)
        self.model.payments[uid] = 0
        self.does(ReceiptLinked(uid, Receipt("AB", "1")))

    @rule(back=st.booleans())
    def hand_over(self, back: bool) -> None:
        model = self.model
        is_true = model.status in OPEN and not model.online
        if is_true and not back:
            model.status = WORK if model.status == RECEIVED else model.status
            if model.before_waits == RECEIVED:
                model.before_waits = WORK
        self.does(HandedOver("Phòng", back=back), is_true=is_true)

    @rule(moved=st.booleans())
    def start_work(self, moved: bool) -> None:
        promise = self.promise() if moved else None
        is_true = self.model.status in AT_WORK and not self.model.online
        if is_true:
            self.model.goes(WORK)
            self.model.promise = promise or self.model.promise
        self.does(WorkStarted("Phòng", promise=promise), is_true=is_true)

    @rule()
    def extend(self) -> None:
        promise = self.promise()
        is_true = self.model.status in AT_WORK and not self.model.online
        self.model.promise = promise if is_true else self.model.promise
        self.does(DueExtended(promise, "x", "y"), is_true=is_true)

    @rule(body=st.sampled_from([Refused("x"), Withdrawn("x"), Stopped("x")]))
    def close(self, body: Body) -> None:
        status, allowed = {
            Refused: (REFUSED, {NEW, RECEIVED, PAPERS}),
            Withdrawn: (WITHDRAWN, OPEN | {NEW}),
            Stopped: (STOPPED, AT_WORK),
        }[type(body)]
        self.does(body, is_true=self.model.closes(status, self.life.at, allowed=allowed))

    @rule()
    def reopen(self) -> None:
        self.does(Reopened("x", "cb-09"), is_true=self.model.reopens())

    @rule(what=st.sampled_from(["tell", "complain", "finish", "take in", "hand back"]))
    def end(self, what: str) -> None:
        """Ends, and what is always true, share a rule: else most lives are over too soon."""
        model, at = self.model, self.life.at
        match what:
            case "finish":
                self.does(Finished(()), is_true=model.is_done(AT_WORK | {DONE}))
            case "take in":
                self.does(ResultTakenIn(()), is_true=model.is_done(OPEN))
            case "hand back":
                body = Returned(person(), (), ReturnBasis.RECEIPT, "Phạm Thị Ví")
                self.does(body, is_true=model.closes(RETURNED, at, allowed={DONE}))
            case "tell":
                self.does(Told(ContactWay.SMS, "x"))
                self.does(ApologySent("x"), is_true=model.status in OPEN and not model.online)
            case "complain":
                self.does(Complained("x"))

    @invariant()
    def they_agree(self) -> None:
        model, found = self.model, self.dossier
        assert int(found.status) == model.status
        assert found.awaits_reception == model.online
        assert found.promise == model.promise
        assert found.paused_at == model.since
        assert found.owed == model.owed - sum(model.payments.values())


TestLife = LifeMachine.TestCase
TestLife.settings = settings(max_examples=100, stateful_step_count=60, deadline=None)

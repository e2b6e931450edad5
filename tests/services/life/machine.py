"""Does the same to a dossier and to its model, and says when they differ."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import OriginalsCompared
from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import (
    Numbered,
    ProcedureRef,
    Promise,
    Received,
    ReceivedPaper,
)
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn
from counter_app.domain.acts.steps import (
    ApologySent,
    Change,
    Complained,
    ContactWay,
    Corrected,
    DueExtended,
    HandedOver,
    Paid,
    PaymentPart,
    Printed,
    PrintProof,
    Receipt,
    Reopened,
    SupplementReceived,
    SupplementRequested,
    Told,
)
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.policy import Pause
from counter_app.domain.dossiers import correction
from counter_app.domain.dossiers import fold as folding
from counter_app.domain.dossiers import steps as judging
from counter_app.domain.dossiers import way_back as going_back
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.outcome import WAITING
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.services.steps import resuming
from tests.made import NOON, Life, received, submission
from tests.services.life import model as life
from tests.services.life.agreement import (
    FORM,
    same_is_possible,
    same_journal,
    same_life,
    same_papers,
)
from tests.services.life.choices import CLOSINGS, DAYS, FILE, NOTES, PARTS, RESTARTS
from tests.services.life.model import Model, Payment, closing_time
from tests.services.life.office import reference

LIMIT = Limit(LimitUnit.CALENDAR_DAY, Decimal(life.DAYS))
LINE = FeeLine("Phí", FeeKind.FEE, life.FEE)


class LifeMachine(RuleBasedStateMachine):
    """A dossier's whole life at one counter, minute by minute, with days between."""

    lives = 0
    """How many were begun, by all machines together."""

    @initialize(
        online=st.booleans(),
        provisional=st.booleans(),
        restarts=st.sampled_from(RESTARTS),
    )
    def born(self, online: bool, provisional: bool, restarts: frozenset[int]) -> None:
        LifeMachine.lives += 1
        self.life = Life()
        self.reference = reference(restarts)
        self.count = 0
        self.served: Dossier | None = None
        first = self.reception(provisional=provisional)
        body = submission(fees=(LINE,), limit=LIMIT) if online else first
        self.life.does(body)
        self.served = folding.apply(None, self.life.entries[-1], WAITING)
        self.model = Model(
            online=online,
            born_online=online,
            due=None if online else first.promise.due_at,
            restarts=set(restarts),
            received_at=NOON,
            status=life.NEW if online else life.RECEIVED,
            code="" if online or provisional else first.code,
            provisional=first.code if provisional and not online else "",
            phone=self.dossier.received.applicant.phone,
            papers={paper.name for paper in self.dossier.received.papers},
            serial=self.dossier.received.serial,
        )

    @property
    def dossier(self) -> Dossier:
        assert self.served is not None
        return self.served

    @property
    def at(self) -> datetime:
        return self.life.at

    def next(self) -> int:
        self.count += 1
        return self.count

    def reception(self, *, provisional: bool) -> Received:
        number = self.next()
        code = f"HG00217-261120-{number:04d}" if provisional else f"H26.15-261120-{number:04d}"
        return received(
            code,
            provisional=provisional,
            procedure=ProcedureRef("9.000001", "Thủ tục thử", "1"),
            limit=LIMIT,
            received_at=self.at,
            promise=self.promise(closing_time(self.at + timedelta(days=life.DAYS))),
            fees=(LINE,),
            serial=0 if provisional else number,
        )

    def promise(self, due: datetime | None, rule: str = "calendar_day:10") -> Promise:
        return Promise(due, rule, "2026.1")

    def later(self, days: int) -> Promise:
        return self.promise(
            closing_time((self.model.due or self.at) + timedelta(days=days)), "hand"
        )

    def does(self, body: Body, *, late: bool = False) -> None:
        """Judge and write a true act; a `late` one is false, but was written elsewhere already."""
        kind = KINDS[type(body)]
        found = judging.judge(self.dossier, kind, self.at, body=body)
        assert bool(found.problems) is late, (body, found.problems)
        broken = self.model.broken(kind, self.at)
        if not late:
            assert set(found.breaches) == broken, (body, found.breaches)
            assert len(found.breaches) == len(broken)
        if found.breaches and isinstance(body, SupplementRequested | DueExtended):
            explained = tuple(Breach(code, "x", "cb-09") for code in found.breaches)
            body = dataclasses.replace(body, breaches=explained)
            self.model.breaches += found.breaches
        self.model.clean &= kind in (Kind.RECEIVED, Kind.NUMBERED, Kind.PRINTED)
        self.served = folding.apply(self.dossier, self.life.does(body), WAITING)

    def can(self, kind: Kind) -> bool:
        return kind in self.model.possible()

    def days_pass(self, days: int) -> None:
        self.life.at += timedelta(days=days)

    def receive(self, days: int) -> None:
        """True of what came online; else it is numbered, or another counter's comes too late."""
        if self.model.provisional:
            self.number()
            return
        self.days_pass(days)
        provisional = days == 2
        body = self.reception(provisional=provisional)
        is_true = self.can(Kind.RECEIVED)
        if is_true:
            assert body.promise.due_at is not None
            self.model.receives(body.promise.due_at, body.code, provisional=provisional)
            self.model.received_at, self.model.serial = body.received_at, body.serial
            self.model.phone = body.applicant.phone
            self.model.papers = {paper.name for paper in body.papers}
        self.does(body, late=not is_true)

    def number(self) -> None:
        """A second number comes too late, and the first stays."""
        serial = self.next()
        code = f"H26.15-261121-{serial:04d}"
        is_true = self.can(Kind.NUMBERED)
        if is_true:
            self.model.code, self.model.serial = code, serial
        self.does(Numbered(code, "b", "12", 2026, serial), late=not is_true)

    @rule(again=st.booleans(), name=st.sampled_from(["Sơ đồ", "sơ đồ", "Giấy"]), days=DAYS)
    def papers(self, again: bool, name: str, days: int) -> None:
        """Asked for, or brought when they are waited for: a whole way in two steps."""
        self.days_pass(days)
        at = self.at
        if self.can(Kind.SUPPLEMENT_RECEIVED) and not again:
            due = self.model.due_after(life.PAPERS, at)
            promise = resuming.resumed_promise(self.reference, self.dossier, at)
            assert promise.due_at == due, (promise, due)
            self.does(SupplementReceived((ReceivedPaper(name, originals=1),), promise))
            same = {each for each in self.model.papers if each.lower() == name.lower()}
            self.model.papers = (self.model.papers - same) | {name}
            self.model.gets(life.PAPERS)
            self.model.promised(due, at)
        elif self.can(Kind.SUPPLEMENT_REQUESTED):
            self.does(SupplementRequested(()))
            self.model.asks(life.PAPERS, at)
            self.model.supplements += 1

    @rule(again=st.booleans(), part=PARTS, days=DAYS)
    def money(self, again: bool, part: PaymentPart, days: int) -> None:
        """Demanded, or paid: at any time, and what is waited for and whole moves the promise."""
        self.days_pass(days)
        model, at, promise = self.model, self.at, None
        if self.can(Kind.PAYMENT_DEMANDED) and again is (model.status == life.MONEY):
            self.does(PaymentDemanded((LINE,)))
            model.asks(life.MONEY, at)
            model.charged += life.FEE
            return
        is_whole = part is not PaymentPart.ADVANCE
        due = model.due_after(life.MONEY, at)
        if is_whole and model.status == life.MONEY:
            promise = resuming.resumed_promise(
                self.reference, self.dossier, at, Pause.FINANCIAL_DUTY
            )
            assert promise.due_at == due, (promise, due)
        self.does(Paid((LINE,), part=part, promise=promise))
        model.payments.append(Payment(self.life.entries[-1].entry.uid))
        if is_whole:
            model.gets(life.MONEY)
        if promise is not None:
            model.promised(due, at)

    def take_back(self, place: int, *, linked: bool) -> None:
        """Taken back once; a second counter-entry comes too late and changes nothing."""
        payment = self.model.payments[-1 - place % len(self.model.payments)]
        if linked:
            payment.receipt = str(self.next())
            self.does(ReceiptLinked(payment.uid, Receipt("AB", payment.receipt)))
        self.is_false(PaymentCancelled("none", (LINE,), "x"))
        self.is_false(PaymentCancelled(payment.uid, (), "x"))
        self.does(PaymentCancelled(payment.uid, (LINE,), "x"), late=payment.cancelled)
        payment.cancelled = True

    @precondition(lambda self: self.can(Kind.HANDED_OVER))
    @rule(what=st.sampled_from(["over", "over", "back", "work", "work, and promised anew"]))
    def goes_to_unit(self, what: str) -> None:
        model, unit = self.model, f"Phòng {self.next()}"
        if what in ("over", "back"):
            self.does(HandedOver(unit, back=what == "back"))
            model.handed_over("" if what == "back" else unit)
        elif self.can(Kind.WORK_STARTED):
            due = closing_time(self.at + timedelta(days=life.DAYS + 1))
            promise = None if what == "work" else self.promise(due)
            self.does(WorkStarted(unit, promise=promise))
            model.goes(life.WORK)
            model.unit = unit
            if promise is not None:
                model.due, model.by_hand = due, False

    @precondition(lambda self: self.can(Kind.DUE_EXTENDED))
    @rule(days=DAYS, by_server=st.booleans())
    def extend(self, days: int, by_server: bool) -> None:
        promise = self.later(days + 1)
        self.does(DueMoved(promise, "x") if by_server else DueExtended(promise, "x", "y"))
        self.model.due, self.model.by_hand = promise.due_at, True
        self.model.extensions += 1

    @rule(what=st.sampled_from(["stop", "stop", *CLOSINGS]), days=DAYS)
    def close(self, what: str, days: int) -> None:
        """Closed, or opened again: no life is over too soon."""
        self.days_pass(days)
        at = self.at
        what = "hand back" if self.model.status == life.DONE and what != "withdraw" else what
        status, body = CLOSINGS[what]
        if self.can(Kind.REOPENED) and what != "withdraw":
            self.is_false(Reopened("x", " "))
            self.does(Reopened("x", "cb-09"))
            self.model.reopens()
        elif self.can(KINDS[type(body)]):
            self.does(body)
            self.model.closes(status, at)
            self.model.void = {"undo": going_back.UNDONE, "cancel": "gõ nhầm"}.get(what, "")

    @precondition(lambda self: self.can(Kind.RESULT_TAKEN_IN))
    @rule(here=st.booleans(), days=DAYS)
    def finish(self, here: bool, days: int) -> None:
        """The agency finishes, or its result is here."""
        self.days_pass(days)
        model, at, paper = self.model, self.at, ResultPaper("Giấy", str(self.next()))
        if here:
            self.does(ResultTakenIn((paper,)))
        elif self.can(Kind.FINISHED):
            self.does(Finished((paper,)))
        else:
            return
        model.is_done(at)
        model.here, model.results = model.here or here, self.count

    @rule(what=NOTES, days=DAYS)
    def note(self, what: str, days: int) -> None:
        """What mostly moves no status."""
        model, number = self.model, self.next()
        match what:
            case "receive":
                self.receive(days)
            case "take back" if model.payments:
                self.take_back(days, linked=number % 2 == 0)
            case "phone":
                self.correct_phone(f"09{number:08d}")
            case "promise":
                self.correct_promise()
            case "code":
                self.refuse_another_code()
            case "print":
                model.reprints += int(model.printed > 0)
                model.printed += 1
                proof = PrintProof.OFFICER
                self.does(Printed(FORM, "TT03-2025", 1, proof, reprint=model.reprints))
            case "scan":
                for paper in (f"Giấy {number}", f"Giấy {number + 1}"):
                    self.does(PaperScanned(paper, FILE, 9, 1))
                    model.scans.add((FILE, paper))
            case "unscan" if model.scans:
                sha256, paper = sorted(model.scans)[0]
                self.is_false(ScanRemoved("cd" * 32, paper, "x"))
                self.does(ScanRemoved(sha256, paper, "x"))
                model.scans.discard((sha256, paper))
            case "say":
                self.say()

    def say(self) -> None:
        self.does(Told(ContactWay.SMS, "x"))
        self.does(Complained("x"))
        self.model.complaints += 1
        if self.can(Kind.APOLOGY_SENT):
            self.does(ApologySent("x"))
            self.model.apologies += 1
        if self.can(Kind.ORIGINALS_COMPARED):
            self.does(OriginalsCompared(()))
            self.model.compared += 1

    def correct_phone(self, phone: str) -> None:
        """Both values are in the journal."""
        before = self.dossier.received
        applicant = dataclasses.replace(before.applicant, phone=phone)
        after = dataclasses.replace(before, applicant=applicant)
        changes = correction.changes_between(before, after)
        (change,) = changes
        assert change.pointer == "/applicant"
        assert f'"{self.model.phone}"' in change.before
        assert f'"{phone}"' in change.after
        self.does(Corrected("gõ nhầm", changes))
        self.model.phone = phone

    def correct_promise(self) -> None:
        promise = self.later(1)
        before = self.dossier.received
        changes = correction.changes_between(before, dataclasses.replace(before, promise=promise))
        self.does(Corrected("gõ nhầm", changes))
        self.model.due, self.model.by_hand = promise.due_at, True

    def refuse_another_code(self) -> None:
        """A code is never corrected, neither here nor by a body that says so."""
        before = self.dossier.received
        try:
            correction.changes_between(before, dataclasses.replace(before, code="H26.15-1"))
        except ValueError:
            pass
        else:
            raise AssertionError("another code was taken for a correction")
        change = Change("/serial", str(before.serial), "999")
        self.does(Corrected("gõ nhầm", (change,)))

    def is_false(self, body: Body) -> None:
        found = judging.judge(self.dossier, KINDS[type(body)], self.at, body=body)
        assert found.problems, body

    @invariant()
    def they_agree(self) -> None:
        same_is_possible(self.dossier, self.model, self.at)
        same_life(self.dossier, self.model, len(self.life.entries))
        same_papers(self.dossier, self.model)

    def teardown(self) -> None:
        same_journal(self.life.entries, self.dossier)

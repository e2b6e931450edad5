from __future__ import annotations

import dataclasses
import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.received import Numbered, Promise, ReceivedPaper
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    ContactWay,
    Corrected,
    DueExtended,
    HandedOver,
    Paid,
    Printed,
    PrintProof,
    Rated,
    Refused,
    Stopped,
    SupplementItem,
    SupplementReceived,
    SupplementRequested,
    Told,
    Withdrawn,
)
from counter_app.domain.dossiers.correction import changes_between
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Origin, Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from tests.made import NOON, Life, person, received

RESULT = ResultPaper("Giấy khai sinh", "118/2026", abstract="Bản chính")
LATER = Promise(NOON + timedelta(days=20), "working_day:3", "2026.1")
FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8000)


def told(life: Life, *bodies: Body) -> Dossier:
    for body in bodies:
        life.does(body)
    dossier = fold(life.entries, {})
    assert dossier is not None
    return dossier


def after(*bodies: Body) -> Dossier:
    return told(Life(), received(), *bodies)


def test_a_whole_life() -> None:
    life = Life()
    dossier = told(
        life,
        received(),
        Printed("receipt", "TT03-2025", 2, PrintProof.SPOOLER),
        HandedOver("Phòng Tư pháp"),
        WorkStarted("Phòng Tư pháp"),
        Finished((RESULT,)),
    )
    assert dossier.status is Status.FINISHED
    assert not dossier.result_is_here
    dossier = told(life, ResultTakenIn((RESULT,)))
    assert dossier.result_is_here
    dossier = told(life, Returned(person(), (RESULT,), ReturnBasis.RECEIPT, "Phạm Thị Ví"))
    assert dossier.status is Status.RETURNED
    assert dossier.status.is_closed
    assert dossier.returned_at == life.entries[-1].entry.occurred_at
    assert dossier.finished_at == life.entries[4].entry.occurred_at
    assert [step.kind for step in dossier.steps] == [each.entry.kind for each in life.entries]
    assert dossier.waiting == 7
    assert dossier.last_uid == life.entries[-1].entry.uid


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (HandedOver("Phòng Tư pháp"), Status.IN_PROGRESS),
        (WorkStarted("Phòng Tư pháp"), Status.IN_PROGRESS),
        (SupplementRequested((SupplementItem("Tờ khai"),)), Status.WAITING_SUPPLEMENT),
        (PaymentDemanded((FEE,)), Status.WAITING_PAYMENT),
        (Refused("không thuộc thẩm quyền"), Status.REFUSED),
        (Withdrawn("đổi ý"), Status.WITHDRAWN),
        (Stopped("chờ tòa án"), Status.STOPPED),
        (Finished((RESULT,)), Status.FINISHED),
        (ResultTakenIn((RESULT,)), Status.FINISHED),
        (Told(ContactWay.PHONE, "đã báo"), Status.RECEIVED),
        (Rated((2, 2, 1)), Status.RECEIVED),
        (ApologySent("chậm"), Status.RECEIVED),
        (Paid((FEE,)), Status.RECEIVED),
    ],
)
def test_each_kind_has_its_status(body: Body, status: Status) -> None:
    assert after(body).status is status


def test_a_supplement_stops_the_clock_and_goes_back_to_where_it_was() -> None:
    life = Life()
    dossier = told(
        life,
        received(papers=(ReceivedPaper("Tờ khai", 1), ReceivedPaper("Bản sao", missing=True))),
        WorkStarted("Phòng Tư pháp"),
        SupplementRequested((SupplementItem("Bản sao"),)),
    )
    assert dossier.paused_at == life.entries[-1].entry.occurred_at
    assert dossier.status.stops_clock
    dossier = told(life, SupplementReceived((ReceivedPaper("Bản sao", certified=1),), LATER))
    assert dossier.status is Status.IN_PROGRESS
    assert dossier.paused_at is None
    assert dossier.promise == LATER
    assert [paper.name for paper in dossier.received.papers] == ["Tờ khai", "Bản sao"]


def test_a_payment_ends_only_the_wait_for_money() -> None:
    assert after(PaymentDemanded((FEE,)), Paid((FEE,), promise=LATER)).promise == LATER
    waiting = after(SupplementRequested((SupplementItem("x"),)), Paid((FEE,)))
    assert waiting.status is Status.WAITING_SUPPLEMENT
    assert waiting.paid == (FEE,)


def test_extensions_move_the_promise_and_apologies_never_do() -> None:
    assert after(DueExtended(LATER, "phức tạp", "Trưởng phòng")).promise == LATER
    assert after(DueMoved(LATER, "phức tạp")).extensions == 1
    apology = after(ApologySent("chậm"))
    assert apology.promise != LATER
    assert apology.apologies == 1


def test_a_provisional_dossier_keeps_both_codes() -> None:
    life = Life()
    first = received("HG00217-261120-0001", provisional=True, book="", serial=0, book_year=0)
    dossier = told(life, first)
    assert dossier.is_provisional
    assert dossier.shown_code == "HG00217-261120-0001"
    dossier = told(life, Numbered("H26.15-261120-0007", "b", "12", 2026, 7))
    assert dossier.shown_code == "H26.15-261120-0007"
    assert dossier.provisional_code == "HG00217-261120-0001"
    assert dossier.received.serial == 7
    dossier = told(life, Numbered("H26.15-261120-0008", "b", "12", 2026, 8))
    assert dossier.code == "H26.15-261120-0007"


def test_a_correction_keeps_both_values_and_never_touches_the_code() -> None:
    before = received()
    now = dataclasses.replace(before, applicant=person("Trần Thị Mẫu B"), note="sửa tên")
    changes = changes_between(before, now)
    assert {change.pointer for change in changes} == {"/applicant", "/note"}
    assert after(Corrected("gõ nhầm", changes)).received == now
    with pytest.raises(ValueError, match="can't be corrected"):
        changes_between(before, dataclasses.replace(before, code="H26.15-261120-0002"))


def test_a_correction_that_nobody_understands_is_left_out() -> None:
    changes = tuple(
        dataclasses.replace(change, after=text)
        for change in changes_between(received(), received(note="x"))
        for text in ("{", "5")
    )
    assert after(Corrected("?", changes)).received == received()


def test_breaches_and_flags_are_collected() -> None:
    life = Life()
    told(life, received())
    breach = Breach("supplement_again", "thiếu thật", "cb-00")
    life.does(SupplementRequested((SupplementItem("x"),), breaches=(breach,)))
    outcome = Outcome(State.ACCEPTED, 1, ("due-differs",))
    dossier = fold(life.entries, {life.entries[0].entry.uid: outcome})
    assert dossier is not None
    assert dossier.breaches == (breach,)
    assert dossier.flags == ("due-differs",)
    assert dossier.version == 1


def test_without_a_reception_there_is_no_dossier() -> None:
    life = Life()
    life.does(Told(ContactWay.SMS, "x"))
    assert fold(life.entries, {}) is None
    assert fold([], {}) is None


def test_a_refused_step_is_skipped_and_holds_what_stands_behind_it() -> None:
    life = Life()
    told(
        life,
        received(),
        HandedOver("Phòng A"),
        Told(ContactWay.PHONE, "x"),
        ResultTakenIn((RESULT,)),
    )
    uids = [each.entry.uid for each in life.entries]
    dossier = fold(life.entries, {uids[1]: Outcome(State.CONFLICT)})
    assert dossier is not None
    assert dossier.status is Status.RECEIVED
    assert dossier.attention == (uids[1],)
    assert dossier.held == (uids[2], uids[3])
    superseded = fold(life.entries, {uids[1]: Outcome(State.SUPERSEDED)})
    assert superseded is not None
    assert superseded.status is Status.FINISHED


def test_a_refused_reception_is_still_shown_because_the_citizen_holds_paper() -> None:
    life = Life()
    told(life, received())
    dossier = fold(life.entries, {life.entries[0].entry.uid: Outcome(State.REFUSED)})
    assert dossier is not None
    assert dossier.attention == (life.entries[0].entry.uid,)


def test_the_server_goes_first_then_our_own() -> None:
    life, server = Life(), Life(chain="01936000-0000-7000-8000-0000000000ff", first=500)
    life.does(received())
    ours = life.does(HandedOver("Phòng A"))
    theirs = server.does(WorkStarted("Phòng B"), origin=Origin.SERVER)
    outcomes = {
        life.entries[0].entry.uid: Outcome(State.ACCEPTED, 1),
        theirs.entry.uid: Outcome(State.ACCEPTED, 2),
    }
    dossier = fold([*life.entries, *server.entries], outcomes)
    assert dossier is not None
    assert dossier.unit == "Phòng A"
    assert dossier.steps[-1].uid == ours.entry.uid
    assert [step.sent for step in dossier.steps] == [True, True, False]


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_entries_arrive_does_not_matter(dice: random.Random) -> None:
    life = Life()
    told(
        life,
        received(),
        HandedOver("Phòng A"),
        SupplementRequested((SupplementItem("x"),)),
        SupplementReceived((), LATER),
        Finished((RESULT,)),
    )
    outcomes = {
        recorded.entry.uid: Outcome(State.ACCEPTED, version)
        for version, recorded in enumerate(life.entries[:3], start=1)
    }
    shuffled: list[Recorded] = list(life.entries)
    dice.shuffle(shuffled)
    assert fold(shuffled, outcomes) == fold(life.entries, outcomes)

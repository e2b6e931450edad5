from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.decisions import PaymentDemanded
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.kinds import AUDIT_LANE, KINDS, Body, Kind
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    DueExtended,
    Paid,
    Receipt,
    Refused,
    Reopened,
    Stopped,
    SupplementItem,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.dossiers.steps import LimitPolicy, judge, possible
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.wording.sentences import problem_words
from tests.made import NOON, Life, person, received, submission

PROMISE = Promise(NOON + timedelta(days=9), "working_day:3", "2026.1")


FEE = (FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8000),)
RECEIPT = Receipt("AB/26E", "0031")


def dossier(*bodies: Body, first: Body | None = None) -> Dossier:
    life = Life()
    for body in (first or received(), *bodies):
        life.does(body)
    found = fold(life.entries, {})
    assert found is not None
    return found


RETURNED = dossier(
    ResultTakenIn((ResultPaper("x"),)),
    Returned(person(), (), ReturnBasis.RECEIPT, "Phạm Thị Ví"),
)
SUBMITTED = dossier(first=submission())
SUPPLEMENTED = dossier(SupplementRequested((SupplementItem("x"),)), SupplementReceived((), PROMISE))


@pytest.mark.parametrize(
    ("state", "kind", "problem"),
    [
        (None, Kind.RETURNED, "step_unknown_dossier"),
        (dossier(), Kind.RECEIVED, "step_already_received"),
        (dossier(), Kind.NUMBERED, "step_already_numbered"),
        (dossier(), Kind.RETURNED, "step_returned_impossible"),
        (dossier(), Kind.SUPPLEMENT_RECEIVED, "step_supplement_received_impossible"),
        (RETURNED, Kind.RETURNED, "step_returned_impossible"),
        (RETURNED, Kind.SUPPLEMENT_REQUESTED, "step_supplement_requested_impossible"),
        (RETURNED, Kind.WITHDRAWN, "step_withdrawn_impossible"),
        (dossier(Withdrawn("x")), Kind.RESULT_TAKEN_IN, "step_result_taken_in_impossible"),
    ],
)
def test_false_steps_are_refused(state: Dossier | None, kind: Kind, problem: str) -> None:
    assert [each.code for each in judge(state, kind, NOON).problems] == [problem]


def test_a_broken_limit_is_a_breach_and_never_impossible() -> None:
    assert judge(dossier(), Kind.SUPPLEMENT_REQUESTED, NOON).breaches == ()
    again = judge(SUPPLEMENTED, Kind.SUPPLEMENT_REQUESTED, NOON)
    assert again.problems == ()
    assert again.breaches == ("supplement_again",)
    allowed = LimitPolicy(supplements=2)
    assert judge(SUPPLEMENTED, Kind.SUPPLEMENT_REQUESTED, NOON, allowed).breaches == ()


def test_an_extension_needs_a_day_and_happens_once() -> None:
    due = dossier().promise.due_at
    assert due is not None
    early, late = due - timedelta(days=1), due - timedelta(hours=23)
    assert judge(dossier(), Kind.DUE_EXTENDED, early).breaches == ()
    assert judge(dossier(), Kind.DUE_EXTENDED, late).breaches == ("extension_late",)
    twice = dossier(DueExtended(PROMISE, "x", "y"))
    assert judge(twice, Kind.DUE_EXTENDED, early).breaches == ("extension_again",)


def test_an_apology_is_always_true_while_the_dossier_is_open() -> None:
    late = NOON + timedelta(days=99)
    assert judge(dossier(), Kind.APOLOGY_SENT, late).problems == ()


def test_an_immediate_result_is_returned_at_once() -> None:
    assert judge(dossier(), Kind.RETURNED, NOON, immediate_result=True).problems == ()
    assert judge(RETURNED, Kind.RETURNED, NOON, immediate_result=True).problems != ()


@given(st.sampled_from(sorted(AUDIT_LANE, key=lambda kind: kind.value)))
def test_the_audit_lane_is_never_refused(kind: Kind) -> None:
    assert judge(None, kind, NOON).problems == ()


def test_what_is_possible_after_the_return() -> None:
    always = {Kind.PRINTED, Kind.TOLD, Kind.CORRECTED, Kind.RATED, Kind.PAID}
    always |= {Kind.COMPLAINED, Kind.PAPER_SCANNED, Kind.DROPPED}
    assert possible(RETURNED, NOON) - AUDIT_LANE == always | {Kind.REOPENED}


def codes(state: Dossier | None, body: Body) -> list[str]:
    return [each.code for each in judge(state, KINDS[type(body)], NOON, body=body).problems]


def test_what_came_online_is_received_once() -> None:
    assert judge(None, Kind.SUBMITTED, NOON).problems == ()
    assert codes(SUBMITTED, received()) == []
    accepted = dossier(received(), first=submission())
    assert codes(accepted, received()) == ["step_already_received"]
    assert codes(accepted, submission()) == ["step_already_submitted"]
    refused = dossier(Refused("x"), first=submission())
    assert codes(refused, received()) == ["step_received_impossible"]


def test_what_is_possible_before_the_reception() -> None:
    always = {Kind.PRINTED, Kind.TOLD, Kind.CORRECTED, Kind.RATED, Kind.PAID}
    always |= {Kind.COMPLAINED, Kind.PAPER_SCANNED, Kind.ORIGINALS_COMPARED, Kind.DROPPED}
    new = {Kind.RECEIVED, Kind.SUPPLEMENT_REQUESTED, Kind.REFUSED, Kind.WITHDRAWN}
    assert possible(SUBMITTED, NOON) - AUDIT_LANE == always | new
    waiting = dossier(SupplementRequested((SupplementItem("x"),)), first=submission())
    assert possible(waiting, NOON) - AUDIT_LANE == always | new | {Kind.SUPPLEMENT_RECEIVED}


def test_only_what_was_closed_is_reopened_and_by_a_supervisor() -> None:
    for closed in (Refused("x"), Withdrawn("x"), Stopped("x")):
        assert codes(dossier(closed), Reopened("nhầm", "cb-09")) == []
    assert codes(RETURNED, Reopened("nhầm", "cb-09")) == []
    assert codes(RETURNED, Reopened("nhầm", " ")) == ["reopened_no_supervisor"]
    assert codes(dossier(), Reopened("nhầm", "cb-09")) == ["step_reopened_impossible"]


def test_a_payment_is_cancelled_once_and_whole() -> None:
    life = Life()
    paid = [life.does(each) for each in (received(), Paid(FEE))][1].entry.uid
    state = fold(life.entries, {})
    assert codes(state, PaymentCancelled(paid, FEE, "nhầm")) == []
    assert codes(state, PaymentCancelled(paid, FEE * 2, "nhầm")) == ["payment_lines_differ"]
    assert codes(state, PaymentCancelled("?", FEE, "nhầm")) == ["payment_unknown"]
    assert codes(state, ReceiptLinked(paid, RECEIPT)) == []
    assert codes(state, ReceiptLinked("?", RECEIPT)) == ["payment_unknown"]
    life.does(PaymentCancelled(paid, FEE, "nhầm"))
    state = fold(life.entries, {})
    assert codes(state, PaymentCancelled(paid, FEE, "nhầm")) == ["payment_already_cancelled"]
    assert codes(state, ReceiptLinked(paid, RECEIPT)) == []  # a void receipt has its number too
    assert state is not None
    assert Kind.PAYMENT_CANCELLED not in possible(state, NOON)
    assert Kind.PAYMENT_CANCELLED not in possible(dossier(), NOON)
    assert Kind.RECEIPT_LINKED not in possible(dossier(), NOON)


def test_only_a_scan_that_is_there_is_removed() -> None:
    scanned = dossier(PaperScanned("Tờ khai", "0" * 64, 9, 1, "scanner"))
    assert codes(scanned, ScanRemoved("0" * 64, "Tờ khai", "nhầm")) == []
    assert codes(scanned, ScanRemoved("0" * 64, "Ảnh", "nhầm")) == ["scan_unknown"]
    assert Kind.SCAN_REMOVED in possible(scanned, NOON)
    assert Kind.SCAN_REMOVED not in possible(dossier(), NOON)


def test_papers_that_came_are_never_false_while_money_is_waited_for_too() -> None:
    both = dossier(SupplementRequested((SupplementItem("x"),)), PaymentDemanded(FEE))
    assert codes(both, SupplementReceived((), PROMISE)) == []
    assert codes(dossier(), SupplementReceived((), PROMISE)) != []


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in AUDIT_LANE])
@pytest.mark.parametrize("state", [None, SUBMITTED, dossier(), RETURNED])
def test_every_problem_has_its_words(state: Dossier | None, kind: Kind) -> None:
    for problem in judge(state, kind, NOON).problems:
        assert problem_words(problem) != problem.code

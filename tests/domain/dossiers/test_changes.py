"""Waits, closings and their way back, what came online, files, complaints."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.acts.decisions import Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import OriginalsCompared
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.received import Promise, ReceivedPaper
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    Complained,
    HandedOver,
    Paid,
    PaymentPart,
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
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from tests.made import AUTHOR, NOON, Life, person, received, submission, uid

FEE = (FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8000),)
ASKED = SupplementRequested((SupplementItem("Tờ khai"),))
LATER = Promise(NOON + timedelta(days=20), "working_day:3", "2026.1")
CAME = SupplementReceived((), LATER)
AGAIN = Reopened("ghi nhầm", "cb-09")
RESULTS = (ResultPaper("Giấy khai sinh"),)
GIVEN = Returned(person(), RESULTS, ReturnBasis.RECEIPT, "Phạm Thị Ví")


def after(*bodies: Body, first: Body | None = None) -> Dossier:
    life = Life()
    for body in (first or received(), *bodies):
        life.does(body)
    found = fold(life.entries, {})
    assert found is not None
    return found


def test_two_waits_end_each_by_itself() -> None:
    both = after(ASKED, PaymentDemanded(FEE))
    assert (both.status, both.waits) == (
        Status.WAITING_PAYMENT,
        (Status.WAITING_SUPPLEMENT, Status.WAITING_PAYMENT),
    )
    assert both.paused_at == NOON + timedelta(minutes=1)
    paid = after(ASKED, PaymentDemanded(FEE), Paid(FEE))
    assert paid.status is Status.WAITING_SUPPLEMENT
    assert paid.paused_at == both.paused_at
    done = after(ASKED, PaymentDemanded(FEE), CAME, Paid(FEE))
    assert (done.status, done.paused_at, done.waits) == (Status.RECEIVED, None, ())
    assert after(ASKED, ASKED, CAME).status is Status.RECEIVED


def test_an_advance_does_not_end_the_wait_for_money() -> None:
    advance = Paid(FEE, part=PaymentPart.ADVANCE)
    assert after(PaymentDemanded(FEE), advance).status is Status.WAITING_PAYMENT
    rest = Paid(FEE, part=PaymentPart.REMAINDER)
    assert after(PaymentDemanded(FEE), advance, rest).status is Status.RECEIVED


def test_the_agency_that_goes_on_ends_every_wait() -> None:
    at_work = after(ASKED, WorkStarted("Phòng Tư pháp"))
    assert (at_work.status, at_work.paused_at, at_work.waits) == (Status.IN_PROGRESS, None, ())
    assert after(ASKED, Finished(RESULTS)).paused_at is None


def test_a_dossier_handed_over_while_it_waits_is_at_work_afterwards() -> None:
    assert after(ASKED, HandedOver("Phòng"), CAME).status is Status.IN_PROGRESS


def test_an_estimate_becomes_a_promise_when_the_other_place_accepts() -> None:
    estimate = Promise(NOON + timedelta(days=3), "working_day:3", "2026.1", estimate=True)
    first = received(promise=estimate, non_territorial=True)
    assert after(first=first).promise.estimate
    accepted = after(WorkStarted("Sở Tư pháp"), first=first)
    assert accepted.promise == estimate
    accepted = after(WorkStarted("Sở Tư pháp", promise=LATER), first=first)
    assert accepted.promise == LATER


@pytest.mark.parametrize(
    ("before", "closing", "status"),
    [
        ((), Refused("x"), Status.RECEIVED),
        ((WorkStarted("Phòng"),), Withdrawn("x"), Status.IN_PROGRESS),
        ((WorkStarted("Phòng"),), Stopped("x"), Status.IN_PROGRESS),
        ((ASKED,), Withdrawn("x"), Status.WAITING_SUPPLEMENT),
        ((PaymentDemanded(FEE),), Stopped("x"), Status.WAITING_PAYMENT),
        ((ResultTakenIn(RESULTS),), GIVEN, Status.FINISHED),
        ((), GIVEN, Status.RECEIVED),  # a result at once
    ],
)
def test_a_reopened_dossier_is_what_it_was(
    before: tuple[Body, ...], closing: Body, status: Status
) -> None:
    was, now = after(*before), after(*before, closing, AGAIN)
    assert now.status is was.status is status
    assert (now.finished_at, now.paused_at) == (was.finished_at, was.paused_at)
    assert (now.result_is_here, now.returned, now.returned_at) == (was.result_is_here, None, None)
    assert now.closed_from == ()
    assert now.promise == was.promise


def test_a_stopped_dossier_has_its_clock_stopped_until_it_is_reopened() -> None:
    stopped = after(Stopped("x"))
    assert stopped.paused_at == NOON + timedelta(minutes=1)
    assert stopped.waits == ()
    assert after(ASKED, Stopped("x")).paused_at == NOON + timedelta(minutes=1)
    assert after(Stopped("x"), AGAIN).paused_at is None


def test_closed_twice_reopened_twice() -> None:
    assert after(Stopped("x"), Withdrawn("x"), AGAIN).status is Status.STOPPED
    assert after(Stopped("x"), Withdrawn("x"), AGAIN, AGAIN).status is Status.RECEIVED
    assert after(AGAIN).status is Status.RECEIVED


def test_what_came_while_it_was_closed_is_not_waited_for_again() -> None:
    life = after(PaymentDemanded(FEE), Withdrawn("x"), Paid(FEE), AGAIN)
    assert (life.status, life.paused_at) == (Status.RECEIVED, None)


def test_a_result_that_came_all_the_same_is_finished_then() -> None:
    found = after(Stopped("x"), ResultTakenIn(RESULTS))
    assert found.finished_at == NOON + timedelta(minutes=2)
    assert (found.paused_at, found.closed_from) == (None, ())


def test_what_came_online_waits_to_be_received() -> None:
    found = after(first=submission())
    assert (found.status, found.awaits_reception) == (Status.NEW, True)
    assert found.shown_code == found.portal_code == "G00.99-20261120-0000017"
    assert (found.code, found.is_provisional, found.counter) == ("", False, "")
    assert found.submitted_at == NOON
    assert len(found.submitted_files) == 1
    assert found.promise.due_at is None


def test_a_reception_keeps_the_portals_code() -> None:
    found = after(received(), first=submission())
    assert (found.status, found.awaits_reception) == (Status.RECEIVED, False)
    assert found.codes == ("H26.15-261120-0001", "G00.99-20261120-0000017")
    assert found.promise == received().promise
    assert (found.submitted_at, found.counter) == (NOON, AUTHOR.counter)
    provisional = after(
        received("HG00217-261120-0001", provisional=True, book="", serial=0, book_year=0),
        first=submission(),
    )
    assert provisional.is_provisional
    assert provisional.codes == ("HG00217-261120-0001", "G00.99-20261120-0000017")


def test_a_reception_while_papers_were_waited_for_ends_the_wait() -> None:
    asked = after(ASKED, first=submission())
    assert (asked.status, asked.awaits_reception) == (Status.WAITING_SUPPLEMENT, True)
    assert after(ASKED, CAME, first=submission()).status is Status.NEW
    taken = after(ASKED, received(), first=submission())
    assert (taken.status, taken.paused_at, taken.waits) == (Status.RECEIVED, None, ())


def test_the_second_of_two_counters_changes_nothing() -> None:
    other = Life(chain="01936000-0000-7000-8000-0000000000ff", first=500, dossier=uid(1))
    life = Life()
    for body in (submission(), received()):
        life.does(body)
    mine = other.does(received("H26.15-261120-0009"))
    outcomes = {each.entry.uid: Outcome(State.ACCEPTED, n) for n, each in enumerate(life.entries)}
    outcomes[mine.entry.uid] = Outcome(State.CONFLICT)
    found = fold([*life.entries, *other.entries], outcomes)
    assert found is not None
    assert found.code == "H26.15-261120-0001"
    assert found.attention == (mine.entry.uid,)


def test_scans_stay_until_they_are_removed() -> None:
    one, two = "a" * 64, "b" * 64
    scans = (
        PaperScanned("Tờ khai", one, 9, 1, "scanner"),
        PaperScanned("Ảnh", two, 8, 1, "file"),
        PaperScanned("Tờ khai", one, 9, 2, "scanner"),
    )
    kept = [(each.paper, each.pages) for each in after(*scans).scans]
    assert kept == [("Ảnh", 1), ("Tờ khai", 2)]
    left = after(*scans, ScanRemoved(one, "Tờ khai", "mờ"))
    assert [each.sha256 for each in left.scans] == [two]


def test_complaints_and_compared_originals_are_kept() -> None:
    compared = OriginalsCompared(("Tờ khai",), ("Tờ khai",))
    complaint = Complained("Chờ lâu")
    found = after(compared, complaint)
    assert (found.compared, found.complaints) == ((compared,), (complaint,))
    assert found.status is Status.RECEIVED


def test_missing_papers_that_came_replace_the_gap() -> None:
    first = received(papers=(ReceivedPaper("Ảnh", missing=True),))
    came = SupplementReceived((ReceivedPaper("Ảnh", originals=1),), LATER)
    assert after(ASKED, came, first=first).received.papers == (ReceivedPaper("Ảnh", originals=1),)


def test_a_paper_that_comes_again_stands_once_and_another_gap_stays() -> None:
    first = received(
        papers=(
            ReceivedPaper("Tờ khai", originals=1),
            ReceivedPaper("Ảnh", missing=True),
        )
    )
    came = SupplementReceived((ReceivedPaper("tờ khai", originals=2),), first.promise)
    papers = after(ASKED, came, first=first).received.papers
    assert [(each.name, each.originals, each.missing) for each in papers] == [
        ("Ảnh", 0, True), ("tờ khai", 2, False),
    ]  # fmt: skip

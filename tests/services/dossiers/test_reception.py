from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dossiers.number_block import Lane
from counter_app.domain.dossiers.status import Status
from counter_app.domain.enrolment import ORDER
from counter_app.domain.errors.work import (
    ClockDoubtfulError,
    FalseStepError,
    ProcedureUnknownError,
    TakenBackError,
)
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.people.person import Person
from counter_app.services.dossiers.reception import receive, same_procedure_open
from counter_app.services.dossiers.reception_plan import Reception, plan
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"


def test_a_dossier_gets_the_next_granted_number_and_serial(counter: Counter) -> None:
    first = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    second = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    centre = counter.workplace.enrolment.centre
    assert first.code == f"{centre}-261120-0001"
    assert second.code == f"{centre}-261120-0002"
    assert (first.received.serial, second.received.serial) == (1, 2)
    assert first.status is Status.RECEIVED
    assert first.waiting == 1
    assert first.promise.due_at is not None
    assert first.received.papers


@pytest.mark.parametrize("order", ["drain", "wipe"])
def test_a_machine_that_is_taken_back_receives_nothing_new(counter: Counter, order: str) -> None:
    with counter.workplace.store.writing() as tx:
        tx.setup.put(ORDER, order)
    with pytest.raises(TakenBackError):
        receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    with counter.workplace.store.writing() as tx:
        assert tx.deliveries.counts().to_send == 0
        tx.setup.put(ORDER, None)
    after = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert after.code.endswith("-0001")  # no number was lost


def test_without_numbers_the_code_is_provisional_and_takes_no_serial(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.is_provisional
    assert dossier.shown_code == "HG00217-261120-0001"
    assert dossier.received.serial == 0
    counter.grant()
    official = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert official.received.serial == 1


def test_numbers_of_another_day_are_never_used(counter: Counter) -> None:
    counter.clock.go(days=1)
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.is_provisional


def test_far_numbers_follow_when_near_ones_are_used_up(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    counter.grant(1, 1)
    counter.grant(6000, 6001, Lane.FAR)
    codes = [
        receive(counter.workplace, counter.session, Reception(BIRTH, person())).shown_code[-4:]
        for _ in range(4)
    ]
    assert codes == ["0001", "6000", "6001", "0001"]


def test_a_false_reception_writes_nothing(counter: Counter) -> None:
    with pytest.raises(FalseStepError) as caught:
        receive(counter.workplace, counter.session, Reception(BIRTH, Person("")))
    assert [each.code for each in caught.value.problems if each.is_false] == ["reception_no_name"]
    with pytest.raises(ProcedureUnknownError):
        receive(counter.workplace, counter.session, Reception("9.999999", person()))
    with counter.workplace.store.reading() as tx:
        assert tx.journal.count() == 0
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.received.serial == 1


def test_a_date_that_goes_back_is_asked_about_and_then_taken(counter: Counter) -> None:
    receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    counter.clock.go(days=-30)
    with pytest.raises(ClockDoubtfulError):
        receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    counter.clock.quality = ClockQuality.CONFIRMED
    assert receive(counter.workplace, counter.session, Reception(BIRTH, person())).is_provisional


def test_a_missing_paper_is_recorded_and_not_printed(counter: Counter) -> None:
    papers = (ReceivedPaper("Tờ khai", 1), ReceivedPaper("Giấy chứng sinh", missing=True))
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person(), papers=papers))
    assert dossier.received.papers == papers


def test_a_due_time_by_hand_needs_its_reason(counter: Counter) -> None:
    due = counter.clock.at + timedelta(days=10)
    with pytest.raises(FalseStepError):
        receive(counter.workplace, counter.session, Reception(BIRTH, person(), due_by_hand=due))
    dossier = receive(
        counter.workplace,
        counter.session,
        Reception(BIRTH, person(), due_by_hand=due, due_reason="xác minh ở nơi khác"),
    )
    assert dossier.promise.due_at == due
    assert dossier.promise.reason == "xác minh ở nơi khác"


def test_offline_is_written_into_the_reception(counter: Counter) -> None:
    counter.online[0] = False
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.received.offline
    assert not dossier.is_provisional


def test_an_open_dossier_of_the_same_procedure_is_told(counter: Counter) -> None:
    reception = Reception(BIRTH, person())
    assert same_procedure_open(counter.workplace, reception) == ()
    dossier = receive(counter.workplace, counter.session, reception)
    (found,) = same_procedure_open(counter.workplace, reception)
    assert dict(found.facts)["code"] == dossier.code


def test_a_draft_that_comes_back_is_received_once(counter: Counter) -> None:
    draft = counter.workplace.new_id()
    reception = Reception(BIRTH, person())
    first = receive(counter.workplace, counter.session, reception, draft)
    again = receive(counter.workplace, counter.session, reception, draft)
    assert again == first
    assert first.uid == draft


def test_another_places_agency_decides_and_the_promise_is_an_estimate(counter: Counter) -> None:
    reception = Reception("1.004884", person(), competent="Ủy ban nhân dân xã Thử, tỉnh Ví Dụ")
    planned = plan(counter.workplace.reference, reception, counter.clock.at)
    everywhere = planned.procedure.non_territorial
    doubts = {problem.code for problem in planned.problems}
    assert ("reception_not_everywhere" in doubts) is not everywhere, "doubted, never refused"
    dossier = receive(counter.workplace, counter.session, reception)
    assert dossier.received.non_territorial
    assert dossier.promise.estimate
    assert dossier.received.procedure.agency_name == "Ủy ban nhân dân xã Thử, tỉnh Ví Dụ"
    assert dossier.received.procedure.agency_code == ""

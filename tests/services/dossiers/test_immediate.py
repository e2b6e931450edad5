from __future__ import annotations

from collections.abc import Callable

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dossiers.status import Status
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.people.person import Authority, Capacity, Person
from counter_app.services.dossiers.immediate import receive_and_return
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import find
from counter_app.services.printing.print_list import unconfirmed
from tests.made import person
from tests.services.conftest import Counter

COPIES = "2.000815"
BIRTH = "1.001193"


def test_received_and_returned_in_one_stroke(counter: Counter) -> None:
    dossier = receive_and_return(counter.workplace, counter.session, Reception(COPIES, person()))
    assert dossier.status is Status.RETURNED
    assert [step.kind for step in dossier.steps] == [Kind.RECEIVED, Kind.RETURNED]
    assert dossier.received.serial == 1
    assert dossier.results == (ResultPaper("Bản sao được chứng thực"),)
    assert dossier.returned is not None
    assert dossier.returned.receiver == person()
    assert find(counter.workplace, dossier.code) == dossier
    assert unconfirmed(counter.workplace) == ()
    assert counter.workplace.store.verify().is_whole


def test_the_submitter_gets_the_named_results(counter: Counter) -> None:
    submitter = Person("Lê Văn Thử")
    reception = Reception(
        COPIES, person(), submitter=submitter, authority=Authority(Capacity.AUTHORISED)
    )
    results = (ResultPaper("Bản sao", copies=3),)
    dossier = receive_and_return(counter.workplace, counter.session, reception, "", results)
    assert dossier.results == results
    assert dossier.returned is not None
    assert dossier.returned.receiver == submitter
    assert dossier.returned.authority.capacity is Capacity.AUTHORISED


def test_a_draft_that_comes_back_is_written_once(counter: Counter) -> None:
    draft = counter.workplace.new_id()
    reception = Reception(COPIES, person())
    first = receive_and_return(counter.workplace, counter.session, reception, draft)
    assert receive_and_return(counter.workplace, counter.session, reception, draft) == first
    assert receive(counter.workplace, counter.session, reception, draft) == first
    with counter.workplace.store.reading() as tx:
        assert tx.journal.count() == 2


def test_an_ordinary_procedure_takes_no_number(counter: Counter) -> None:
    with pytest.raises(FalseStepError) as caught:
        receive_and_return(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert [each.code for each in caught.value.problems] == ["immediate_not"]
    with counter.workplace.store.reading() as tx:
        assert tx.journal.count() == 0
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.received.serial == 1


def test_the_server_would_judge_the_same(counter: Counter) -> None:
    dossier = receive(counter.workplace, counter.session, Reception(COPIES, person()))
    now = counter.clock.at
    assert not judge(dossier, Kind.RETURNED, now, immediate_result=True).problems
    assert judge(dossier, Kind.RETURNED, now).problems


def test_without_numbers_it_is_recorded_all_the_same(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    dossier = receive_and_return(counter.workplace, counter.session, Reception(COPIES, person()))
    assert dossier.is_provisional
    assert dossier.status is Status.RETURNED

"""Refused, withdrawn, stopped, reopened; extended, apologised for; complained of, corrected."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from counter_app.domain.acts.breach import Breach
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import BreachUnconfirmedError, FalseStepError
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.steps.closing import refuse, reopen, stop, supervisors, withdraw
from counter_app.services.steps.recording import complain, correct
from counter_app.services.steps.timing import apologise, extend, new_due
from tests.made import person
from tests.services.conftest import Counter

LIMITED = "1.004884"  # ten working days and more: there is time to extend it


@pytest.fixture
def dossier(counter: Counter) -> Dossier:
    return receive(counter.workplace, counter.session, Reception(LIMITED, person()))


def _code(caught: pytest.ExceptionInfo[FalseStepError]) -> str:
    return caught.value.problems[0].code


def test_refused_and_opened_again_by_a_supervisor(counter: Counter, dossier: Dossier) -> None:
    place, session = counter.workplace, counter.session
    refused = refuse(place, session, dossier.uid, "Không thuộc thẩm quyền", "Nộp ở xã bên")
    assert refused.status is Status.REFUSED
    head = supervisors(place)[0]
    with pytest.raises(FalseStepError) as caught:
        reopen(place, session, dossier.uid, "nhầm", session.officer.id)
    assert _code(caught) == "reopen_no_supervisor"
    with pytest.raises(FalseStepError) as caught:
        reopen(place, session, dossier.uid, " ", head.id)
    assert _code(caught) == "step_no_reason"
    again = reopen(place, session, dossier.uid, "từ chối nhầm hồ sơ", head.id)
    assert again.status is Status.RECEIVED
    with pytest.raises(FalseStepError):
        reopen(place, session, dossier.uid, "lần nữa", head.id)


def test_withdrawn_with_the_papers_given_back(counter: Counter, dossier: Dossier) -> None:
    paper = dossier.received.papers[0].name
    done = withdraw(
        counter.workplace, counter.session, dossier.uid, "Nộp nơi khác", "Lê Văn Thử", [paper]
    )
    assert done.status is Status.WITHDRAWN
    with pytest.raises(FalseStepError):
        stop(counter.workplace, counter.session, dossier.uid, "muộn rồi")


@pytest.mark.parametrize("act", [refuse, withdraw, stop])
def test_no_ending_without_a_reason(counter: Counter, dossier: Dossier, act: object) -> None:
    with pytest.raises(FalseStepError) as caught:
        act(counter.workplace, counter.session, dossier.uid, "  ")  # type: ignore[operator]
    assert _code(caught) == "step_no_reason"


def test_numbers_of_letters_go_on_by_their_kind(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    found = [receive(place, session, Reception(LIMITED, person())) for _ in range(3)]
    numbers = []
    for each in found[:2]:
        refuse(place, session, each.uid, "Không đủ điều kiện")
    stopped = stop(place, session, found[2].uid, "Có tranh chấp")
    assert stopped.status is Status.STOPPED
    with place.store.reading() as tx:
        for each in found:
            body = tx.dossiers.timeline(each.uid)[-1].body
            numbers.append(str(getattr(body, "number", "")))
    assert numbers == ["01/Q12", "02/Q12", "01/Q12"]


def test_extended_once_a_day_before_and_signed(counter: Counter, dossier: Dossier) -> None:
    place, session = counter.workplace, counter.session
    before = dossier.promise.due_at
    assert before is not None
    later = new_due(dossier, before.date() + timedelta(days=7))
    assert later is not None
    assert later.timetz() == before.timetz()
    with pytest.raises(FalseStepError) as caught:
        extend(place, session, dossier.uid, later, "Chờ ý kiến", " ")
    assert _code(caught) == "extend_no_signer"
    with pytest.raises(FalseStepError) as caught:
        extend(place, session, dossier.uid, before, "Chờ ý kiến", "Chủ tịch")
    assert _code(caught) == "extend_not_later"
    after = extend(place, session, dossier.uid, later, "Chờ ý kiến", "Chủ tịch")
    assert after.promise.due_at == later
    assert after.extensions == 1
    twice = later + timedelta(days=7)
    with pytest.raises(BreachUnconfirmedError):
        extend(place, session, dossier.uid, twice, "Lại chờ", "Chủ tịch")
    breach = Breach("extension_again", "Chờ kết quả giám định", supervisors(place)[0].id)
    done = extend(place, session, dossier.uid, twice, "Lại chờ", "Chủ tịch", [breach])
    assert done.breaches[-1].code == "extension_again"


def test_an_apology_never_moves_the_promise(counter: Counter, dossier: Dossier) -> None:
    assert dossier.promise.due_at is not None
    counter.clock.at = dossier.promise.due_at + timedelta(days=2)
    after = apologise(counter.workplace, counter.session, dossier.uid, "Quá tải", "Chủ tịch")
    assert after.promise == dossier.promise
    assert after.apologies == 1


def test_a_complaint_is_kept_with_its_number(counter: Counter, dossier: Dossier) -> None:
    after = complain(
        counter.workplace, counter.session, dossier.uid, "Chờ lâu", "Lê Văn Thử", "0912000000"
    )
    assert (after.complaints[-1].text, after.complaints[-1].number) == ("Chờ lâu", "01/Q12")
    assert after.status is dossier.status
    with pytest.raises(FalseStepError) as caught:
        complain(counter.workplace, counter.session, dossier.uid, "")
    assert _code(caught) == "complaint_empty"


def test_a_correction_keeps_both_values_and_what_papers_are_found_by(
    counter: Counter, dossier: Dossier
) -> None:
    place, session = counter.workplace, counter.session
    right = dataclasses.replace(dossier.received.applicant, name="Trần Thị Mẫu Mực")
    after = correct(
        place, session, dossier.uid, lambda it: dataclasses.replace(it, applicant=right),
        "gõ thiếu tên",
    )  # fmt: skip
    assert after.received.applicant.name == "Trần Thị Mẫu Mực"
    with place.store.reading() as tx:
        body = tx.dossiers.timeline(dossier.uid)[-1].body
    (change,) = body.changes  # type: ignore[union-attr]
    assert dossier.received.applicant.name in change.before
    assert "Mực" in change.after
    for edit, code in (
        (lambda it: it, "correction_nothing"),
        (lambda it: dataclasses.replace(it, serial=99), "correction_fixed"),
    ):
        with pytest.raises(FalseStepError) as caught:
            correct(place, session, dossier.uid, edit, "thử")
        assert _code(caught) == code

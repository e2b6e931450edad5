from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import SupplementItem, SupplementReceived
from counter_app.domain.deadlines.policy import AfterPause
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import (
    BreachUnconfirmedError,
    DossierUnknownError,
    FalseStepError,
)
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.steps.supplement import (
    FAULTY,
    LACKING,
    ReasonSource,
    ask_supplement,
    asked_items,
    reason_of,
    receive_supplement,
    supplement_reasons,
)
from tests.made import person
from tests.services.conftest import Counter

DEATH = "1.000656"  # khai tử: two papers, one that is only shown
FORM, NOTICE = "Tờ khai đăng ký khai tử", "Giấy báo tử hoặc giấy tờ thay giấy báo tử"
MISSING = SupplementItem(NOTICE, LACKING)
WRONG = SupplementItem(FORM, FAULTY)
PHOTO = SupplementItem("Ảnh chân dung cỡ 4 × 6")


def lacking(counter: Counter) -> Dossier:
    """Return a dossier whose notice of death is missing."""
    papers = (ReceivedPaper(FORM, originals=1), ReceivedPaper(NOTICE, missing=True, note="mai"))
    reception = Reception(DEATH, person(), papers=papers)
    return receive(counter.workplace, counter.session, reception)


def ask(counter: Counter, dossier: Dossier, *items: SupplementItem) -> Dossier:
    return ask_supplement(counter.workplace, counter.session, dossier.uid, items)


def adding(counter: Counter) -> Counter:
    """Return the counter in a province that adds the paused time."""
    reference = counter.workplace.reference
    rules = dataclasses.replace(reference.policy.deadlines, supplement=AfterPause.ADD)
    policy = dataclasses.replace(reference.policy, deadlines=rules)
    workplace: Workplace = dataclasses.replace(
        counter.workplace, reference=dataclasses.replace(reference, policy=policy)
    )
    return dataclasses.replace(counter, workplace=workplace)


def test_what_is_lacking_comes_first_then_what_may_be_wrong_then_the_office(
    counter: Counter,
) -> None:
    found = supplement_reasons(counter.workplace, lacking(counter))
    assert [each.item for each in found[:2]] == [MISSING, WRONG]
    assert {each.source for each in found[2:]} == {ReasonSource.OFFICE}
    assert any(each.guidance for each in found[2:])
    assert len({each.item for each in found}) == len(found)


def test_a_required_paper_that_nobody_noted_is_offered_too(counter: Counter) -> None:
    papers = (ReceivedPaper(FORM, originals=1),)
    reception = Reception(DEATH, person(), papers=papers)
    dossier = receive(counter.workplace, counter.session, reception)
    assert supplement_reasons(counter.workplace, dossier)[0].item == MISSING
    names = [each.item.text for each in supplement_reasons(counter.workplace, dossier)]
    assert not any("Thẻ Căn cước" in name for name in names), "it is only shown"


def test_what_this_counter_asked_before_goes_before_the_rest(counter: Counter) -> None:
    office = supplement_reasons(counter.workplace, lacking(counter))[-1].item
    for items in ((PHOTO, WRONG), (PHOTO, office), (PHOTO, MISSING)):
        ask(counter, lacking(counter), *items)
    found = supplement_reasons(counter.workplace, lacking(counter))
    assert [each.item for each in found[:4]] == [MISSING, WRONG, PHOTO, office]
    assert [(each.source, each.uses) for each in found[2:4]] == [
        (ReasonSource.ASKED, 3),
        (ReasonSource.OFFICE, 1),
    ]
    birth = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    assert PHOTO not in [each.item for each in supplement_reasons(counter.workplace, birth)]
    counter.clock.go(days=366)
    counter.grant(first=60, last=69)
    assert PHOTO not in [
        each.item for each in supplement_reasons(counter.workplace, lacking(counter))
    ]


def test_asked_once_wholly_with_a_number_of_its_own(counter: Counter) -> None:
    first = ask_supplement(
        counter.workplace,
        counter.session,
        lacking(counter).uid,
        (MISSING, SupplementItem("  "), WRONG),
        guidance=" mang  bản chính ",
        contact="Phạm Thị Ví, 02000000014",
        bring_by=date(2026, 11, 30),
    )
    assert first.status is Status.WAITING_SUPPLEMENT
    (letter,) = first.supplements
    assert letter.number == "01/Q12"
    assert letter.items == (MISSING, WRONG)
    assert letter.guidance == "mang bản chính"
    assert letter.bring_by == date(2026, 11, 30)
    assert letter.reason == reason_of((MISSING, WRONG))
    second = ask(counter, lacking(counter), WRONG)
    assert second.supplements[-1].number == "02/Q12"


def test_a_letter_that_isnt_written_takes_no_number(counter: Counter) -> None:
    dossier = lacking(counter)
    with pytest.raises(FalseStepError) as caught:
        ask_supplement(
            counter.workplace,
            counter.session,
            dossier.uid,
            (SupplementItem(" "),),
            bring_by=counter.clock.at.date() - timedelta(days=1),
        )
    codes = [each.code for each in caught.value.problems]
    assert codes == ["supplement_no_items", "supplement_day_passed"]
    ask(counter, dossier, MISSING)
    with pytest.raises(BreachUnconfirmedError):
        ask(counter, dossier, WRONG)
    assert ask(counter, lacking(counter), WRONG).supplements[-1].number == "02/Q12"
    with pytest.raises(FalseStepError):
        ask_supplement(counter.workplace, counter.session, "nobody", ())


def test_a_second_request_is_a_breach_and_never_impossible(counter: Counter) -> None:
    dossier = ask(counter, lacking(counter), MISSING)
    with pytest.raises(BreachUnconfirmedError) as caught:
        ask(counter, dossier, WRONG)
    assert caught.value.breaches == ("supplement_again",)
    breach = Breach("supplement_again", "phát sinh yêu cầu mới", "CB-006")
    again = ask_supplement(
        counter.workplace, counter.session, dossier.uid, (WRONG,), breaches=(breach,)
    )
    assert again.breaches == (breach,)
    assert len(again.supplements) == 2


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((MISSING,), "chưa đủ thành phần theo"),
        ((WRONG, PHOTO), "chưa hợp lệ"),
        ((MISSING, WRONG), "chưa đủ thành phần và chưa hợp lệ"),
    ],
)
def test_the_reason_in_one_sentence(items: tuple[SupplementItem, ...], said: str) -> None:
    assert said in reason_of(items)


def test_what_was_asked_with_the_papers_that_answer_it(counter: Counter) -> None:
    dossier = ask(counter, lacking(counter), MISSING, WRONG, PHOTO)
    papers = [(each.paper.originals, each.is_paper) for each in asked_items(_w(counter), dossier)]
    assert papers == [(1, True), (1, True), (0, False)]
    assert asked_items(_w(counter), lacking(counter)) == ()


def test_received_the_limit_starts_again_and_what_is_still_missing_stays(
    counter: Counter,
) -> None:
    before = lacking(counter)
    dossier = ask(counter, before, MISSING, WRONG, PHOTO)
    counter.clock.go(days=4)
    brought = (ReceivedPaper(FORM, originals=1), ReceivedPaper(PHOTO.text))
    after = receive_supplement(
        counter.workplace, counter.session, dossier.uid, brought, note="hẹn giấy báo tử"
    )
    assert after.status is Status.RECEIVED
    assert after.promise.due_at is not None
    assert before.promise.due_at is not None
    assert after.promise.due_at > before.promise.due_at
    assert after.promise.rule.endswith("restart")
    assert [each.name for each in after.received.papers if each.missing] == [NOTICE]
    body = detail(counter.workplace, after.uid).told[-1].body
    assert isinstance(body, SupplementReceived)
    assert body.note == f"Đã hoàn thiện: {PHOTO.text}. hẹn giấy báo tử"
    assert [each.name for each in body.papers] == [FORM, NOTICE]


def test_a_province_that_adds_the_paused_time(counter: Counter) -> None:
    counter = adding(counter)
    dossier = ask(counter, lacking(counter), MISSING)
    counter.clock.go(days=4)
    papers = tuple(each.paper for each in asked_items(counter.workplace, dossier))
    after = receive_supplement(counter.workplace, counter.session, dossier.uid, papers)
    assert after.promise.rule.endswith("add")
    assert not any(each.missing for each in after.received.papers)


def test_nothing_is_taken_in_without_papers_or_without_a_request(counter: Counter) -> None:
    dossier = lacking(counter)
    paper = (ReceivedPaper(NOTICE, originals=1),)
    with pytest.raises(FalseStepError):
        receive_supplement(counter.workplace, counter.session, dossier.uid, paper)
    ask(counter, dossier, MISSING)
    with pytest.raises(FalseStepError):
        receive_supplement(counter.workplace, counter.session, dossier.uid, ())
    with pytest.raises(DossierUnknownError):
        receive_supplement(counter.workplace, counter.session, "nobody", paper)


def _w(counter: Counter) -> Workplace:
    return counter.workplace

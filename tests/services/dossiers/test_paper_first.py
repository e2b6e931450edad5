"""Received on paper first, written down later: the paper's moment counts, and it is marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import PaperFirst, Received
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import FalseStepError, NotPermittedError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception, plan
from counter_app.services.printing.receipt_paper import make_receipt
from counter_app.services.printing.sheets.register import register_row
from counter_app.services.steps.recording import correct, promise_from
from counter_app.wording.timeline import act_words
from tests.services.conftest import Counter
from tests.services.dossiers.test_life_at_the_counter import FONTS, text_of

LIMITED = "1.004884"  # five working days
APPLICANT = Person("Trần Thị Mẫu")
PAPER = PaperFirst("mất điện cả buổi", "G-17")


def test_the_promise_counts_from_the_paper(counter: Counter) -> None:
    now = counter.clock.at
    on_paper = now - timedelta(days=4)
    place = counter.workplace
    case = place.reference.procedures.version_on("1.004873", now.date()).case_names[0]  # type: ignore[union-attr]
    wished = Reception("1.004873", APPLICANT, case=case, paper_first=PAPER, received_at=on_paper)
    dossier = receive(place, counter.session, wished, place.new_id())
    then = plan(place.reference, Reception("1.004873", APPLICANT, case=case), on_paper).promise
    assert then is not None
    assert dossier.promise.due_at == then.due_at
    assert dossier.received.received_at == on_paper.replace(second=0, microsecond=0)
    assert dossier.received.paper_first == PAPER
    assert f"{now:%y%m%d}" in dossier.code  # today's number: the paper had none
    with place.store.reading() as tx:
        (fact,) = tx.journal.facts(now.date(), now.date())
    assert "paper_first" in fact.flags


@pytest.mark.parametrize(
    ("paper", "hours", "problem"),
    [
        (PaperFirst(" "), 24, "paper_first_no_reason"),
        (PAPER, None, "paper_first_no_moment"),
        (PAPER, -1, "paper_first_ahead"),
    ],
)
def test_what_cannot_be(
    counter: Counter, paper: PaperFirst, hours: int | None, problem: str
) -> None:
    at = None if hours is None else counter.clock.at - timedelta(hours=hours)
    wished = Reception("1.001193", APPLICANT, paper_first=paper, received_at=at)
    with pytest.raises(FalseStepError) as caught:
        receive(counter.workplace, counter.session, wished)
    assert problem in {each.code for each in caught.value.problems}


def test_an_old_paper_is_asked_about(counter: Counter) -> None:
    at = counter.clock.at - timedelta(days=40)
    wished = Reception("1.001193", APPLICANT, paper_first=PAPER, received_at=at)
    (doubt,) = (
        each
        for each in plan(counter.workplace.reference, wished, counter.clock.at).problems
        if each.code.startswith("paper_first")
    )
    assert (doubt.code, doubt.is_false) == ("paper_first_long_ago", False)


def _written(counter: Counter) -> Dossier:
    place = counter.workplace
    wished = Reception(
        LIMITED, APPLICANT, paper_first=PAPER, received_at=counter.clock.at - timedelta(days=4)
    )
    return receive(place, counter.session, wished)


def _moved(hours: int) -> Callable[[Received], Received]:
    return lambda now: replace(now, received_at=now.received_at + timedelta(hours=hours))


def test_books_timeline_and_receipt_say_it(counter: Counter) -> None:
    dossier = _written(counter)
    day = f"{vietnam_time(dossier.received.received_at):%d/%m/%Y}"
    assert register_row(dossier).note.startswith("Ghi sau: giấy số G-17 ngày ")
    assert day in act_words(Kind.RECEIVED, dossier.received).detail
    assert "mất điện cả buổi" in act_words(Kind.RECEIVED, dossier.received).detail
    paper = make_receipt(counter.workplace, counter.session, dossier, FONTS)
    assert "Ghi nhận lại từ giấy số G-17." in text_of(paper.pdf)


def test_a_moment_typed_wrongly_is_corrected(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    before = _written(counter)
    after = correct(place, session, before.uid, _moved(-24), "gõ nhầm ngày trên giấy")
    assert after.received.received_at == before.received.received_at - timedelta(days=1)
    assert after.promise == before.promise, "the citizen was told this one"
    with pytest.raises(FalseStepError) as caught:
        correct(place, session, before.uid, _moved(24 * 9), "nhầm nữa")
    assert {each.code for each in caught.value.problems} == {"paper_first_ahead"}


def test_the_promise_follows_only_by_a_supervisor(counter: Counter) -> None:
    place = counter.workplace
    dossier = _written(counter)

    def follow(now: Received) -> Received:
        moved = _moved(-48)(now)
        promise = promise_from(place.reference, moved, "theo giấy")
        assert promise is not None
        return replace(moved, promise=promise)

    receiver = Session(Officer("tn", "Hoàng Thị Tập", roles=(Role.RECEPTION,)), "online")
    with pytest.raises(NotPermittedError):
        correct(place, receiver, dossier.uid, follow, "theo giấy")
    supervisor = Session(Officer("gd", "Vũ Văn Tập", roles=(Role.SUPERVISOR,)), "online")
    after = correct(place, supervisor, dossier.uid, follow, "theo giấy")
    assert after.promise.reason == "theo giấy"
    assert after.promise.due_at != dossier.promise.due_at


def test_no_correction_makes_a_paper_or_takes_it_away(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    usual = receive(place, session, Reception(LIMITED, APPLICANT))
    for uid, change in (
        (usual.uid, lambda now: replace(now, paper_first=PAPER)),
        (usual.uid, _moved(-1)),
        (_written(counter).uid, lambda now: replace(now, paper_first=None)),
    ):
        with pytest.raises(FalseStepError) as caught:
            correct(place, session, uid, change, "thử")
        assert [each.code for each in caught.value.problems] == ["correction_fixed"]

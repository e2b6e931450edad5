"""Received on paper first, written down later: the paper's moment counts, and it is marked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.people.person import Person
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception, plan
from tests.services.conftest import Counter

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

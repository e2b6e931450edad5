"""Refusal, withdrawal, stop, reopening: a digit and Enter, with their papers."""

from __future__ import annotations

import dataclasses

from counter_app.desktop.presenters.steps.closing.by_post import TRACKING, ByPost
from counter_app.desktop.presenters.steps.closing.refusal import Refusal
from counter_app.desktop.presenters.steps.closing.reopening import Reopening
from counter_app.desktop.presenters.steps.closing.stopping import Stopping
from counter_app.desktop.presenters.steps.closing.withdrawal import PAPERS, Withdrawal
from counter_app.desktop.presenters.steps.reason_step import OTHER
from counter_app.desktop.presenters.steps.step_state import Rows
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.dossiers.status import Status
from counter_app.services.dossiers.returning import take_result_in
from counter_app.services.steps.closing import refuse, supervisors
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.at_desk import AtDesk


def test_a_refusal_by_a_digit_and_enter(desktop: Desktop) -> None:
    at = AtDesk(desktop, Refusal).start()
    assert at.view.state.reason, "not without a reason"
    at.enter()
    assert at.view.focused[-1] == OTHER
    at.press("1").enter()
    assert at.ended
    assert at.dossier.status is Status.REFUSED
    assert at.papers == ["refusal"]
    assert at.dossier.printed[-1].form == "refusal", "recorded as printed"


def test_an_own_reason_joins_the_offices(desktop: Desktop) -> None:
    at = AtDesk(desktop, Refusal).start().press("2").type(other="thiếu điều kiện về cư trú").enter()
    with at.desktop.desk.workplace.store.reading() as tx:
        bodies = [told.body for told in tx.dossiers.timeline(at.uid)]
    said = next(body.reason for body in bodies if type(body).__name__ == "Refused")
    assert said.endswith("; thiếu điều kiện về cư trú")


def test_a_withdrawal_gives_the_papers_back(desktop: Desktop) -> None:
    at = AtDesk(desktop, Withdrawal).start()
    papers = next(
        block for block in at.view.state.blocks if isinstance(block, Rows) and block.name == PAPERS
    )
    assert papers.rows
    assert all(row.ticked for row in papers.rows), "all go back, unless one is kept"
    at.step.toggle(papers.rows[0].name)
    at.press("1").type(who="Lê Văn Thử").enter()
    assert at.dossier.status is Status.WITHDRAWN
    assert at.papers == ["withdrawal"]


def test_a_stop_prints_a_draft_where_the_circular_knows_one(desktop: Desktop) -> None:
    at = AtDesk(desktop, Stopping).start().press("1").enter()
    assert at.dossier.status is Status.STOPPED
    assert at.papers == ["stop"]
    older = dataclasses.replace(at.dossier.received, form_set="TT01-2018")
    assert at.step.paper(dataclasses.replace(at.dossier, received=older)) is None


def test_reopening_asks_a_supervisor(desktop: Desktop) -> None:
    at = AtDesk(desktop, Reopening)
    place = desktop.counter
    refuse(place.workplace, place.session, at.uid, "nhầm hồ sơ")
    at.start().type(other="từ chối nhầm")
    heads = supervisors(place.workplace)
    if len(heads) > 1:
        at.enter()
        assert not at.ended
        at.step.toggle(f"by:{heads[0].id}")
    at.enter()
    assert at.ended
    assert at.dossier.status is Status.RECEIVED
    assert at.papers == []


def test_a_result_goes_by_post_with_its_number(desktop: Desktop) -> None:
    at = AtDesk(desktop, ByPost)
    place = desktop.counter
    take_result_in(place.workplace, place.session, at.dossier, (ResultPaper("Giấy khai sinh"),))
    at.start().enter()
    assert at.view.focused[-1] == TRACKING
    at.type(tracking="EB 123 456 789 VN").enter()
    returned = at.dossier.returned
    assert returned is not None
    assert (returned.basis, returned.tracking_number) == (ReturnBasis.POST, "EB 123 456 789 VN")
    assert at.papers == ["result_slip"]
